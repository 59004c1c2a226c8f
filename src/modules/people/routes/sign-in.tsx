import { open } from '#platform/http/access.ts'
import { readForm } from '#platform/http/form.ts'
import { installationRoutes } from '#platform/http/routes.ts'
import { mayRequestCode, mayTry } from '../accounts/limits.ts'
import { challengeForSignIn, signInByPasskey } from '../accounts/passkeys.ts'
import { storedSession } from '../accounts/session.ts'
import {
  endCarriedSession,
  nameAccount,
  openSignIn,
  requestCode,
  sealSignIn,
  signInByCode,
  signOut,
} from '../accounts/sign-in.ts'
import { dropVaultCookie } from '../accounts/vault-cookie.ts'
import { addressForm, codeForm, localPath, nameForm, passkeyForm } from '../forms/sign-in.ts'
import { SecondFactorPage } from '../pages/second-factor.tsx'
import { CodePage, SignInPage, TooManyPage, WelcomePage } from '../pages/sign-in.tsx'
import { begunSession, goTo, passSession, proceed } from './session-answer.ts'

export const signInRoutes = installationRoutes()
  .get('/sign-in', open, async c => {
    const to = localPath(c.req.query('to'))
    const again = c.req.query('again') !== undefined
    const session = await storedSession(c.var.platform, c.req.raw.headers)
    if (session && !again) return proceed(c, session, to)
    return c.var.page(<SignInPage values={{ to, address: again ? session?.email : '' }} again={again} />)
  })
  .post('/sign-in', open, async c => {
    const form = await readForm(c, addressForm)
    if (!form.ok)
      return c.var.page(<SignInPage values={form.values} problems={form.problems} />, { status: 422 })
    const { address, to } = form.data
    if (!mayRequestCode(c, address)) return c.var.page(<TooManyPage />, { status: 429 })
    await requestCode(c.var.platform, address, c.var.locale)
    const sealed = await sealSignIn(c.var.platform, address, to)
    return goTo(c, `/sign-in/code?for=${sealed}`)
  })
  .get('/sign-in/code', open, async c => {
    const sealed = c.req.query('for') ?? ''
    const memo = await openSignIn(c.var.platform, sealed)
    return memo
      ? c.var.page(<CodePage address={memo.address} to={memo.to} sealed={sealed} />)
      : goTo(c, '/sign-in')
  })
  .post('/sign-in/code', open, async c => {
    const { platform } = c.var
    const sealed = c.req.query('for') ?? ''
    const memo = await openSignIn(platform, sealed)
    if (!memo) return goTo(c, '/sign-in')
    if (!mayTry(c)) return c.var.page(<TooManyPage />, { status: 429 })
    const form = await readForm(c, codeForm)
    const answered = form.ok ? await signInByCode(platform, memo.address, form.data.code) : null
    if (!answered) {
      const problems = form.ok
        ? [{ field: 'code', message: 'people.signIn.codeWrong' as const }]
        : form.problems
      return c.var.page(<CodePage {...memo} sealed={sealed} problems={problems} />, { status: 422 })
    }
    await endCarriedSession(platform, c.req.raw.headers)
    passSession(c, answered)
    return proceed(c, await begunSession(c, answered), memo.to)
  })
  .post('/sign-in/passkey/challenge', open, async c => {
    if (!mayTry(c)) return c.json({}, 429)
    return c.json(await challengeForSignIn(c.var.platform, c.req.raw.headers))
  })
  .post('/sign-in/passkey', open, async c => {
    const { platform } = c.var
    const { headers } = c.req.raw
    if (!mayTry(c)) return c.var.page(<TooManyPage />, { status: 429 })
    const form = await readForm(c, passkeyForm)
    const signedIn = await storedSession(platform, headers)
    const answered = form.ok ? await signInByPasskey(platform, headers, form.data, signedIn) : null
    if (!form.ok || !answered) {
      const problems = [{ field: '', message: 'people.passkey.notAccepted' as const }]
      const page = { values: { to: form.values.to }, problems }
      return c.var.page(
        signedIn ? <SecondFactorPage session={signedIn} {...page} /> : <SignInPage {...page} />,
        {
          status: 422,
        },
      )
    }
    await endCarriedSession(platform, headers)
    passSession(c, answered)
    return proceed(c, await begunSession(c, answered), form.data.to)
  })
  .get('/welcome', open, async c => {
    const to = localPath(c.req.query('to'))
    const session = await storedSession(c.var.platform, c.req.raw.headers)
    if (session?.stage !== 'nameless') return proceed(c, session, to)
    return c.var.page(<WelcomePage values={{ to }} address={session.email} />)
  })
  .post('/welcome', open, async c => {
    const { platform } = c.var
    const session = await storedSession(platform, c.req.raw.headers)
    const form = await readForm(c, nameForm)
    if (session?.stage !== 'nameless') return proceed(c, session, localPath(c.req.query('to')))
    if (!form.ok) {
      const page = <WelcomePage values={form.values} address={session.email} problems={form.problems} />
      return c.var.page(page, { status: 422 })
    }
    await nameAccount(platform, session.account, form.data.name, c.var.locale)
    return proceed(c, { ...session, stage: 'complete' }, form.data.to)
  })
  .post('/sign-out', open, async c => {
    dropVaultCookie(c)
    passSession(c, await signOut(c.var.platform, c.req.raw.headers))
    return c.var.seeOther('/', 'people.said.signedOut')
  })
