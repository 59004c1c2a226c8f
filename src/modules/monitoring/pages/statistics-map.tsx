import { regionCodes } from '#platform/places/index.ts'
import { FilterBar, Layout, PageHeading, RegionMap, SelectField, Tabs, usePage } from '#ui/index.ts'
import type { Standing } from '../schema/releases.ts'
import type { Shown } from '../statistics/published.ts'
import { countriesOf, type MapCountry, regionsShown } from '../statistics/regions.ts'
import { codeWord, standingWords } from '../statistics/words.ts'
import { written } from '../statistics/written.ts'
import { Caveat, type Shared } from './statistics-sections.tsx'

export type MapAsk = { standing: Standing; bias: string | null; of: MapCountry | null }

type Props = Shared & MapAsk

const codesWhere = (shown: ReadonlyMap<string, Shown>, state: Shown['state']) =>
  new Set([...shown].filter(([, one]) => one.state === state).map(([code]) => code))

/** A country's regions, shaded by what is published; nothing that is hidden or unknown looks like nothing. */
export const StatisticsMap = (props: Props) => {
  const { i18n, t } = usePage()
  const { published, words, standing, bias, of, country } = props
  const chosen = of ?? countriesOf(published, country)[0]
  if (!chosen) return null
  const shown = regionsShown(published, props, regionCodes(chosen))
  const values = [...shown].flatMap(([code, one]): [string, number][] =>
    one.state === 'number' ? [[code, one.value]] : [],
  )
  const label =
    bias === null
      ? t('monitoring.statistics.mapLabel')
      : t('monitoring.statistics.mapLabelOf', { bias: codeWord(words, 'bias', bias, i18n) })
  return (
    <RegionMap
      country={chosen}
      values={new Map(values)}
      label={label}
      valueHeading={t(standingWords[standing])}
      written={code => written(i18n, shown.get(code)!)}
      without={[
        { look: 'hidden', words: t('monitoring.statistics.hidden'), codes: codesWhere(shown, 'hidden') },
        {
          look: 'unknown',
          words: t('monitoring.statistics.unpublished'),
          codes: codesWhere(shown, 'unpublished'),
        },
      ]}
    />
  )
}

type MapPageProps = Props & { base: string }

const MapForm = (props: MapPageProps) => {
  const { published, words, year, standing, bias, of, base } = props
  const { i18n, link, t } = usePage()
  const options = published
    .codes('bias')
    .map(value => ({ value, label: codeWord(words, 'bias', value, i18n) }))
    .sort((a, b) => i18n.compare(a.label, b.label))
  return (
    <FilterBar
      action={link(`${base}/map`)}
      values={{ bias: bias ?? '', year: year ?? '', standing }}
      active={[]}
    >
      {of !== null && <input type="hidden" name="of" value={of} />}
      <SelectField
        name="bias"
        label={t('monitoring.statistics.bias')}
        options={options}
        empty={t('monitoring.statistics.anyBias')}
      />
      <SelectField
        name="year"
        label={t('monitoring.statistics.years')}
        options={published.years().map(value => ({ value, label: value }))}
        empty={t('monitoring.statistics.allYears')}
      />
      <SelectField
        name="standing"
        label={t('monitoring.statistics.standing')}
        options={(['verified', 'assessed'] as const).map(value => ({
          value,
          label: t(standingWords[value]),
        }))}
        empty={null}
      />
    </FilterBar>
  )
}

/** The map by itself: of one bias, one year, one country. */
export const StatisticsMapPage = (props: MapPageProps) => {
  const { i18n, link, t } = usePage()
  const { published, country, of, base, release } = props
  const countries = countriesOf(published, country)
  return (
    <Layout
      title={t('monitoring.statistics.mapTitle')}
      crumbs={[{ label: t('monitoring.statistics.title'), path: base }]}
      indexed
    >
      <PageHeading
        title={t('monitoring.statistics.mapTitle')}
        lead={t('monitoring.statistics.lead', { day: i18n.date(release.recordedUntil) })}
      />
      <Caveat note={i18n.text(release.note).value} />
      {countries.length > 1 && (
        <Tabs
          label={t('monitoring.statistics.mapCountry')}
          tabs={countries.map(one => ({
            label: i18n.country(one),
            href: link(`${base}/map?of=${one}`),
            current: one === (of ?? countries[0]),
          }))}
        />
      )}
      <MapForm {...props} />
      <StatisticsMap {...props} />
    </Layout>
  )
}
