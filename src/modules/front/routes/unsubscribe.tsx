import { open } from '#platform/http/access.ts'
import { NotFound } from '#platform/http/errors.ts'
import { installationRoutes } from '#platform/http/routes.ts'
import { personOfToken, unsubscribe } from '#platform/mail/index.ts'
import { UnsubscribePage } from '../pages/unsubscribe.tsx'

/** One-click unsubscribing (RFC 8058) and the page behind the link in a mail. The token is the proof; no session needed. */
export const unsubscribeRoutes = () =>
  installationRoutes()
    .get('/unsubscribe/:token', open, c => {
      if (!personOfToken(c.var.platform.secrets.mail, c.req.param('token'))) throw new NotFound()
      return c.var.page(<UnsubscribePage action={c.req.path} done={false} />)
    })
    .post('/unsubscribe/:token', open, async c => {
      if (!(await unsubscribe(c.var.platform, c.req.param('token')))) throw new NotFound()
      return c.var.page(<UnsubscribePage action={c.req.path} done />)
    })
