import { signedIn } from '#platform/http/access.ts'
import { found } from '#platform/http/errors.ts'
import { readForm } from '#platform/http/form.ts'
import { installationRoutes } from '#platform/http/routes.ts'
import { changeAddress, requestAddressChange } from '../accounts/change-address.ts'
import { factorsOf } from '../accounts/factors.ts'
import { mayRequestCode, mayTry } from '../accounts/limits.ts'
import { storedSession } from '../accounts/session.ts'
import { endOtherSessions, endSession, listSessions } from '../accounts/sessions.ts'
import { openSignIn, sealSignIn } from '../accounts/sign-in.ts'
import { addressChanged } from '../emails/address-changed.ts'
import { newAddressForm } from '../forms/account.ts'
import { codeForm } from '../forms/sign-in.ts'
import { NewAddressCodePage, NewAddressPage } from '../pages/new-address.tsx'
import { SecurityPage } from '../pages/security.tsx'
import { TooManyPage } from '../pages/sign-in.tsx'
import { pathId } from './path-id.ts'
import { freshSession, goTo } from './session-answer.ts'

const newAddress = '/account/address'

export const securityRoutes = installationRoutes()
  .get('/account/security', signedIn, async c => {
    const { platform } = c.var
    const session = found(await storedSession(platform, c.req.raw.headers))
    const factors = await factorsOf(platform, session.account)
    const sessions = await listSessions(platform, session.account, session.id)
    return c.var.page(<SecurityPage session={session} factors={factors} sessions={sessions} />)
  })
  .post('/account/sessions/:id/ending', signedIn, async c => {
    found((await endSession(c.var.platform, found(c.var.viewer.account), pathId(c.req.param('id')))) || null)
    return c.var.seeOther('/account/security', 'people.said.sessionEnded')
  })
  .post('/account/sessions/ending', signedIn, async c => {
    const { account, id } = found(c.var.viewer.session)
    await endOtherSessions(c.var.platform, account, id)
    return c.var.seeOther('/account/security', 'people.said.sessionsEnded')
  })
  .get(newAddress, signedIn, async c => {
    const session = await freshSession(c, newAddress)
    if (session instanceof Response) return session
    return c.var.page(<NewAddressPage current={session.email} values={{}} />)
  })
  .post(newAddress, signedIn, async c => {
    const session = await freshSession(c, newAddress)
    if (session instanceof Response) return session
    const { platform, locale } = c.var
    const form = await readForm(c, newAddressForm)
    if (!form.ok || form.data.address === session.email) {
      const problems = form.ok
        ? [{ field: 'address', message: 'people.newAddress.same' as const }]
        : form.problems
      return c.var.page(<NewAddressPage current={session.email} values={form.values} problems={problems} />, {
        status: 422,
      })
    }
    const { address } = form.data
    if (!mayRequestCode(c, address)) return c.var.page(<TooManyPage />, { status: 429 })
    await requestAddressChange(platform, c.req.raw.headers, address, locale)
    return goTo(c, `${newAddress}/code?for=${await sealSignIn(platform, address, newAddress)}`)
  })
  .get(`${newAddress}/code`, signedIn, async c => {
    const sealed = c.req.query('for') ?? ''
    const memo = await openSignIn(c.var.platform, sealed)
    return memo
      ? c.var.page(<NewAddressCodePage address={memo.address} sealed={sealed} />)
      : goTo(c, newAddress)
  })
  .post(`${newAddress}/code`, signedIn, async c => {
    const session = await freshSession(c, newAddress)
    if (session instanceof Response) return session
    const { platform } = c.var
    const sealed = c.req.query('for') ?? ''
    const memo = await openSignIn(platform, sealed)
    if (!memo) return goTo(c, newAddress)
    if (!mayTry(c)) return c.var.page(<TooManyPage />, { status: 429 })
    const form = await readForm(c, codeForm)
    const changed =
      form.ok && (await changeAddress(platform, c.req.raw.headers, memo.address, form.data.code))
    if (!changed) {
      const problems = form.ok
        ? [{ field: 'code', message: 'people.signIn.codeWrong' as const }]
        : form.problems
      return c.var.page(<NewAddressCodePage address={memo.address} sealed={sealed} problems={problems} />, {
        status: 422,
      })
    }
    await endOtherSessions(platform, session.account, session.id)
    addressChanged(platform, session, c.var.locale)
    return c.var.seeOther('/account/security', 'people.said.addressChanged')
  })
