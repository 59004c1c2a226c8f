import {
  Badge,
  Button,
  ButtonLink,
  EmptyState,
  Form,
  Layout,
  PageHeading,
  PostButton,
  type RefusalShown,
  Refused,
  Section,
  Table,
  Text,
  TextField,
  Time,
  usePage,
} from '#ui/index.ts'
import type { DirectoryEntry } from '../queries/directory.ts'
import type { ProfileView } from '../queries/organisation-profile.ts'
import type { EdgeView } from '../queries/unions.ts'
import { placeOf } from './directory-entries.tsx'
import { relativePath } from './union-tree.tsx'

type Props = {
  view: ProfileView
  edges: readonly EdgeView[]
  /** What was looked for among the members, and who was found; null before a search. */
  search: { words: string; found: readonly DirectoryEntry[] } | null
  refusal?: RefusalShown
}

const Doing = ({ view, edge }: { view: ProfileView; edge: EdgeView }) => {
  const { link, t } = usePage()
  const path = link(`/organisations/${view.id}/unions/${edge.union}/${edge.child}`)
  return (
    <>
      {!edge.confirmed && edge.mayConfirm && (
        <PostButton action={`${path}/confirmation`} look="primary" small>
          {t('network.union.confirm')}
        </PostButton>
      )}{' '}
      <ButtonLink href={`${path}/end`} small>
        {t(edge.confirmed ? 'network.union.end' : 'network.union.decline')}
      </ButtonLink>
    </>
  )
}

const Edges = ({ view, edges, side }: Omit<Props, 'search'> & { side: EdgeView['side'] }) => {
  const { link, t } = usePage()
  const title = t(side === 'below' ? 'network.union.below' : 'network.union.above')
  const shown = edges.filter(edge => edge.side === side)
  if (shown.length === 0 && side === 'above') return null
  return (
    <Section title={title}>
      <Table
        caption={title}
        captionHidden
        empty={
          <EmptyState title={t('network.union.none')} icon="network">
            <p>{t('network.union.noneHint')}</p>
          </EmptyState>
        }
        columns={[
          {
            label: t('network.union.organisation'),
            heading: true,
            cell: ({ other, membership, name }) => (
              <a href={link(relativePath({ id: other, membership }))}>
                <Text value={name} note={false} />
              </a>
            ),
          },
          { label: t('network.organisation.since'), cell: ({ since }) => <Time at={since} style="short" /> },
          {
            label: t('network.union.state'),
            cell: ({ confirmed }) =>
              confirmed ? (
                <Badge tone="good">{t('network.union.confirmed')}</Badge>
              ) : (
                <Badge tone="warn">{t('network.union.stated')}</Badge>
              ),
          },
          { label: t('network.union.actions'), cell: edge => <Doing view={view} edge={edge} /> },
        ]}
        rows={shown}
      />
    </Section>
  )
}

const Found = ({ view, edges, search }: Props) => {
  const { i18n, link, t } = usePage()
  if (search === null) return null
  const known = new Set([view.id, ...edges.map(({ other }) => other)])
  const free = search.found.filter(({ organisation }) => organisation !== null && !known.has(organisation))
  return (
    <Table
      caption={t('network.union.found')}
      empty={<p role="status">{t('network.union.notFound')}</p>}
      columns={[
        {
          label: t('network.union.organisation'),
          heading: true,
          cell: entry => (
            <a href={link(`/directory/${entry.id}`)}>
              <Text value={entry.name} note={false} />
            </a>
          ),
        },
        { label: t('network.organisation.place'), cell: entry => placeOf(entry, i18n) },
        {
          label: t('network.union.actions'),
          cell: entry => (
            <PostButton
              action={link(`/organisations/${view.id}/constituents`)}
              fields={{ child: entry.organisation ?? '' }}
              icon="plus"
              small
            >
              {t('network.union.add')}
            </PostButton>
          ),
        },
      ]}
      rows={free}
    />
  )
}

/** What a union unites and to what it belongs: stated, confirmed, ended. For the organisation's own people. */
export const UnionPage = (props: Props) => {
  const { i18n, link, t } = usePage()
  const { view, search, refusal } = props
  const path = link(`/organisations/${view.id}/union`)
  return (
    <Layout
      title={t('network.union.title')}
      crumbs={[
        { label: t('network.directory.title'), path: '/directory' },
        { label: i18n.text(view.profile.name).value, path: `/organisations/${view.id}` },
      ]}
    >
      <PageHeading
        title={t('network.union.title')}
        kicker={<Text value={view.profile.name} note={false} />}
        lead={t('network.union.manageLead')}
      />
      <Refused refusal={refusal} />
      <Edges {...props} side="above" />
      <Edges {...props} side="below" />
      <Section title={t('network.union.addTitle')} lead={t('network.union.addLead')} id="add">
        <Form
          method="get"
          action={path}
          values={{ q: search?.words ?? '' }}
          label={t('network.union.addTitle')}
        >
          <TextField name="q" type="search" label={t('network.directory.search')} required maxlength={200} />
          <Button icon="search">{t('network.union.look')}</Button>
        </Form>
        <Found {...props} />
        <p>
          <a href={link(`/organisations/${view.id}/constituents/new`)}>{t('network.union.describe')}</a>
        </p>
      </Section>
    </Layout>
  )
}
