import { Alert, Badge, ButtonLink, Section, usePage } from '#ui/index.ts'
import { statusTones, statusWords } from '../initiative-words.ts'
import type { Standing } from '../queries/standing.ts'
import { LiveTally } from './live-tally.tsx'
import { AnswerLink } from './set-aside.tsx'

const closedWords = {
  void: 'initiatives.initiative.voteVoid',
  cancelled: 'initiatives.initiative.voteCancelled',
  withdrawn: 'initiatives.initiative.voteWithdrawn',
} as const

const Outcome = ({ standing }: { standing: Standing }) => {
  const { t } = usePage()
  const { status, outcome, tally, electorate, setAsideBy } = standing
  if (status === 'void' || status === 'cancelled' || status === 'withdrawn')
    return <p>{t(closedWords[status])}</p>
  if (!outcome) return null
  return (
    <>
      {setAsideBy !== null && (
        <Alert kind="warning">
          {t('initiatives.realisation.setAsideTitle')}. <AnswerLink number={setAsideBy} />
        </Alert>
      )}
      <p class="lead">
        <Badge tone={statusTones[outcome]}>{t(statusWords[outcome])}</Badge>{' '}
        {tally && t('initiatives.initiative.yesOf', { yes: tally.yes, electorate })}
      </p>
    </>
  )
}

/** How the members stand to an initiative, on its own page; voting is on the decision's. */
export const DecisionBox = ({ standing }: { standing: Standing }) => {
  const { i18n, link, t } = usePage()
  const runs = standing.status === 'open' || standing.status === 'countdown'
  return (
    <Section
      title={t('initiatives.board.decision', { number: i18n.number(standing.number) })}
      id="decision"
      actions={
        <ButtonLink href={link(`/decisions/${standing.number}`)} look={runs ? 'primary' : 'plain'}>
          {t(runs ? 'initiatives.initiative.toVote' : 'initiatives.initiative.toDecision')}
        </ButtonLink>
      }
    >
      {runs ? <LiveTally standing={standing} /> : <Outcome standing={standing} />}
    </Section>
  )
}
