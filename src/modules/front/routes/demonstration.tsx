import type { MiddlewareHandler } from 'hono'
import * as z from 'zod'
import { demonstrationCast, signInForDemonstration } from '#modules/people/index.ts'
import { open, signedIn } from '#platform/http/access.ts'
import type { Env } from '#platform/http/context.ts'
import { found, NotFound } from '#platform/http/errors.ts'
import { readForm } from '#platform/http/form.ts'
import { installationRoutes } from '#platform/http/routes.ts'
import type { Umbrellas } from '#platform/umbrellas/index.ts'
import { GalleryPage } from '#ui/gallery.tsx'
import { DemonstrationPage, MailPage } from '../pages/demonstration.tsx'
import { ownMail } from '../queries/mail.ts'

const choice = z.object({
  as: z.string(),
  to: z
    .string()
    .regex(/^(\/[a-z0-9][^\\]*)?$/i)
    .default(''),
})

// Everywhere else these addresses do not exist.
const demonstrationOnly: MiddlewareHandler<Env> = (c, next) => {
  if (!c.var.platform.demonstration) throw new NotFound()
  return next()
}

/** Signing in as a person of the cast, each person's own mail, and every component of our pages. */
export const demonstrationRoutes = (umbrellas: Umbrellas) =>
  installationRoutes()
    .get('/demonstration', open, demonstrationOnly, c => {
      const cast = demonstrationCast(c.var.platform)
      const chosen = c.req.query('as') ?? null
      return c.var.page(
        <DemonstrationPage
          cast={cast}
          umbrellas={umbrellas.list()}
          chosen={chosen}
          to={c.req.query('to') ?? ''}
        />,
      )
    })
    .post('/demonstration/session', open, demonstrationOnly, async c => {
      const form = await readForm(c, choice)
      if (!form.ok) throw new NotFound()
      const person = found(demonstrationCast(c.var.platform).find(({ key }) => key === form.data.as))
      const answered = found(await signInForDemonstration(c.var.platform, person.key))
      for (const cookie of answered.getSetCookie()) c.header('Set-Cookie', cookie, { append: true })
      const home = person.umbrella ? `/${c.var.i18n.lang}/${person.umbrella}` : `/${c.var.i18n.lang}/account`
      return c.redirect(form.data.to || home, 303)
    })
    .get('/gallery', open, demonstrationOnly, c =>
      c.var.page(<GalleryPage refused={c.req.query('refused') !== undefined} />),
    )
    .get('/demonstration/mail', signedIn, demonstrationOnly, async c =>
      c.var.page(<MailPage mail={await c.var.read(ownMail)} />),
    )
