import { ChartTable, heightScale, labelled, Plot, PlotLabels, usePage } from '#ui/index.ts'
import { heightsOf, placesOf, TimeMarks } from '../pictures/time-marks.tsx'
import type { Point } from '../statistics/series.ts'
import { beginWord, periodWord, saidOf, written } from '../statistics/written.ts'

const Legend = ({ points }: { points: readonly Point[] }) => {
  const { t } = usePage()
  const entries = [
    {
      look: 'time-expected',
      words: t('monitoring.statistics.legendExpected'),
      is: points.some(p => p.spike),
    },
    {
      look: 'time-alarm',
      words: t('monitoring.statistics.legendUnusual'),
      is: points.some(p => p.spike?.alarm),
    },
    {
      look: 'time-hidden',
      words: t('monitoring.statistics.legendHidden'),
      is: points.some(p => p.shown.state === 'hidden'),
    },
    {
      look: 'time-more',
      words: t('monitoring.statistics.legendMore'),
      is: points.some(p => p.shown.state === 'number' && p.shown.more),
    },
    {
      look: 'time-unknown',
      words: t('monitoring.statistics.legendUnpublished'),
      is: points.some(p => p.shown.state === 'unpublished'),
    },
    {
      look: 'time-quarter',
      words: t('monitoring.statistics.legendQuarter'),
      is: points.some(p => p.months === 3),
    },
  ]
  return (
    <ul class="legend">
      {entries
        .filter(({ is }) => is)
        .map(({ look, words }) => (
          <li>
            <LegendMark look={look} />
            {words}
          </li>
        ))}
    </ul>
  )
}

const LegendMark = ({ look }: { look: string }) => (
  <svg class={`legend-mark ${look}`} width="28" height="16" aria-hidden="true" focusable="false">
    {look === 'time-alarm' && <path d="M14 15L7 3H21Z" />}
    {look === 'time-expected' && <line x1="0" x2="28" y1="8" y2="8" />}
    {look === 'time-quarter' && <rect class="time-ink" x="1" width="26" y="5" height="11" />}
    {look === 'time-unknown' && <rect width="28" height="16" />}
    {(look === 'time-hidden' || look === 'time-more') && (
      <>
        <rect y="1" width="28" height="14" />
        <line x1="0" x2="28" y1="6" y2="6" />
        <line x1="0" x2="28" y1="11" y2="11" />
      </>
    )}
  </svg>
)

/** What was published month by month, with what was to be expected; the numbers stand below as a table. */
export const TimeChart = ({ caption, points }: { caption: string; points: readonly Point[] }) => {
  const { i18n, t } = usePage()
  const { top, ticks } = heightScale(heightsOf(points))
  const places = placesOf(points)
  const unusual = points.filter(({ spike }) => spike?.alarm)
  const summary = t('monitoring.statistics.timeSummary', {
    unusual: unusual.length > 0 ? 'yes' : 'no',
    months: i18n.list(unusual.map(point => periodWord(i18n, point))),
  })
  return (
    <figure class="chart">
      <figcaption>{caption}</figcaption>
      <Plot label={`${caption}. ${summary}`} ticks={ticks} top={top} format={i18n.number}>
        <TimeMarks points={points} top={top} said={point => saidOf(i18n, point)} />
      </Plot>
      <PlotLabels
        labels={points.map(point => beginWord(i18n, point))}
        shown={labelled(points.length, 4)}
        middle={n => places[n]!.start}
      />
      <Legend points={points} />
      <ChartTable
        caption={caption}
        head={[
          t('monitoring.statistics.period'),
          t('monitoring.statistics.reports'),
          t('monitoring.statistics.expected'),
        ]}
        rows={points.map(point => [
          periodWord(i18n, point),
          written(i18n, point.shown),
          expectedWord(point, i18n.number, t('monitoring.statistics.tooShort')),
        ])}
      />
    </figure>
  )
}

const expectedWord = ({ spike }: Point, number: (value: number) => string, unknown: string) =>
  spike ? number(Math.round(spike.expected * 10) / 10) : unknown
