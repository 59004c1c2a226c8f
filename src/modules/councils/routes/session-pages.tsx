import type { Child } from 'hono/jsx'
import type { Outcome } from '#platform/refusal.ts'
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

export async function showNew(c: C, shown: Filled = {}, status: 200 | 422 = 200) {
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

export async function showMove(c: C, shown: Filled | null, status: 200 | 409 | 422 = 200) {
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

export async function showItem(c: C, shown: Filled = {}, status: 200 | 422 = 200) {
  const session = await c.var.read(tx => keptSession(c, tx))
  const { t } = c.var.i18n
  const face = { title: t('councils.item.add'), lead: t('councils.item.addLead'), path: 'items' }
  return sessionFormPage(c, session, face, <ItemFields />, shown, status)
}

export async function showCancellation(c: C, shown: Filled = {}, status: 200 | 422 = 200) {
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

export const factsOf = (
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
