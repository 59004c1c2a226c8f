import type { Child } from 'hono/jsx'
import { open, signedIn } from '#platform/http/access.ts'
import { readForm } from '#platform/http/form.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import type { Outcome } from '#platform/refusal.ts'
import { addItem, cancelSession, inviteToSession, moveSession, planSession } from '../actions/keep-session.ts'
import { calendarFile } from '../calendar.ts'
import { itemForm, reasonForm, sessionForm } from '../forms/sessions.ts'
import { CouncilForm, type Filled } from '../pages/seats.tsx'
import { SessionPage } from '../pages/session.tsx'
import { ItemFields, ReasonField, SessionFields } from '../pages/session-forms.tsx'
import type { SessionView } from '../queries/session.ts'
import { pathOf } from '../session-path.ts'
import { type C, instantOf, keptCouncil, keptSession, localOf, partsOf, sessionOf } from './council-of.ts'

/** The page of the session, with what the rules refused. */
export async function showSession(c: C, refusal?: Outcome & { ok: false }) {
  const session = await c.var.read(tx => sessionOf(c, tx))
  return c.var.page(<SessionPage session={session} viewer={c.var.viewer} refusal={refusal} />, {
    status: refusal ? 409 : 200,
  })
}

type Face = { title: string; lead: string; confirm?: string; path: string; files?: boolean; danger?: boolean }

/** A form about the session of the address. */
export function sessionFormPage(
  c: C,
  session: SessionView,
  face: Face,
  fields: Child,
  shown: Filled,
  status: 200 | 409 | 422,
) {
  const at = pathOf(session)
  const { title, lead, confirm = title, path, files, danger } = face
  return c.var.page(
    <CouncilForm
      council={session.council}
      {...{ title, lead, confirm, files, danger }}
      action={`${at}/${path}`}
      back={at}
      {...shown}
      children={fields}
    />,
    { status },
  )
}

async function showNew(c: C, shown: Filled = {}, status: 200 | 422 = 200) {
  const council = await c.var.read(tx => keptCouncil(c, tx))
  const at = `/councils/${council.slug}`
  const { t } = c.var.i18n
  const page = {
    title: t('councils.session.plan'),
    lead: t('councils.session.planLead'),
    confirm: t('councils.session.plan'),
  }
  return c.var.page(
    <CouncilForm
      council={council}
      {...page}
      action={`${at}/sessions`}
      back={at}
      {...shown}
      children={<SessionFields />}
    />,
    { status },
  )
}

async function showMove(c: C, shown: Filled | null, status: 200 | 409 | 422 = 200) {
  const session = await c.var.read(tx => keptSession(c, tx))
  const { title, place, onlineUrl, startsAt, endsAt } = session
  const stored = {
    ...partsOf('title', title),
    place: place ?? '',
    onlineUrl: onlineUrl ?? '',
    startsAt: localOf(c, startsAt),
    endsAt: localOf(c, endsAt),
  }
  const { t } = c.var.i18n
  const face = { title: t('councils.session.move'), lead: t('councils.session.moveLead'), path: 'form' }
  return sessionFormPage(c, session, face, <SessionFields />, shown ?? { values: stored }, status)
}

async function showItem(c: C, shown: Filled = {}, status: 200 | 422 = 200) {
  const session = await c.var.read(tx => keptSession(c, tx))
  const { t } = c.var.i18n
  const face = { title: t('councils.item.add'), lead: t('councils.item.addLead'), path: 'items' }
  return sessionFormPage(c, session, face, <ItemFields />, shown, status)
}

async function showCancellation(c: C, shown: Filled = {}, status: 200 | 422 = 200) {
  const session = await c.var.read(tx => keptSession(c, tx))
  const { t } = c.var.i18n
  const face = {
    title: t('councils.session.cancel'),
    lead: t('councils.session.cancelLead'),
    path: 'cancellation',
    danger: true,
  }
  return sessionFormPage(c, session, face, <ReasonField />, shown, status)
}

const factsOf = (
  c: C,
  {
    onlineUrl,
    startsAt,
    endsAt,
    ...facts
  }: {
    onlineUrl: string | null
    startsAt: Temporal.PlainDateTime
    endsAt: Temporal.PlainDateTime | null
    title: object
    place: string | null
  },
) => ({
  ...facts,
  title: facts.title as Record<string, string>,
  startsAt: instantOf(c, startsAt),
  endsAt: endsAt && instantOf(c, endsAt),
})

/** Says on the page of the session what was done, or refused. */
export const answered = (
  c: C,
  session: SessionView,
  outcome: Outcome,
  said: Parameters<C['var']['seeOther']>[1],
) => (outcome.ok ? c.var.seeOther(pathOf(session), said) : showSession(c, outcome))

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
