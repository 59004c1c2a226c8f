import { signedIn } from '#platform/http/access.ts'
import { authorize } from '#platform/http/errors.ts'
import { readForm } from '#platform/http/form.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
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
import { mayKeep } from '../policy/councils.ts'
import type { SessionView } from '../queries/session.ts'
import { sessionOf } from './council-of.ts'
import { doWork, show } from './session-desk.tsx'
import { answered } from './session-pages.tsx'

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
