import type { Context } from 'hono'
import { allow } from '#platform/http/access.ts'
import type { Env } from '#platform/http/context.ts'
import { found } from '#platform/http/errors.ts'
import { readForm } from '#platform/http/form.ts'
import { installationRoutes } from '#platform/http/routes.ts'
import { isAssured } from '#platform/http/viewer.ts'
import { type Refusal, refuse } from '#platform/refusal.ts'
import { ownPasskeyWraps } from '#platform/vault/index.ts'
import { passkeysOf } from '../accounts/factors.ts'
import { letPasskeyOpen, stopPasskey } from '../actions/vault-passkey.ts'
import { passkeyRemovalForm, vaultPasskeyForm } from '../forms/vault.ts'
import { openVault } from '../open-vault.ts'
import { NewVaultPasskeyPage, type OpeningPasskeys, passkeysToAdd } from '../pages/vault-passkeys.tsx'
import { freshSession } from './session-answer.ts'

const vault = '/account/vault'
const adding = `${vault}/passkey`

/** The passkeys of the person who asks, and which of them open the vault. */
export async function openingPasskeys(c: Context<Env>): Promise<OpeningPasskeys> {
  const passkeys = await passkeysOf(c.var.platform, found(c.var.viewer.account))
  return { passkeys, opening: passkeys.length === 0 ? [] : await c.var.read(ownPasskeyWraps) }
}

async function show(c: Context<Env>, refusal?: Refusal) {
  const credentials = passkeysToAdd(await openingPasskeys(c)).map(({ credential }) => credential)
  if (credentials.length === 0 && !refusal) return c.var.seeOther(vault)
  return c.var.page(<NewVaultPasskeyPage credentials={credentials} refusal={refusal} />, {
    status: refusal ? 409 : 200,
  })
}

/** Passkeys that open the own vault beside the passphrase. Letting one in asks who has lately shown who they are. */
export const vaultPasskeyRoutes = installationRoutes()
  .get(adding, allow(isAssured), async c => {
    const session = await freshSession(c, adding)
    if (session instanceof Response) return session
    const open = await openVault(c)
    return open instanceof Response ? open : show(c)
  })

  .post(`${vault}/passkeys`, allow(isAssured), async c => {
    const session = await freshSession(c, adding)
    if (session instanceof Response) return session
    const open = await openVault(c)
    if (open instanceof Response) return open
    const form = await readForm(c, vaultPasskeyForm)
    if (!form.ok) return show(c, refuse('platform.vault.passkeyUnknown'))
    const outcome = await c.var.write(tx => letPasskeyOpen(tx, open, form.data))
    return outcome.ok ? c.var.seeOther(vault, 'people.said.vaultPasskeyAdded') : show(c, outcome)
  })

  .post(`${vault}/passkeys/removal`, allow(isAssured), async c => {
    const account = found(c.var.viewer.account)
    const form = await readForm(c, passkeyRemovalForm)
    const removed = form.ok && (await c.var.write(tx => stopPasskey(tx, account, form.data.credential)))
    return c.var.seeOther(vault, removed ? 'people.said.vaultPasskeyRemoved' : undefined)
  })
