import type { Context } from 'hono'
import { allow, signedIn } from '#platform/http/access.ts'
import type { Env } from '#platform/http/context.ts'
import { found } from '#platform/http/errors.ts'
import { type Problem, readForm } from '#platform/http/form.ts'
import { installationRoutes } from '#platform/http/routes.ts'
import { isAssured } from '#platform/http/viewer.ts'
import { lock, ownEffectiveKey, ownPasskeyWraps, unlock } from '#platform/vault/index.ts'
import { forgetPassphraseTries, mayTryPassphrase } from '../accounts/passphrase-tries.ts'
import { dropVaultCookie, keepVaultCookie } from '../accounts/vault-cookie.ts'
import { localPath } from '../forms/sign-in.ts'
import { unlockForm, vaultPasskeyForm } from '../forms/vault.ts'
import { vaultIfOpen } from '../open-vault.ts'
import { UnlockPage } from '../pages/unlock.tsx'

const vault = '/account/vault'

const onward = (c: Context<Env>, next: string) =>
  next === '' ? c.var.seeOther(vault, 'people.said.vaultOpen') : c.redirect(next, 303)

const show = async (c: Context<Env>, next: string, problems?: Problem[], status?: 409 | 422 | 429) => {
  const passkeys = await c.var.read(ownPasskeyWraps)
  return c.var.page(<UnlockPage {...{ next, hasKey: true, passkeys, problems }} />, { status })
}

/** Opens it with what the person has or knows; each attempt is counted before it is made. */
async function open(c: Context<Env>, next: string, secret: Parameters<typeof unlock>[2]) {
  const { platform, viewer } = c.var
  const { id, account } = found(viewer.session)
  const again = (message: Problem['message'], status: 409 | 422 | 429) =>
    show(c, next, [{ field: 'passphrase' in secret ? 'passphrase' : '', message }], status)
  if (!(await mayTryPassphrase(platform, account))) return again('people.vault.tooMany', 429)
  const outcome = await c.var.write(tx => unlock(tx, id, secret))
  if (!outcome.ok) return again(outcome.reason, wrong.includes(outcome.reason) ? 422 : 409)
  await forgetPassphraseTries(platform, account)
  keepVaultCookie(c, outcome.cookie)
  return onward(c, next)
}

const wrong: readonly string[] = ['platform.vault.passphraseWrong', 'platform.vault.passkeyUnknown']

/** Opening and closing the own vault. Opening asks for a second factor in this very session. */
export const unlockRoutes = installationRoutes()
  .get(`${vault}/unlock`, allow(isAssured), async c => {
    const next = localPath(c.req.query('next'))
    if (await vaultIfOpen(c)) return onward(c, next)
    if (await c.var.read(ownEffectiveKey)) return show(c, next)
    return c.var.page(<UnlockPage next={next} hasKey={false} />)
  })
  .post(`${vault}/unlock`, allow(isAssured), async c => {
    const form = await readForm(c, unlockForm)
    if (form.ok) return open(c, form.data.next, { passphrase: form.data.passphrase })
    const next = typeof form.values.next === 'string' ? localPath(form.values.next) : ''
    return show(c, next, form.problems, 422)
  })
  .post(`${vault}/unlock/passkey`, allow(isAssured), async c => {
    const form = await readForm(c, vaultPasskeyForm)
    if (!form.ok) return show(c, '', [{ field: '', message: 'platform.vault.passkeyUnknown' }], 422)
    const { next, ...secret } = form.data
    return open(c, next, secret)
  })
  .post(`${vault}/locking`, signedIn, async c => {
    await c.var.write(lock)
    dropVaultCookie(c)
    return c.var.seeOther(vault, 'people.said.vaultLocked')
  })
