import type { Child } from 'hono/jsx'
import type { Tx } from '#platform/database/scope.ts'
import { signedIn } from '#platform/http/access.ts'
import { authorize } from '#platform/http/errors.ts'
import { readForm } from '#platform/http/form.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import type { Outcome } from '#platform/refusal.ts'
import { recordDecision, recordVote } from '../actions/decide.ts'
import { declareConflict, holdSession, replyToInvitation } from '../actions/keep-session.ts'
import { reportBack } from '../actions/report-back.ts'
import {
  attendanceForm,
  conflictForm,
  decisionForm,
  replyForm,
  reportForm,
  voteForm,
} from '../forms/sessions.ts'
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
import { answered, sessionFormPage } from './sessions.tsx'

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

async function show(c: C, work: Work, shown?: Filled, status: 200 | 409 | 422 = 200) {
  const session = await c.var.read(tx => atWork(c, tx, work))
  const { t } = c.var.i18n
  const [title, lead] = words[work]
  const face = { title: t(title), lead: t(lead), path: work }
  return sessionFormPage(c, session, face, fields[work](session), shown ?? stored(session, work), status)
}

type Deed = (tx: Tx, session: SessionView) => Promise<Outcome>

async function doWork(c: C, work: Work, values: Filled['values'], deed: Deed) {
  const { session, outcome } = await c.var.write(async tx => {
    const session = await atWork(c, tx, work)
    return { session, outcome: await deed(tx, session) }
  })
  if (!outcome.ok) return show(c, work, { values, refusal: outcome }, 409)
  return answered(c, session, outcome, 'councils.said.done')
}

const ownSeat = (session: SessionView, seat: string) =>
  session.attendants.some(one => one.own && one.seat === seat)

export const sessionWorkRoutes = umbrellaRoutes()
  .post('/councils/:slug/sessions/:number/reply', signedIn, async c => {
    const form = await readForm(c, replyForm)
    const { session, outcome } = await c.var.write(async tx => {
      const session = await sessionOf(c, tx)
      authorize(form.ok && ownSeat(session, form.data.seat))
      return { session, outcome: await replyToInvitation(tx, session, form.data.seat, form.data.reply) }
    })
    return answered(c, session, outcome, 'councils.said.replied')
  })
  .get('/councils/:slug/sessions/:number/attendance', signedIn, c => show(c, 'attendance'))
  .post('/councils/:slug/sessions/:number/attendance', signedIn, async c => {
    const form = await readForm(c, attendanceForm)
    if (!form.ok) return show(c, 'attendance', form, 422)
    return doWork(c, 'attendance', form.values, (tx, session) => {
      const sitting = new Set(session.attendants.map(({ seat }) => seat))
      const present = new Map(Object.entries(form.data.seat).filter(([seat]) => sitting.has(seat)))
      const voting = new Set(session.attendants.filter(one => one.voting).map(({ seat }) => seat))
      return holdSession(tx, session, { present, voting })
    })
  })
  .get('/councils/:slug/sessions/:number/decision', signedIn, c => show(c, 'decision'))
  .post('/councils/:slug/sessions/:number/decision', signedIn, async c => {
    const form = await readForm(c, decisionForm)
    if (!form.ok) return show(c, 'decision', form, 422)
    return doWork(c, 'decision', form.values, (tx, session) =>
      recordDecision(tx, session, { ...form.data, lang: c.var.locale }),
    )
  })
  .get('/councils/:slug/sessions/:number/vote', signedIn, c => show(c, 'vote'))
  .post('/councils/:slug/sessions/:number/vote', signedIn, async c => {
    const form = await readForm(c, voteForm)
    if (!form.ok) return show(c, 'vote', form, 422)
    const { seat, ...facts } = form.data
    return doWork(c, 'vote', form.values, (tx, session) =>
      recordVote(tx, session, { ...facts, each: new Map(Object.entries(seat)) }),
    )
  })
  .get('/councils/:slug/sessions/:number/conflict', signedIn, c => show(c, 'conflict'))
  .post('/councils/:slug/sessions/:number/conflict', signedIn, async c => {
    const form = await readForm(c, conflictForm)
    if (!form.ok) return show(c, 'conflict', form, 422)
    const { item, seat, reason, abstains } = form.data
    return doWork(c, 'conflict', form.values, (tx, session) => {
      authorize(mayKeep(c.var.viewer, session) || ownSeat(session, seat))
      return declareConflict(tx, session, { itemId: item, seatId: seat, reason, abstains })
    })
  })
  .get('/councils/:slug/sessions/:number/report', signedIn, c => show(c, 'report'))
  .post('/councils/:slug/sessions/:number/report', signedIn, async c => {
    const form = await readForm(c, reportForm)
    if (!form.ok) return show(c, 'report', form, 422)
    return doWork(c, 'report', form.values, (tx, session) => {
      authorize(ownSeat(session, form.data.seat))
      return reportBack(tx, { ...form.data, session: session.id, lang: c.var.locale })
    })
  })
