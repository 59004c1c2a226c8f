import { allow, signedIn } from '#platform/http/access.ts'
import { found } from '#platform/http/errors.ts'
import { type Problem, readForm } from '#platform/http/form.ts'
import { installationRoutes } from '#platform/http/routes.ts'
import { isAssured } from '#platform/http/viewer.ts'
import { ownEffectiveKey, ownKeys } from '#platform/vault/index.ts'
import { forgetPassphraseTries, mayTryPassphrase } from '../accounts/passphrase-tries.ts'
import { dropVaultCookie } from '../accounts/vault-cookie.ts'
import { choosePassphrase, keepKey, makeKey } from '../actions/own-key.ts'
import { newKeyForm, newPassphraseForm } from '../forms/vault.ts'
import { vaultOpenUntil } from '../open-vault.ts'
import { NewKeyPage, NewPassphrasePage, OwnVaultPage } from '../pages/own-vault.tsx'
import { ownUmbrellas } from '../queries/own-umbrellas.ts'
import { suggestPassphrase } from '../suggest-passphrase.ts'
import { freshSession } from './session-answer.ts'
import { openingPasskeys } from './vault-passkeys.tsx'

const vault = '/account/vault'

const wrongPassphrase = (message: Problem['message']): Problem => ({ field: 'current', message })

/** A person's own key for sealed records. */
export const ownVaultRoutes = installationRoutes()
  .get(vault, signedIn, async c => {
    const { keys, umbrellas } = await c.var.read(async tx => ({
      keys: await ownKeys(tx),
      umbrellas: await ownUmbrellas(tx),
    }))
    const until = await vaultOpenUntil(c)
    const passkeys = keys.length === 0 ? { passkeys: [], opening: [] } : await openingPasskeys(c)
    const assured = isAssured(c.var.viewer)
    return c.var.page(<OwnVaultPage {...{ keys, umbrellas, until, assured, ...passkeys }} />)
  })
  .get(`${vault}/key`, allow(isAssured), async c => {
    const session = await freshSession(c, `${vault}/key`)
    if (session instanceof Response) return session
    const replaces = (await c.var.read(ownEffectiveKey)) !== undefined
    return c.var.page(<NewKeyPage replaces={replaces} suggestion={suggestPassphrase(c.var.locale)} />)
  })
  .post(`${vault}/key`, allow(isAssured), async c => {
    const session = await freshSession(c, `${vault}/key`)
    if (session instanceof Response) return session
    const replaces = (await c.var.read(ownEffectiveKey)) !== undefined
    const form = await readForm(c, newKeyForm)
    if (!form.ok)
      return c.var.page(<NewKeyPage replaces={replaces} problems={form.problems} />, { status: 422 })
    const outcome = await c.var.write(tx => makeKey(tx, session.account, form.data.passphrase))
    if (outcome.ok)
      return c.var.seeOther(vault, replaces ? 'people.said.vaultKeyReplaced' : 'people.said.vaultKeyMade')
    const problems = [{ field: '', message: outcome.reason }]
    return c.var.page(<NewKeyPage replaces={replaces} problems={problems} />, { status: 409 })
  })
  .post(`${vault}/key/withdrawal`, signedIn, async c => {
    const account = found(c.var.viewer.account)
    const kept = await c.var.write(tx => keepKey(tx, account))
    return c.var.seeOther(vault, kept ? 'people.said.vaultKeyKept' : undefined)
  })
  .get(`${vault}/passphrase`, allow(isAssured), async c => {
    found(await c.var.read(ownEffectiveKey))
    return c.var.page(<NewPassphrasePage suggestion={suggestPassphrase(c.var.locale)} />)
  })
  .post(`${vault}/passphrase`, allow(isAssured), async c => {
    const account = found(c.var.viewer.account)
    const form = await readForm(c, newPassphraseForm)
    if (!form.ok) return c.var.page(<NewPassphrasePage problems={form.problems} />, { status: 422 })
    if (!(await mayTryPassphrase(c.var.platform, account))) {
      const problems = [wrongPassphrase('people.vault.tooMany')]
      return c.var.page(<NewPassphrasePage problems={problems} />, { status: 429 })
    }
    const { current: from, passphrase: to } = form.data
    const outcome = await c.var.write(tx => choosePassphrase(tx, account, { from, to }))
    if (!outcome.ok)
      return c.var.page(<NewPassphrasePage problems={[wrongPassphrase(outcome.reason)]} />, { status: 422 })
    await forgetPassphraseTries(c.var.platform, account)
    dropVaultCookie(c)
    return c.var.seeOther(vault, 'people.said.vaultPassphraseChanged')
  })
