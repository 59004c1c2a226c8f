import {
  Button,
  ButtonLink,
  EmptyState,
  Form,
  Layout,
  PageHeading,
  RegionMap,
  Section,
  SelectField,
  Table,
  Tabs,
  usePage,
} from '#ui/index.ts'
import { type MapName, mapNames } from '../forms/directory.ts'
import type { MapCounts } from '../queries/directory-map.ts'
import { facetLabel } from '../vocabulary/facet-labels.ts'

type Props = { map: MapName; field: string | null; counts: MapCounts }

const mostFields = 4

const tabWords = {
  UA: 'network.directory.mapOf.UA',
  PL: 'network.directory.mapOf.PL',
  EU: 'network.directory.mapOf.EU',
} as const

/** The number of each region of the map, all members or those of one field of work. */
function valuesOf({ map, field, counts }: Props): ReadonlyMap<string, number> {
  if (map === 'EU') return counts.countries
  const regions = [...counts.regions].filter(([code]) => code.startsWith(`${map}-`))
  if (field === null) return new Map(regions)
  return new Map(
    regions.map(([code]) => [code, counts.activity.get(code)?.find(entry => entry.field === field)?.n ?? 0]),
  )
}

const FieldChoice = ({ map, field, counts }: Props) => {
  const { i18n, link, t } = usePage()
  const options = [...counts.fields]
    .map(([value, n]) => ({ value, label: `${facetLabel('field', value, i18n)} (${i18n.number(n)})` }))
    .sort((a, b) => i18n.compare(a.label, b.label))
  if (map === 'EU' || options.length === 0) return null
  return (
    <Form
      method="get"
      action={link('/directory/map')}
      values={{ field: field ?? '' }}
      label={t('network.directory.fieldChoice')}
    >
      <input type="hidden" name="of" value={map} />
      <SelectField
        name="field"
        label={t('network.directory.facet.field')}
        options={options}
        empty={t('network.directory.any')}
      />
      <Button>{t('network.directory.showOnMap')}</Button>
    </Form>
  )
}

/** What is done where: the most frequent fields of work of each region. */
const Activity = ({ map, counts }: Props) => {
  const { i18n, link, t } = usePage()
  const rows = [...counts.regions]
    .filter(([code]) => map === 'EU' || code.startsWith(`${map}-`))
    .map(([code, n]) => ({ code, n, fields: (counts.activity.get(code) ?? []).slice(0, mostFields) }))
    .sort((a, b) => b.n - a.n)
  if (rows.length === 0) return null
  return (
    <Section title={t('network.directory.activity')} lead={t('network.directory.activityLead')}>
      <Table
        caption={t('network.directory.activity')}
        captionHidden
        columns={[
          {
            label: t('network.directory.facet.region'),
            heading: true,
            cell: ({ code }) => (
              <a href={link(`/directory?region=${code}`)}>
                {facetLabel('region', code, i18n)}
                {map === 'EU' && `, ${facetLabel('country', code.slice(0, 2), i18n)}`}
              </a>
            ),
          },
          { label: t('network.directory.members'), numeric: true, cell: ({ n }) => i18n.number(n) },
          {
            label: t('network.directory.facet.field'),
            cell: ({ fields }) =>
              fields
                .map(({ field, n }) => `${facetLabel('field', field, i18n)} (${i18n.number(n)})`)
                .join(', '),
          },
        ]}
        rows={rows}
      />
    </Section>
  )
}

/** Members by region of Ukraine and Poland and by country, as a map and as a table beside it. */
export const DirectoryMapPage = (props: Props) => {
  const { i18n, link, t } = usePage()
  const { map, field, counts } = props
  const query = field === null ? '' : `&field=${field}`
  const label =
    field === null
      ? t('network.directory.mapLabel')
      : t('network.directory.mapLabelOf', { field: facetLabel('field', field, i18n) })
  return (
    <Layout
      title={t('network.directory.mapTitle')}
      crumbs={[{ label: t('network.directory.title'), path: '/directory' }]}
      indexed
    >
      <PageHeading
        title={t('network.directory.mapTitle')}
        lead={t('network.directory.lead', { count: counts.total })}
        actions={<ButtonLink href={link('/directory')}>{t('network.directory.list')}</ButtonLink>}
      />
      <Tabs
        label={t('network.directory.mapChoice')}
        tabs={mapNames.map(name => ({
          label: t(tabWords[name]),
          href: link(`/directory/map?of=${name}${query}`),
          current: name === map,
        }))}
      />
      {counts.total === 0 ? (
        <EmptyState title={t('network.directory.empty')} icon="map" />
      ) : (
        <>
          <FieldChoice {...props} />
          <RegionMap
            country={map}
            values={valuesOf(props)}
            label={label}
            valueHeading={t('network.directory.members')}
            href={code =>
              link(map === 'EU' ? `/directory?country=${code}` : `/directory?region=${code}${query}`)
            }
          />
          <Activity {...props} />
        </>
      )}
    </Layout>
  )
}
