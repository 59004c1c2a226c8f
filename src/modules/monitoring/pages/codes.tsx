import { usePage } from '#ui/index.ts'
import { termLabels, type Vocabulary } from '../coding/vocabulary.ts'

type CodesProps = { vocabulary: Vocabulary; list: string; codes: readonly string[] }

/** What codes say, in the order of their vocabulary; a dash where there is none. */
export const Codes = ({ vocabulary, list, codes }: CodesProps) => {
  const { i18n, t } = usePage()
  if (codes.length === 0) return <span class="muted">{t('monitoring.coding.nothing')}</span>
  return <>{termLabels(vocabulary, list, codes, i18n).join('; ')}</>
}

/** A month by its first day, in the reader's language. */
export const Month = ({ first }: { first: string }) => {
  const { i18n } = usePage()
  const words = Temporal.PlainDate.from(first).toLocaleString(i18n.lang, { month: 'long', year: 'numeric' })
  return <time datetime={first.slice(0, 7)}>{words}</time>
}

type WhenProps = { month: string | null; monthUntil: string | null; precision: string }

/** When it was, as exactly as it may stand in the open. */
export const When = ({ month, monthUntil, precision }: WhenProps) => {
  const { t } = usePage()
  if (month === null) return <>{t('monitoring.incident.notKnown')}</>
  if (precision === 'half_year') {
    const year = month.slice(0, 4)
    return (
      <>
        {t('monitoring.incident.halfYear', { half: month.slice(5, 7) === '01' ? 'first' : 'second', year })}
      </>
    )
  }
  return (
    <>
      <Month first={month} />
      {monthUntil !== null && monthUntil !== month && (
        <>
          {' – '}
          <Month first={monthUntil} />
        </>
      )}
    </>
  )
}
