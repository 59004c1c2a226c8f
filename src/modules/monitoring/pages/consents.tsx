import { Alert, Time, usePage } from '#ui/index.ts'
import type { ConsentEntry } from '../queries/report-list.ts'
import { type ConsentUse, consentUses } from '../report/consent-uses.ts'
import { useWords } from '../report/words.ts'

/** What each use asks of whoever uses it: the words that stood beside the box when it was ticked. */
const promises = {
  authority: 'monitoring.intake.promise.authority',
  lawyer: 'monitoring.intake.promise.lawyer',
  media: 'monitoring.intake.promise.media',
} as const

/** What follows where a use is not agreed to. */
const refusals = {
  statistics: 'monitoring.intake.promise.notCounted',
  map: 'monitoring.intake.promise.noRegion',
} as const

const isRefusal = (use: ConsentUse): use is keyof typeof refusals => use in refusals

const isPromise = (use: ConsentUse): use is keyof typeof promises => use in promises

/** What is agreed to today and what is not, with what was promised for each. What is not ticked is not allowed. */
export const Uses = ({ consents }: { consents: readonly ConsentUse[] }) => {
  const { t } = usePage()
  return (
    <ul class="uses">
      {consentUses.map(use => {
        const agreed = consents.includes(use)
        return (
          <li>
            <strong>{t(agreed ? 'monitoring.intake.consent.yes' : 'monitoring.intake.consent.no')}</strong>{' '}
            {t(useWords[use])}
            {agreed && isPromise(use) && <span class="hint">{t(promises[use])}</span>}
            {!agreed && isRefusal(use) && <span class="hint">{t(refusals[use])}</span>}
          </li>
        )
      })}
    </ul>
  )
}

/** Everything that was agreed to and taken back, day by day. */
export const Ledger = ({ ledger }: { ledger: readonly ConsentEntry[] }) => {
  const { t } = usePage()
  if (ledger.length === 0) return null
  return (
    <details>
      <summary>{t('monitoring.intake.consent.ledger', { count: ledger.length })}</summary>
      <ul class="plain-list">
        {ledger.map(({ use, given, toldOn }) => (
          <li>
            <Time at={toldOn} /> ·{' '}
            {t(given ? 'monitoring.intake.consent.given' : 'monitoring.intake.consent.takenBack')}{' '}
            {t(useWords[use])}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Said wherever somebody might pass on what was told. */
export const AskFirst = () => {
  const { t } = usePage()
  return (
    <Alert kind="warning" title={t('monitoring.intake.promise.title')}>
      {t('monitoring.intake.promise.askFirst')}
    </Alert>
  )
}
