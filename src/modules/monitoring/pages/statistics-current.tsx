import { Alert, ButtonLink, Figures, Layout, PageHeading, percent, Section, usePage } from '#ui/index.ts'
import type { Tally } from '../queries/tallies.ts'
import type { Words } from '../queries/words.ts'
import { type Alarm, alarmsIn, currentRows, currentSeries } from '../statistics/current.ts'
import { countedWay } from '../statistics/way.ts'
import { codeWord, stepWords } from '../statistics/words.ts'
import { periodWord } from '../statistics/written.ts'
import { CountTable } from './statistics-counts.tsx'
import { TimeChart } from './statistics-time.tsx'

type Props = { tallies: readonly Tally[]; words: Words; today: Temporal.PlainDate; waiting: boolean }

const Alarms = ({ alarms, words }: { alarms: readonly Alarm[]; words: Words }) => {
  const { i18n, t } = usePage()
  if (alarms.length === 0) return <Alert kind="success">{t('monitoring.statistics.nothingUnusual')}</Alert>
  return (
    <Alert kind="warning" title={t('monitoring.statistics.alarm')}>
      <ul>
        {alarms.map(({ dimension, code, month, spike }) => (
          <li>
            {t('monitoring.statistics.alarmSaid', {
              where:
                dimension === 'time'
                  ? t('monitoring.statistics.everything')
                  : codeWord(words, dimension, code, i18n),
              month: periodWord(i18n, { from: Temporal.PlainYearMonth.from(month), months: 1 }),
              observed: i18n.number(spike.observed),
              expected: i18n.number(Math.round(spike.expected * 10) / 10),
            })}
          </li>
        ))}
      </ul>
    </Alert>
  )
}

const Sums = ({ tallies }: { tallies: readonly Tally[] }) => {
  const { t } = usePage()
  const stages = tallies.filter(({ dimension }) => dimension === 'stage')
  const sum = (key: 'received' | 'assessed' | 'verified') =>
    stages.reduce((total, tally) => total + tally[key], 0)
  return (
    <Figures
      figures={[
        { value: sum('verified'), label: t('monitoring.statistics.verified') },
        { value: sum('assessed'), label: t('monitoring.statistics.assessed') },
        { value: sum('received'), label: t('monitoring.statistics.received') },
      ]}
    />
  )
}

const Way = ({ tallies }: { tallies: readonly Tally[] }) => {
  const { i18n, t } = usePage()
  const counted = new Map(
    tallies.filter(({ month }) => month === '').map(tally => [`${tally.dimension} ${tally.code}`, tally]),
  )
  const way = countedWay((dimension, code) => {
    const tally = counted.get(`${dimension} ${code}`)
    return tally ? tally.verified + tally.assessed : 0
  })
  const most = Math.max(1, way[0]?.[1] ?? 1)
  return (
    <Section title={t('monitoring.statistics.way')}>
      <ol class="way-steps">
        {way.map(([step, n]) => (
          <li>
            <span>{t(stepWords[step])}</span>
            <span class="numeric">{i18n.number(n)}</span>
            <svg class="way-bar" aria-hidden="true" focusable="false">
              <rect class="way-ground" width="100%" height="100%" rx="2" />
              <rect class="bar-ink" width={percent(n / most)} height="100%" rx="2" />
            </svg>
          </li>
        ))}
      </ol>
    </Section>
  )
}

const tables = [
  ['region', 'monitoring.statistics.region', 'monitoring.statistics.regionHeading'],
  ['bias', 'monitoring.statistics.bias', 'monitoring.statistics.biasHeading'],
  ['type', 'monitoring.statistics.type', 'monitoring.statistics.typeHeading'],
  ['target_group', 'monitoring.statistics.group', 'monitoring.statistics.groupHeading'],
] as const

/** Numbers of today for those who count them: nothing is hidden here, so nothing of it leaves. */
export const CurrentStatisticsPage = ({ tallies, words, today, waiting }: Props) => {
  const { i18n, link, t } = usePage()
  const title = t('monitoring.statistics.current')
  const series = currentSeries(tallies, today)
  return (
    <Layout title={title} crumbs={[{ label: t('monitoring.statistics.title'), path: '/statistics' }]}>
      <PageHeading
        title={title}
        lead={t('monitoring.statistics.currentLead')}
        actions={
          <>
            <ButtonLink href={link('/statistics/release')} look={waiting ? 'primary' : 'plain'}>
              {t(waiting ? 'monitoring.statistics.requestWaits' : 'monitoring.statistics.prepare')}
            </ButtonLink>
            <ButtonLink href={link('/statistics/comparisons')}>
              {t('monitoring.statistics.comparisons')}
            </ButtonLink>
          </>
        }
      />
      <Alarms alarms={alarmsIn(tallies, today)} words={words} />
      <Section title={t('monitoring.statistics.lastYear')}>
        <Sums tallies={tallies} />
      </Section>
      {series.length > 0 && (
        <Section title={t('monitoring.statistics.time')}>
          <TimeChart caption={t('monitoring.statistics.timeAll')} points={series} />
        </Section>
      )}
      <div class="count-pair">
        {tables.map(([dimension, heading, label]) => (
          <Section title={t(heading)}>
            <CountTable
              caption={t(heading)}
              labelHeading={t(label)}
              rows={currentRows(tallies, dimension, code => codeWord(words, dimension, code, i18n))}
            />
          </Section>
        ))}
      </div>
      <Way tallies={tallies} />
    </Layout>
  )
}
