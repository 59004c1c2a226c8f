import {
  ButtonLink,
  EmptyState,
  FilterBar,
  Layout,
  PageHeading,
  Pagination,
  SelectField,
  usePage,
  withQuery,
} from '#ui/index.ts'
import type { MaterialsAsk } from '../forms/materials.ts'
import { materialKindWords } from '../material-words.ts'
import type { MaterialView } from '../queries/materials.ts'
import { materialKinds } from '../schema/materials.ts'
import { MaterialItem } from './material-items.tsx'

type Props = {
  ask: MaterialsAsk
  materials: readonly MaterialView[]
  next: number | null
  keeps: boolean
}

const Filters = ({ ask, materials }: Pick<Props, 'ask' | 'materials'>) => {
  const { i18n, link, t } = usePage()
  const { kind, body } = ask
  const of = materials.find(material => material.body.id === body)
  const active = [
    ...(kind ? [{ name: 'kind', value: kind, label: t(materialKindWords[kind]) }] : []),
    ...(body && of ? [{ name: 'body', value: body, label: i18n.text(of.body.name).value }] : []),
  ]
  return (
    <FilterBar action={link('/materials')} values={{ kind: kind ?? undefined }} active={active}>
      <SelectField
        name="kind"
        label={t('authorities.material.kindLabel')}
        options={materialKinds.map(value => ({ value, label: t(materialKindWords[value]) }))}
        empty={t('authorities.material.anyKind')}
      />
    </FilterBar>
  )
}

/** Everything that was published on the cooperation with public bodies. */
export const MaterialsPage = ({ ask, materials, next, keeps }: Props) => {
  const { link, t, url } = usePage()
  const title = t('authorities.material.title')
  const { search } = new URL(withQuery(url, { from: null }), 'http://localhost')
  return (
    <Layout
      title={title}
      crumbs={[{ label: t('authorities.register.title'), path: '/communications' }]}
      indexed={ask.from === 0}
    >
      <PageHeading title={title} lead={t('authorities.material.lead')}>
        {keeps && <p class="hint">{t('authorities.material.howToAdd')}</p>}
      </PageHeading>
      {(materials.length > 0 || ask.kind || ask.body) && <Filters ask={ask} materials={materials} />}
      {materials.length === 0 ? (
        <EmptyState
          title={t('authorities.material.none')}
          actions={<ButtonLink href={link('/bodies')}>{t('authorities.body.title')}</ButtonLink>}
        />
      ) : (
        <ul class="directory-list">
          {materials.map(material => (
            <MaterialItem material={material} keeps={keeps} named />
          ))}
        </ul>
      )}
      <Pagination
        previous={ask.from === 0 ? null : withQuery(url, { from: null })}
        next={next === null ? null : withQuery(url, { from: String(next) })}
      />
      <p class="directory-exports">
        {t('authorities.register.take')} <a href={`${link('/materials.csv')}${search}`}>CSV</a>,{' '}
        <a href={`${link('/materials.json')}${search}`}>JSON</a>,{' '}
        <a href={link('/communications.atom')}>Atom</a>
      </p>
    </Layout>
  )
}
