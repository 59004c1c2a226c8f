import type { Context } from 'hono'
import { allow } from '#platform/http/access.ts'
import type { UmbrellaEnv } from '#platform/http/context.ts'
import { authorize, found } from '#platform/http/errors.ts'
import { type Problem, readForm } from '#platform/http/form.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { isAssured } from '#platform/http/viewer.ts'
import type { TeamKind } from '#platform/vault/index.ts'
import { forgetPassphraseTries, mayTryPassphrase } from '../accounts/passphrase-tries.ts'
import { dropVaultCookie } from '../accounts/vault-cookie.ts'
import { formerKey, resealByFormerKey } from '../actions/reseal.ts'
import { unlockForm } from '../forms/vault.ts'
import { FormerKeyPage } from '../pages/former-key.tsx'
import { isOfTeam, seesVault, teamKinds } from '../policy.ts'

type Umbrella = Context<UmbrellaEnv>

function teamOf(c: Umbrella): TeamKind {
  const kind = found(teamKinds.find(each => each === c.req.param('team')))
  authorize(isOfTeam(c.var.viewer, kind))
  return kind
}

const again = (c: Umbrella, kind: TeamKind, problems: readonly Problem[], status: 409 | 422 | 429) =>
  c.var.page(<FormerKeyPage kind={kind} problems={problems} />, { status })

const about = (message: Problem['message']) => [{ field: 'passphrase', message }]

/** Letting oneself in again with the key that one had before. */
export const formerKeyRoutes = umbrellaRoutes()
  .get('/vault/:team/former-key', allow(seesVault, isAssured), async c => {
    const kind = teamOf(c)
    found(await c.var.read(formerKey))
    return c.var.page(<FormerKeyPage kind={kind} />)
  })
  .post('/vault/:team/former-key', allow(seesVault, isAssured), async c => {
    const kind = teamOf(c)
    const { id, account } = found(c.var.viewer.session)
    const form = await readForm(c, unlockForm)
    if (!form.ok) return again(c, kind, form.problems, 422)
    if (!(await mayTryPassphrase(c.var.platform, account)))
      return again(c, kind, about('people.vault.tooMany'), 429)
    const outcome = await c.var.write(tx => resealByFormerKey(tx, id, kind, form.data.passphrase))
    if (!outcome.ok) {
      const wrong = outcome.reason === 'platform.vault.passphraseWrong'
      return again(c, kind, about(outcome.reason), wrong ? 422 : 409)
    }
    await forgetPassphraseTries(c.var.platform, account)
    dropVaultCookie(c)
    return c.var.seeOther(`/vault/${kind}`, 'people.said.resealed')
  })
