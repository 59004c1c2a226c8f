import type { Context } from 'hono'
import { allow, signedIn } from '#platform/http/access.ts'
import type { Env } from '#platform/http/context.ts'
import { found } from '#platform/http/errors.ts'
import { type Problem, readForm } from '#platform/http/form.ts'
import { installationRoutes } from '#platform/http/routes.ts'
import { isAssured } from '#platform/http/viewer.ts'
import { lock, ownEffectiveKey, unlock } from '#platform/vault/index.ts'
import { forgetPassphraseTries, mayTryPassphrase } from '../accounts/passphrase-tries.ts'
import { dropVaultCookie, keepVaultCookie } from '../accounts/vault-cookie.ts'
import { localPath } from '../forms/sign-in.ts'
import { unlockForm } from '../forms/vault.ts'
import { vaultIfOpen } from '../open-vault.ts'
import { UnlockPage } from '../pages/unlock.tsx'

const vault = '/account/vault'

const onward = (c: Context<Env>, next: string) =>
  next === '' ? c.var.seeOther(vault, 'people.said.vaultOpen') : c.redirect(next, 303)

const again = (c: Context<Env>, next: string, message: Problem['message'], status: 409 | 422 | 429) =>
  c.var.page(<UnlockPage next={next} hasKey problems={[{ field: 'passphrase', message }]} />, { status })

/** Opening and closing the own vault. Opening asks for a second factor in this very session. */
export const unlockRoutes = installationRoutes()
  .get(`${vault}/unlock`, allow(isAssured), async c => {
    const next = localPath(c.req.query('next'))
    if (await vaultIfOpen(c)) return onward(c, next)
    const key = await c.var.read(ownEffectiveKey)
    return c.var.page(<UnlockPage next={next} hasKey={key !== undefined} />)
  })
  .post(`${vault}/unlock`, allow(isAssured), async c => {
    const { platform, viewer } = c.var
    const { id, account } = found(viewer.session)
    const form = await readForm(c, unlockForm)
    if (!form.ok) {
      const next = typeof form.values.next === 'string' ? localPath(form.values.next) : ''
      return c.var.page(<UnlockPage next={next} hasKey problems={form.problems} />, { status: 422 })
    }
    const { next, passphrase } = form.data
    if (!(await mayTryPassphrase(platform, account))) return again(c, next, 'people.vault.tooMany', 429)
    const outcome = await c.var.write(tx => unlock(tx, id, { passphrase }))
    if (!outcome.ok) {
      const wrong = outcome.reason === 'platform.vault.passphraseWrong'
      return again(c, next, outcome.reason, wrong ? 422 : 409)
    }
    await forgetPassphraseTries(platform, account)
    keepVaultCookie(c, outcome.cookie)
    return onward(c, next)
  })
  .post(`${vault}/locking`, signedIn, async c => {
    await c.var.write(lock)
    dropVaultCookie(c)
    return c.var.seeOther(vault, 'people.said.vaultLocked')
  })
