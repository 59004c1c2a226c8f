import type { Child } from 'hono/jsx'
import type { Tx } from '#platform/database/scope.ts'
import { authorize } from '#platform/http/errors.ts'
import type { Outcome } from '#platform/refusal.ts'
import type { Filled } from '../pages/seats.tsx'
import {
  AttendanceFields,
  ConflictFields,
  DecisionFields,
  ReportFields,
  VoteFields,
} from '../pages/session-forms.tsx'
import { canDeclareConflict, canReport, mayKeep } from '../policy/councils.ts'
import type { SessionView } from '../queries/session.ts'
import { type C, sessionOf } from './council-of.ts'
import { answered, sessionFormPage } from './session-pages.tsx'

type Work = 'attendance' | 'decision' | 'vote' | 'conflict' | 'report'

const words = {
  attendance: ['councils.attendance.record', 'councils.attendance.recordLead'],
  decision: ['councils.item.decide', 'councils.item.decideLead'],
  vote: ['councils.vote.record', 'councils.vote.recordLead'],
  conflict: ['councils.conflict.declare', 'councils.conflict.lead'],
  report: ['councils.report.write', 'councils.report.writeLead'],
} as const

const fields: Record<Work, (session: SessionView) => Child> = {
  attendance: session => <AttendanceFields session={session} />,
  decision: session => <DecisionFields session={session} />,
  vote: session => <VoteFields session={session} />,
  conflict: session => <ConflictFields session={session} />,
  report: session => <ReportFields session={session} />,
}

/** What the viewer may do at this session; the rest is for who keeps the council. */
function allowed(c: C, session: SessionView, work: Work): boolean {
  if (work === 'report') return canReport(session)
  if (work === 'conflict') return canDeclareConflict(session)
  return mayKeep(c.var.viewer, session)
}

async function atWork(c: C, tx: Tx, work: Work): Promise<SessionView> {
  const session = await sessionOf(c, tx)
  authorize(allowed(c, session, work))
  return session
}

function stored(session: SessionView, work: Work): Filled {
  if (work === 'vote') return { values: { rule: session.council.majorityRule } }
  if (work === 'conflict') return { values: { abstains: 'yes' } }
  if (work === 'attendance') {
    const said = session.attendants.map(({ seat, status, reply }) => [
      `seat:${seat}`,
      status ?? (reply === 'not_coming' ? 'excused' : 'present'),
    ])
    return { values: Object.fromEntries(said) }
  }
  if (work !== 'report') return {}
  const own = session.attendants.find(({ own, delegate }) => own && delegate)
  const written = session.reports.find(({ seat }) => seat === own?.seat)
  return written
    ? { values: { happened: written.happened, said: written.said, nextSteps: written.nextSteps } }
    : {}
}

export async function show(c: C, work: Work, shown?: Filled, status: 200 | 409 | 422 = 200) {
  const session = await c.var.read(tx => atWork(c, tx, work))
  const { t } = c.var.i18n
  const [title, lead] = words[work]
  const face = { title: t(title), lead: t(lead), path: work }
  return sessionFormPage(c, session, face, fields[work](session), shown ?? stored(session, work), status)
}

type Deed = (tx: Tx, session: SessionView) => Promise<Outcome>

export async function doWork(c: C, work: Work, values: Filled['values'], deed: Deed) {
  const { session, outcome } = await c.var.write(async tx => {
    const session = await atWork(c, tx, work)
    return { session, outcome: await deed(tx, session) }
  })
  if (!outcome.ok) return show(c, work, { values, refusal: outcome }, 409)
  return answered(c, session, outcome, 'councils.said.done')
}
