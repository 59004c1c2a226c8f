import { open } from '#platform/http/access.ts'
import { readForm } from '#platform/http/form.ts'
import { installationRoutes } from '#platform/http/routes.ts'
import { mayTry } from '../accounts/limits.ts'
import { showSecondFactor } from '../accounts/second-factor.ts'
import { storedSession } from '../accounts/session.ts'
import { localPath, secondFactorForm } from '../forms/sign-in.ts'
import { SecondFactorPage } from '../pages/second-factor.tsx'
import { TooManyPage } from '../pages/sign-in.tsx'
import { goTo, proceed } from './session-answer.ts'

const said = { wrong: 'people.secondFactor.wrong', locked: 'people.secondFactor.locked' } as const

/** The second step of signing in, and showing it again before something important. Open: the session is not complete yet. */
export const secondFactorRoutes = installationRoutes()
  .get('/second-factor', open, async c => {
    const to = localPath(c.req.query('to'))
    const session = await storedSession(c.var.platform, c.req.raw.headers)
    const none = !session || !(session.authenticator || session.passkeys)
    // Sent here by a page that needs assurance 2: going back to it would lead here again.
    if (none && session?.stage === 'complete' && c.req.query('needed') !== undefined)
      return c.var.seeOther('/account/security', 'people.said.secondFactorNeeded')
    if (none) return proceed(c, session, to)
    return c.var.page(<SecondFactorPage session={session} values={{ to }} />)
  })
  .post('/second-factor', open, async c => {
    const { platform } = c.var
    const { headers } = c.req.raw
    const session = await storedSession(platform, headers)
    if (!session) return goTo(c, '/sign-in')
    if (!mayTry(c)) return c.var.page(<TooManyPage />, { status: 429 })
    const form = await readForm(c, secondFactorForm)
    const outcome = form.ok
      ? await showSecondFactor(platform, headers, session, form.data.code, c.var.locale)
      : null
    if (form.ok && outcome === 'accepted')
      return proceed(c, await storedSession(platform, headers), form.data.to)
    const refused = outcome === 'locked' ? said.locked : said.wrong
    const problems = form.ok ? [{ field: 'code', message: refused }] : form.problems
    return c.var.page(<SecondFactorPage session={session} values={form.values} problems={problems} />, {
      status: 422,
    })
  })
