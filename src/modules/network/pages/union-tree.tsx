import { Badge, Text, Tree, type TreeNode, usePage } from '#ui/index.ts'
import type { UnionRelative } from '../queries/member.ts'
import { placeOf } from './directory-entries.tsx'

/** Where an organisation of a union is shown: as a member, or as related only. */
export const relativePath = ({ membership, id }: Pick<UnionRelative, 'membership' | 'id'>) =>
  membership ? `/directory/${membership}` : `/organisations/${id}`

const Leaf = ({ relative }: { relative: UnionRelative }) => {
  const { i18n, link, t } = usePage()
  return (
    <>
      <a href={link(relativePath(relative))}>
        <Text value={relative.name} note={false} />
      </a>{' '}
      <span class="muted">{placeOf(relative, i18n)}</span>{' '}
      {relative.membership && <Badge tone="accent">{t('network.union.alsoMember')}</Badge>}
    </>
  )
}

/** What a union unites, level by level. One organisation may stand in several branches; it is counted once. */
export const UnionTree = ({ root, relatives }: { root: string; relatives: readonly UnionRelative[] }) => {
  const { i18n, t } = usePage()
  const children = Map.groupBy(
    relatives.filter(({ side, confirmed }) => side === 'below' && confirmed),
    ({ parent }) => parent,
  )
  const nodesOf = (parent: string): TreeNode[] =>
    (children.get(parent) ?? [])
      .toSorted((a, b) => i18n.compare(i18n.text(a.name).value, i18n.text(b.name).value))
      .map(relative => {
        const nodes = nodesOf(relative.id)
        return {
          content: <Leaf relative={relative} />,
          nodes,
          fold: nodes.length > 0 ? t('network.union.unites', { count: nodes.length }) : undefined,
        }
      })
  return <Tree nodes={nodesOf(root)} label={t('network.union.tree')} />
}

/** How many organisations a union unites, each counted once. */
export const countRelated = (relatives: readonly UnionRelative[]): number =>
  new Set(relatives.filter(({ side, confirmed }) => side === 'below' && confirmed).map(({ id }) => id)).size
