import type { MessageKey } from '#platform/i18n/index.ts'
import { Alert, usePage } from '#ui/index.ts'
import type { DecisionView } from '../queries/decision.ts'

const follows = ({ kind, outcome }: DecisionView): MessageKey | null => {
  if (kind === 'admission')
    return outcome === 'supported'
      ? 'initiatives.decision.setAside.admitted'
      : 'initiatives.decision.setAside.refused'
  if (outcome !== 'supported') return null
  if (kind === 'initiative') return 'initiatives.decision.setAside.initiative'
  return kind === 'rule' || kind === 'goal' ? 'initiatives.decision.setAside.rule' : null
}

/** The way to the members' answer by which a decision was set aside. */
export const AnswerLink = ({ number }: { number: number }) => {
  const { i18n, link, t } = usePage()
  return (
    <a href={link(`/decisions/${number}`)}>
      {t('initiatives.appeal.answer', { number: i18n.number(number) })}
    </a>
  )
}

/** Says that a decision holds no longer, by which one, and what follows. */
export const SetAside = ({ decision }: { decision: DecisionView }) => {
  const { t } = usePage()
  if (decision.setAsideBy === null) return null
  const then = follows(decision)
  return (
    <Alert kind="warning" title={t('initiatives.decision.setAside.title')}>
      <p>{t('initiatives.decision.setAside.text')}</p>
      {then && <p>{t(then)}</p>}
      <p>
        <AnswerLink number={decision.setAsideBy} />
      </p>
    </Alert>
  )
}
