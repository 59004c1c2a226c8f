import { listRegions } from '#platform/places/index.ts'
import {
  ButtonLink,
  EmptyState,
  FilterBar,
  Layout,
  PageHeading,
  Pagination,
  SelectField,
  Table,
  Text,
  TextField,
  usePage,
} from '#ui/index.ts'
import type { BodiesAsk, BodyLine } from '../queries/bodies.ts'
import { bodiesPageSize } from '../queries/bodies.ts'
import { bodyKinds } from '../schema/bodies.ts'
import { bodyKindWords } from '../words.ts'
import { Place } from './body-place.tsx'

type Props = { ask: BodiesAsk; bodies: readonly BodyLine[]; more: boolean; from: number; mayAdd: boolean }

const params = ({ words, kind, country, region }: BodiesAsk, from: number) =>
  new URLSearchParams(
    Object.entries({ q: words, kind, country, region, from: from > 0 ? String(from) : '' }).flatMap(
      ([name, value]) => (value ? [[name, value]] : []),
    ),
  )

const Filters = ({ ask }: Pick<Props, 'ask'>) => {
  const { i18n, link, t } = usePage()
  const active = [
    ...(ask.kind ? [{ name: 'kind', value: ask.kind, label: t(bodyKindWords[ask.kind]) }] : []),
    ...(ask.region ? [{ name: 'region', value: ask.region, label: i18n.region(ask.region) }] : []),
  ]
  return (
    <FilterBar
      action={link('/bodies')}
      values={{ q: ask.words, kind: ask.kind ?? '', region: ask.region ?? '' }}
      active={active}
      search={<TextField name="q" type="search" label={t('authorities.body.search')} />}
    >
      <SelectField
        name="kind"
        label={t('authorities.body.kindLabel')}
        empty={t('authorities.body.anyKind')}
        options={bodyKinds.map(value => ({ value, label: t(bodyKindWords[value]) }))}
      />
      <SelectField
        name="region"
        label={t('authorities.body.region')}
        empty={t('authorities.body.anyRegion')}
        options={['UA', 'PL'].map(country => ({
          label: i18n.country(country),
          options: listRegions(country, i18n),
        }))}
      />
    </FilterBar>
  )
}

/** The register of public bodies: whom one can write to. */
export const BodiesPage = ({ ask, bodies, more, from, mayAdd }: Props) => {
  const { link, t } = usePage()
  const at = (start: number) => {
    const query = params(ask, start)
    return query.size > 0 ? `${link('/bodies')}?${query}` : link('/bodies')
  }
  const title = t('authorities.body.title')
  const actions = mayAdd && (
    <>
      <ButtonLink href={link('/bodies/new')} icon="plus">
        {t('authorities.body.add')}
      </ButtonLink>
      <ButtonLink href={link('/bodies/import')} icon="upload">
        {t('authorities.body.import')}
      </ButtonLink>
    </>
  )
  return (
    <Layout
      title={title}
      crumbs={[{ label: t('authorities.menu'), path: '/communications' }]}
      indexed={!ask.words && from === 0}
      description={t('authorities.body.lead')}
    >
      <PageHeading title={title} lead={t('authorities.body.lead')} actions={actions || undefined} />
      <Filters ask={ask} />
      <Table
        caption={title}
        captionHidden
        rows={bodies}
        columns={[
          {
            label: t('authorities.body.name'),
            heading: true,
            cell: ({ id, name }) => (
              <a href={link(`/bodies/${id}`)}>
                <Text value={name} />
              </a>
            ),
          },
          { label: t('authorities.body.kindLabel'), cell: ({ kind }) => t(bodyKindWords[kind]) },
          { label: t('authorities.body.place'), cell: body => <Place body={body} /> },
        ]}
        empty={
          <EmptyState title={t('authorities.body.nothing')} icon="search">
            <p>{t('authorities.body.nothingHint')}</p>
          </EmptyState>
        }
      />
      <Pagination
        previous={from > 0 ? at(Math.max(0, from - bodiesPageSize)) : null}
        next={more ? at(from + bodiesPageSize) : null}
      />
    </Layout>
  )
}
