import type { Context } from 'hono'
import { fileResponse, findFile } from '#platform/files/index.ts'
import { allow, open } from '#platform/http/access.ts'
import type { UmbrellaEnv } from '#platform/http/context.ts'
import { found } from '#platform/http/errors.ts'
import { readForm } from '#platform/http/form.ts'
import { idParam, numberParam } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import type { Outcome } from '#platform/refusal.ts'
import { publishMessage, redactCommunication, setPublication } from '../actions/set-publication.ts'
import { messageForm, publicationForm, redactionForm } from '../forms/publication.ts'
import { PublicationPage } from '../pages/publication.tsx'
import { MessagePublicationPage, RedactionPage } from '../pages/redaction.tsx'
import { mayPublishSome } from '../policy/publication.ts'
import { publicFile } from '../queries/register-events.ts'
import { publicationOf, publicationShown } from './publication-of.ts'

type C = Context<UmbrellaEnv>

const done = (c: C) =>
  c.var.seeOther(`/communications/${numberParam(c)}/publication`, 'authorities.said.publicationKept')

const messageOf = async (c: C) => {
  const publication = await publicationOf(c)
  return { publication, message: found(publication.messages.find(({ id }) => id === idParam(c))) }
}

export const publicationRoutes = umbrellaRoutes()
  .get('/communications/:number/publication', allow(mayPublishSome), async c =>
    c.var.page(<PublicationPage {...(await publicationShown(c))} />),
  )

  .post('/communications/:number/publication', allow(mayPublishSome), async c => {
    const shown = await publicationShown(c)
    const form = await readForm(c, publicationForm)
    if (!form.ok) return c.var.page(<PublicationPage {...shown} {...form} />, { status: 422 })
    const today = Temporal.Now.zonedDateTimeISO(c.var.umbrella.zone).toPlainDate()
    const outcome = await c.var.write(tx => setPublication(tx, shown.publication, form.data, today))
    if (outcome.ok) return done(c)
    return c.var.page(<PublicationPage {...shown} values={form.values} refusal={outcome} />, {
      status: 409,
    })
  })

  .get('/communications/:number/redaction', allow(mayPublishSome), async c =>
    c.var.page(<RedactionPage publication={await publicationOf(c)} />),
  )

  .post('/communications/:number/redaction', allow(mayPublishSome), async c => {
    const publication = await publicationOf(c)
    const form = await readForm(c, redactionForm)
    if (!form.ok) return c.var.page(<RedactionPage publication={publication} {...form} />, { status: 422 })
    const { values } = form
    if (form.data.next === 'look')
      return c.var.page(<RedactionPage publication={publication} values={values} />)
    const outcome: Outcome = await c.var.write(tx => redactCommunication(tx, publication, form.data))
    if (outcome.ok) return done(c)
    return c.var.page(<RedactionPage publication={publication} values={values} refusal={outcome} />, {
      status: 409,
    })
  })

  .get('/communications/:number/messages/:id/publication', allow(mayPublishSome), async c =>
    c.var.page(<MessagePublicationPage {...(await messageOf(c))} />),
  )

  .post('/communications/:number/messages/:id/publication', allow(mayPublishSome), async c => {
    const shown = await messageOf(c)
    const form = await readForm(c, messageForm)
    if (!form.ok) return c.var.page(<MessagePublicationPage {...shown} {...form} />, { status: 422 })
    const { values } = form
    if (form.data.next === 'look') return c.var.page(<MessagePublicationPage {...shown} values={values} />)
    const outcome = await c.var.write(tx => publishMessage(tx, shown.publication, shown.message, form.data))
    if (outcome.ok) return done(c)
    return c.var.page(<MessagePublicationPage {...shown} values={values} refusal={outcome} />, {
      status: 409,
    })
  })

  // The copy that everybody may read, and nothing but the copy.
  .get('/communications/:number/files/:id', open, async c => {
    const file = await c.var.read(async tx => {
      const { id, name } = found(await publicFile(tx, numberParam(c), idParam(c)))
      return { ...found(await findFile(tx, id)), name }
    })
    return fileResponse(c.var.read, file)
  })
