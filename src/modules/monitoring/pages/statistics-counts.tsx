import { percent, usePage } from '#ui/index.ts'
import { type CountRow, countOf } from '../statistics/count-rows.ts'
import type { Shown } from '../statistics/published.ts'
import { written } from '../statistics/written.ts'

/** Hidden is a word in its own dress, so that nobody reads it as a small number or as none. */
export const ShownNumber = ({ shown }: { shown: Shown }) => {
  const { i18n } = usePage()
  return <span class={`shown shown-${shown.state}`}>{written(i18n, shown)}</span>
}

type Props = { caption: string; labelHeading: string; rows: readonly CountRow[]; rateHeading?: string }

/** Numbers by one code: what is confirmed with its bar, and apart from it what one source says. */
export const CountTable = ({ caption, labelHeading, rows, rateHeading }: Props) => {
  const { i18n, t } = usePage()
  const most = Math.max(1, ...rows.map(({ verified }) => countOf(verified)))
  return (
    <div class="table-frame">
      <table class="counts">
        <caption class="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{labelHeading}</th>
            <th scope="col" class="numeric">
              {t('monitoring.statistics.verified')}
            </th>
            <th scope="col" class="numeric">
              {t('monitoring.statistics.assessed')}
            </th>
            {rateHeading !== undefined && (
              <th scope="col" class="numeric">
                {rateHeading}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr>
              <th scope="row">
                {row.label}
                <svg class="count-bar" aria-hidden="true" focusable="false">
                  <rect class="bar-ink" width={percent(countOf(row.verified) / most)} height="100%" rx="2" />
                </svg>
              </th>
              <td class="numeric">
                <ShownNumber shown={row.verified} />
              </td>
              <td class="numeric quiet">
                <ShownNumber shown={row.assessed} />
              </td>
              {rateHeading !== undefined && (
                <td class="numeric quiet">{row.rate === null ? '–' : i18n.number(row.rate)}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
