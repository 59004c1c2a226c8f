import { BarChart, ColumnChart, LineChart, RegionMap, Section, StackedBar, usePage } from '../index.ts'
import { european, polish, ukrainian } from './organisations.ts'

export const ChartPart = () => {
  const { i18n, t } = usePage()
  const month = new Intl.DateTimeFormat(i18n.locale, { month: 'short' })
  const months = Array.from({ length: 12 }, (_, n) =>
    month.format(Temporal.PlainDate.from({ year: 2026, month: n + 1, day: 1 })),
  )
  return (
    <Section title={t('gallery.charts')} id="charts">
      <div class="grid gap-8 lg:grid-cols-2">
        <ColumnChart
          caption={t('gallery.charts.byYear')}
          labelHeading={t('gallery.charts.year')}
          valueHeading={t('gallery.charts.count')}
          columns={[12, 7, 3, 0, 2, 4, 6, 5, 9, 3, 14].map((value, n) => ({
            label: String(2011 + n),
            value,
          }))}
        />
        <LineChart
          caption={t('gallery.charts.initiatives')}
          labelHeading={t('gallery.charts.month')}
          labels={months}
          series={[
            { name: t('gallery.charts.started'), values: [3, 5, 4, 8, 9, 7, 2, 4, 11, 13, 9, 6] },
            { name: t('gallery.charts.finished'), values: [0, 2, 3, 3, 6, 5, 4, 3, 5, 9, 10, 8] },
          ]}
        />
        <BarChart
          caption={t('gallery.charts.communities')}
          labelHeading={t('gallery.charts.community')}
          valueHeading={t('gallery.charts.count')}
          bars={['rom', 'el', 'crh', 'hu', 'bg'].map((code, n) => ({
            label: i18n.language(code),
            value: [14, 9, 8, 3, 0][n] ?? 0,
            href: n === 0 ? '#charts' : undefined,
          }))}
        />
        <StackedBar
          id="forms"
          caption={t('gallery.charts.forms')}
          parts={[
            { label: t('gallery.form.collective'), value: 48 },
            { label: t('gallery.form.individual'), value: 12 },
            { label: t('gallery.form.partner'), value: 21 },
          ]}
        />
      </div>
    </Section>
  )
}

export const MapPart = () => {
  const { t } = usePage()
  return (
    <Section title={t('gallery.maps')} id="maps">
      <RegionMap
        country="UA"
        values={ukrainian}
        label={t('gallery.maps.ua')}
        valueHeading={t('gallery.table')}
        href={code => `#${code}`}
      />
      <RegionMap
        country="PL"
        values={polish}
        label={t('gallery.maps.pl')}
        valueHeading={t('gallery.table')}
        href={code => `#${code}`}
      />
      <RegionMap
        country="EU"
        values={european}
        label={t('gallery.maps.eu')}
        valueHeading={t('gallery.table')}
      />
    </Section>
  )
}
