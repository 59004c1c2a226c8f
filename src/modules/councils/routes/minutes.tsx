import { fileResponse, findFile } from '#platform/files/index.ts'
import { open, signedIn } from '#platform/http/access.ts'
import { authorize, found } from '#platform/http/errors.ts'
import { readForm } from '#platform/http/form.ts'
import { idParam } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { refuse } from '#platform/refusal.ts'
import { approveMinutes, proposeMinutes, publishMinutes } from '../actions/keep-minutes.ts'
import { addDocument } from '../actions/keep-session.ts'
import { approvalForm, documentForm, minutesForm, publicationForm } from '../forms/sessions.ts'
import { CouncilForm, type Filled } from '../pages/seats.tsx'
import { DocumentFields, MinutesFields } from '../pages/session-forms.tsx'
import { mayKeep } from '../policy/councils.ts'
import { documentFile, minutesFile } from '../queries/mandate-file.ts'
import { pathOf } from '../session-path.ts'
import { type C, keepUpload, keptCouncil, keptSession, requireUpload, sessionOf } from './council-of.ts'
import { answered, sessionFormPage } from './sessions.tsx'

async function showMinutes(c: C, shown?: Filled, status: 200 | 409 | 422 = 200) {
  const session = await c.var.read(tx => keptSession(c, tx))
  const { t } = c.var.i18n
  const face = {
    title: t('councils.minutes.write'),
    lead: t('councils.minutes.lead'),
    confirm: t('councils.minutes.propose'),
    path: 'minutes',
    files: true,
  }
  return sessionFormPage(
    c,
    session,
    face,
    <MinutesFields />,
    shown ?? { values: { text: session.minutes?.text ?? '' } },
    status,
  )
}

type Place = 'council' | 'session'

async function showDocument(c: C, place: Place, shown: Filled = {}, status: 200 | 409 | 422 = 200) {
  const { t } = c.var.i18n
  const face = {
    title: t('councils.document.add'),
    lead: t('councils.document.addLead'),
    path: 'documents',
    files: true,
  }
  if (place === 'session') {
    const session = await c.var.read(tx => keptSession(c, tx))
    return sessionFormPage(c, session, face, <DocumentFields />, shown, status)
  }
  const council = await c.var.read(tx => keptCouncil(c, tx))
  const at = `/councils/${council.slug}`
  return c.var.page(
    <CouncilForm
      council={council}
      title={face.title}
      lead={face.lead}
      confirm={face.title}
      action={`${at}/documents`}
      back={at}
      files
      {...shown}
      children={<DocumentFields />}
    />,
    { status },
  )
}

async function takeDocument(c: C, place: Place) {
  const form = await readForm(c, documentForm)
  if (!form.ok) return showDocument(c, place, form, 422)
  const outcome = await c.var.write(async tx => {
    const session = place === 'session' ? await keptSession(c, tx) : null
    const council = session?.council ?? (await keptCouncil(c, tx))
    const kept = await requireUpload(c, tx, 'file')
    if (!kept.ok) return kept
    await addDocument(tx, council, { ...form.data, fileId: kept.file, sessionId: session?.id ?? null })
    return { ok: true as const, path: session ? pathOf(session) : `/councils/${council.slug}` }
  })
  if (!outcome.ok) return showDocument(c, place, { values: form.values, refusal: outcome }, 409)
  return c.var.seeOther(outcome.path, 'councils.said.documentAdded')
}

export const minutesRoutes = umbrellaRoutes()
  .get('/councils/:slug/sessions/:number/minutes', open, async c => {
    const file = await c.var.read(async tx =>
      findFile(tx, found(await minutesFile(tx, (await sessionOf(c, tx)).id))),
    )
    return fileResponse(c.var.read, found(file))
  })
  .get('/councils/:slug/sessions/:number/minutes/form', signedIn, c => showMinutes(c))
  .post('/councils/:slug/sessions/:number/minutes', signedIn, async c => {
    const form = await readForm(c, minutesForm)
    if (!form.ok) return showMinutes(c, form, 422)
    const { session, outcome } = await c.var.write(async tx => {
      const session = await keptSession(c, tx)
      const kept = await keepUpload(c, tx, 'file')
      if (!kept.ok) return { session, outcome: kept }
      const { text } = form.data
      if (text === null && kept.file === null && !session.minutes?.file)
        return { session, outcome: refuse('councils.minutes.empty') }
      return {
        session,
        outcome: await proposeMinutes(tx, session, { text, lang: c.var.locale, fileId: kept.file }),
      }
    })
    if (!outcome.ok) return showMinutes(c, { values: form.values, refusal: outcome }, 409)
    return answered(c, session, outcome, 'councils.said.minutesProposed')
  })
  .post('/councils/:slug/sessions/:number/minutes/approval', signedIn, async c => {
    const form = await readForm(c, approvalForm)
    const { session, outcome } = await c.var.write(async tx => {
      const session = await sessionOf(c, tx)
      const keeps = mayKeep(c.var.viewer, session)
      const later = form.ok ? form.data.later : null
      authorize(keeps || (later === null && session.attendants.some(({ own }) => own)))
      return { session, outcome: await approveMinutes(tx, session, later) }
    })
    return answered(c, session, outcome, 'councils.said.approved')
  })
  .post('/councils/:slug/sessions/:number/minutes/publication', signedIn, async c => {
    const form = await readForm(c, publicationForm)
    const { session, outcome } = await c.var.write(async tx => {
      const session = await keptSession(c, tx)
      return { session, outcome: await publishMinutes(tx, session, form.ok && form.data.shown) }
    })
    return answered(c, session, outcome, 'councils.said.done')
  })
  .get('/councils/:slug/documents/new', signedIn, c => showDocument(c, 'council'))
  .post('/councils/:slug/documents', signedIn, c => takeDocument(c, 'council'))
  .get('/councils/:slug/sessions/:number/documents/new', signedIn, c => showDocument(c, 'session'))
  .post('/councils/:slug/sessions/:number/documents', signedIn, c => takeDocument(c, 'session'))
  .get('/councils/:slug/documents/:id', open, async c => {
    const file = await c.var.read(async tx =>
      findFile(tx, found(await documentFile(tx, c.req.param('slug'), idParam(c)))),
    )
    return fileResponse(c.var.read, found(file))
  })
