import { signedIn } from '#platform/http/access.ts'
import { found } from '#platform/http/errors.ts'
import { readForm } from '#platform/http/form.ts'
import { installationRoutes } from '#platform/http/routes.ts'
import {
  authenticatorUri,
  beginAuthenticator,
  factorsOf,
  hideRecoveryCodes,
  recoveryCodes,
  removeAuthenticator,
  removePasskey,
  renewRecoveryCodes,
} from '../accounts/factors.ts'
import { mayTry } from '../accounts/limits.ts'
import { addPasskey, challengeForNew } from '../accounts/passkeys.ts'
import { confirmAuthenticator } from '../accounts/second-factor.ts'
import { tellFactorChanged } from '../emails/factor-changed.ts'
import { newPasskeyForm, secondFactorForm } from '../forms/sign-in.ts'
import { AuthenticatorPage, NewPasskeyPage, RecoveryCodesPage } from '../pages/factors.tsx'
import { TooManyPage } from '../pages/sign-in.tsx'
import { pathId } from './path-id.ts'
import { freshSession, goTo, passSession } from './session-answer.ts'

const security = '/account/security'
const authenticator = '/account/authenticator'
const codes = '/account/recovery-codes'
const newPasskey = '/account/passkeys/new'

const said = {
  accepted: 'people.secondFactor.wrong',
  wrong: 'people.secondFactor.wrong',
  locked: 'people.secondFactor.locked',
} as const

/** Adding and removing what one signs in with. Every step asks for a person who has lately shown who they are. */
export const factorRoutes = installationRoutes()
  .post(authenticator, signedIn, async c => {
    const session = await freshSession(c, security)
    if (session instanceof Response) return session
    if (session.authenticator) return goTo(c, security)
    await beginAuthenticator(c.var.platform, c.req.raw.headers, session.account)
    return goTo(c, authenticator)
  })
  .get(authenticator, signedIn, async c => {
    const session = await freshSession(c, authenticator)
    if (session instanceof Response) return session
    const { platform } = c.var
    if ((await factorsOf(platform, session.account)).authenticator !== 'unconfirmed') return goTo(c, security)
    return c.var.page(<AuthenticatorPage uri={await authenticatorUri(platform, c.req.raw.headers)} />)
  })
  .post(`${authenticator}/confirmation`, signedIn, async c => {
    const session = await freshSession(c, authenticator)
    if (session instanceof Response) return session
    const { platform } = c.var
    const { headers } = c.req.raw
    if ((await factorsOf(platform, session.account)).authenticator !== 'unconfirmed') return goTo(c, security)
    if (!mayTry(c)) return c.var.page(<TooManyPage />, { status: 429 })
    const form = await readForm(c, secondFactorForm)
    const tried = form.ok
      ? await confirmAuthenticator(platform, headers, session.account, form.data.code)
      : null
    if (tried?.outcome === 'accepted' && tried.headers) {
      passSession(c, tried.headers)
      tellFactorChanged(platform, session, 'authenticator-added', c.var.locale)
      return c.var.seeOther(codes, 'people.said.authenticatorAdded')
    }
    const problems = tried ? [{ field: 'code', message: said[tried.outcome] }] : form.ok ? [] : form.problems
    return c.var.page(
      <AuthenticatorPage uri={await authenticatorUri(platform, headers)} problems={problems} />,
      {
        status: 422,
      },
    )
  })
  .post(`${authenticator}/removal`, signedIn, async c => {
    const session = await freshSession(c, security)
    if (session instanceof Response) return session
    if (!session.authenticator) return goTo(c, security)
    passSession(c, await removeAuthenticator(c.var.platform, c.req.raw.headers))
    tellFactorChanged(c.var.platform, session, 'authenticator-removed', c.var.locale)
    return c.var.seeOther(security, 'people.said.authenticatorRemoved')
  })
  .post(codes, signedIn, async c => {
    const session = await freshSession(c, security)
    if (session instanceof Response) return session
    if (!session.authenticator) return goTo(c, security)
    await renewRecoveryCodes(c.var.platform, c.req.raw.headers, session.account)
    tellFactorChanged(c.var.platform, session, 'recovery-codes-renewed', c.var.locale)
    return goTo(c, codes)
  })
  .get(codes, signedIn, async c => {
    const session = await freshSession(c, codes)
    if (session instanceof Response) return session
    const { recoveryCodesShown } = await factorsOf(c.var.platform, session.account)
    if (!recoveryCodesShown) return goTo(c, security)
    return c.var.page(<RecoveryCodesPage codes={await recoveryCodes(c.var.platform, session.account)} />)
  })
  .post(`${codes}/receipt`, signedIn, async c => {
    await hideRecoveryCodes(c.var.platform, found(c.var.viewer.account))
    return c.var.seeOther(security, 'people.said.recoveryCodesKept')
  })
  .get(newPasskey, signedIn, async c => {
    const session = await freshSession(c, newPasskey)
    return session instanceof Response ? session : c.var.page(<NewPasskeyPage values={{}} />)
  })
  .post('/account/passkeys/challenge', signedIn, async c => {
    const session = await freshSession(c, newPasskey)
    if (session instanceof Response) return c.json({}, 403)
    return c.json(await challengeForNew(c.var.platform, c.req.raw.headers))
  })
  .post('/account/passkeys', signedIn, async c => {
    const session = await freshSession(c, newPasskey)
    if (session instanceof Response) return session
    const form = await readForm(c, newPasskeyForm)
    const added = form.ok && (await addPasskey(c.var.platform, c.req.raw.headers, form.data, form.data.name))
    if (added) {
      tellFactorChanged(c.var.platform, session, 'passkey-added', c.var.locale)
      return c.var.seeOther(security, 'people.said.passkeyAdded')
    }
    const problems = form.ok ? [{ field: '', message: 'people.passkey.notAccepted' as const }] : form.problems
    return c.var.page(<NewPasskeyPage values={form.values} problems={problems} />, { status: 422 })
  })
  .post('/account/passkeys/:id/removal', signedIn, async c => {
    const session = await freshSession(c, security)
    if (session instanceof Response) return session
    found((await removePasskey(c.var.platform, session.account, pathId(c.req.param('id')))) || null)
    tellFactorChanged(c.var.platform, session, 'passkey-removed', c.var.locale)
    return c.var.seeOther(security, 'people.said.passkeyRemoved')
  })
