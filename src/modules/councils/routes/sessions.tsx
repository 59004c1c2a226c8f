import { open, signedIn } from '#platform/http/access.ts'
import { readForm } from '#platform/http/form.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { addItem, cancelSession, inviteToSession, moveSession, planSession } from '../actions/keep-session.ts'
import { calendarFile } from '../calendar.ts'
import { itemForm, reasonForm, sessionForm } from '../forms/sessions.ts'
import { pathOf } from '../session-path.ts'
import { keptCouncil, keptSession, sessionOf } from './council-of.ts'
import {
  answered,
  factsOf,
  showCancellation,
  showItem,
  showMove,
  showNew,
  showSession,
} from './session-pages.tsx'

export const sessionRoutes = umbrellaRoutes()
  .get('/councils/:slug/sessions/new', signedIn, c => showNew(c))
  .post('/councils/:slug/sessions', signedIn, async c => {
    const form = await readForm(c, sessionForm)
    if (!form.ok) return showNew(c, form, 422)
    const path = await c.var.write(async tx => {
      const council = await keptCouncil(c, tx)
      const number = await planSession(tx, council, factsOf(c, form.data), form.data.onlineUrl)
      return pathOf({ council, number })
    })
    return c.var.seeOther(path, 'councils.said.planned')
  })
  .get('/councils/:slug/sessions/:number', open, c => showSession(c))
  .get('/councils/:slug/sessions/:number/form', signedIn, c => showMove(c, null))
  .post('/councils/:slug/sessions/:number/form', signedIn, async c => {
    const form = await readForm(c, sessionForm)
    if (!form.ok) return showMove(c, form, 422)
    const { session, outcome } = await c.var.write(async tx => {
      const session = await keptSession(c, tx)
      return { session, outcome: await moveSession(tx, session, factsOf(c, form.data), form.data.onlineUrl) }
    })
    return answered(c, session, outcome, 'councils.said.moved')
  })
  .get('/councils/:slug/sessions/:number/items/new', signedIn, c => showItem(c))
  .post('/councils/:slug/sessions/:number/items', signedIn, async c => {
    const form = await readForm(c, itemForm)
    if (!form.ok) return showItem(c, form, 422)
    const session = await c.var.write(async tx => {
      const session = await keptSession(c, tx)
      await addItem(tx, session, form.data)
      return session
    })
    return c.var.seeOther(pathOf(session), 'councils.said.itemAdded')
  })
  .post('/councils/:slug/sessions/:number/invitation', signedIn, async c => {
    const { session, outcome } = await c.var.write(async tx => {
      const session = await keptSession(c, tx)
      return { session, outcome: await inviteToSession(tx, session) }
    })
    return answered(c, session, outcome, 'councils.said.invited')
  })
  .get('/councils/:slug/sessions/:number/cancellation', signedIn, c => showCancellation(c))
  .post('/councils/:slug/sessions/:number/cancellation', signedIn, async c => {
    const form = await readForm(c, reasonForm)
    if (!form.ok) return showCancellation(c, form, 422)
    const { session, outcome } = await c.var.write(async tx => {
      const session = await keptSession(c, tx)
      return { session, outcome: await cancelSession(tx, session, form.data.reason) }
    })
    return answered(c, session, outcome, 'councils.said.cancelled')
  })
  .get('/councils/:slug/sessions/:number/calendar.ics', open, async c => {
    const session = await c.var.read(tx => sessionOf(c, tx))
    const { i18n, umbrella, platform } = c.var
    const name = i18n.text(session.council.name).value
    const { id, number, startsAt, endsAt, place, status } = session
    const url = `${platform.config.origin}/${c.var.locale}/${umbrella.slug}${pathOf(session)}`
    const title = `${name}: ${i18n.t('councils.session.numbered', { number })}`
    const event = { id, title, startsAt, endsAt, place, url, cancelled: status === 'cancelled' }
    return c.body(calendarFile(name, [event]), 200, { 'content-type': 'text/calendar; charset=utf-8' })
  })
