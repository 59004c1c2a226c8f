import type { Child } from 'hono/jsx'
import type { I18n } from '#platform/i18n/index.ts'
import { Time } from '#ui/index.ts'
import type { RealisationView } from '../queries/realisation.ts'
import type { ReportView, ResultView } from '../queries/realisation-reports.ts'
import type { MilestoneView, Turn } from '../queries/realisation-work.ts'
import { Speaker } from './speaker.tsx'

type Given = {
  realisation: RealisationView
  milestones: readonly MilestoneView[]
  turns: readonly Turn[]
  reports: readonly ReportView[]
  result: ResultView | null
}

type Dated = { at: string; state: 'done' | 'now' | 'ahead'; title: Child; when: Child }

const turnWords = {
  stalled: 'initiatives.turn.stalled',
  declared: 'initiatives.turn.declared',
  passed: 'initiatives.turn.passed',
  answered: 'initiatives.turn.answered',
  withdrawn: 'initiatives.turn.withdrawn',
} as const

const Title = ({ milestone }: { milestone: MilestoneView }) => (
  <span lang={milestone.contentLocale} dir="auto">
    {milestone.title}
  </span>
)

function ofMilestone(milestone: MilestoneView, today: string, i18n: I18n): Dated[] {
  if (milestone.status === 'dropped') return []
  const { settledAt, dueOn } = milestone
  const late = settledAt === null && dueOn < today
  return [
    {
      at: settledAt ?? dueOn,
      state: settledAt === null ? 'ahead' : 'done',
      title: (
        <>
          <Title milestone={milestone} />
          {late && ` (${i18n.t('initiatives.milestone.late')})`}
        </>
      ),
      when: settledAt === null ? <Time at={dueOn} /> : <Time at={settledAt} day />,
    },
  ]
}

const past = (at: string, title: Child): Dated => ({
  at,
  state: 'done',
  title,
  when: <Time at={at} day />,
})

const ofTurn = (turn: Turn, i18n: I18n): Dated =>
  past(
    turn.at,
    turn.kind !== 'stalled' ? (
      <>
        {i18n.t(turnWords[turn.kind])} <Speaker name={turn.member} />
      </>
    ) : (
      i18n.t(turnWords[turn.kind])
    ),
  )

function ahead({ realisation }: Given, i18n: I18n): Dated[] {
  if (realisation.status !== 'running') return []
  const at = realisation.reportDueAt
  return [{ at, state: 'ahead', title: i18n.t('initiatives.turn.reportDue'), when: <Time at={at} day /> }]
}

/** What happened and what is ahead, in order of time. */
export function momentsOf(given: Given, i18n: I18n) {
  const { realisation, milestones, turns, reports, result } = given
  const moments = [
    past(realisation.decision.sealedAt, i18n.t('initiatives.turn.decided')),
    ...milestones.flatMap(milestone => ofMilestone(milestone, realisation.today, i18n)),
    ...turns.map(turn => ofTurn(turn, i18n)),
    ...reports
      .filter(({ corrects }) => corrects === null)
      .map(({ publishedAt, number }) =>
        past(publishedAt, i18n.t('initiatives.turn.report', { number: i18n.number(number) })),
      ),
    ...(result ? [past(result.publishedAt, i18n.t('initiatives.turn.result'))] : []),
    ...(realisation.status === 'reversed' && realisation.endedAt
      ? [past(realisation.endedAt, i18n.t('initiatives.turn.reversed'))]
      : []),
    ...ahead(given, i18n),
  ]
  const order = { done: 0, now: 1, ahead: 2 }
  return moments
    .toSorted((a, b) => order[a.state] - order[b.state] || (a.at < b.at ? -1 : 1))
    .map(({ state, title, when }) => ({ state, title, when }))
}
