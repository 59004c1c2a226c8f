import { usePage } from '../page.tsx'

type ChartTableProps = { caption: string; head: readonly string[]; rows: readonly (readonly string[])[] }

/** The numbers of a chart, folded below it: for people who read rather than look, and for copying. */
export const ChartTable = ({ caption, head, rows }: ChartTableProps) => {
  const { t } = usePage()
  return (
    <details class="chart-table">
      <summary>{t('ui.chart.table')}</summary>
      <section class="table-frame" tabindex={0} aria-label={caption}>
        <table>
          <caption class="sr-only">{caption}</caption>
          <thead>
            <tr>
              {head.map((label, n) => (
                <th scope="col" class={n > 0 ? 'numeric' : undefined}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, ...numbers]) => (
              <tr>
                <th scope="row">{name}</th>
                {numbers.map(number => (
                  <td class="numeric">{number}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  )
}
