import type { Context } from 'hono'
import type { Tx } from '#platform/database/scope.ts'
import { allow } from '#platform/http/access.ts'
import type { UmbrellaEnv } from '#platform/http/context.ts'
import { authorize, found } from '#platform/http/errors.ts'
import { type FormValues, type Problem, readForm } from '#platform/http/form.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { isAssured } from '#platform/http/viewer.ts'
import { askForRecovery, completeTheRecovery, handOverShare, stopTheRecovery } from '../actions/recovery.ts'
import { recoveryForm } from '../forms/recovery.ts'
import { openVault } from '../open-vault.ts'
import { RecoveryPage } from '../pages/recovery.tsx'
import { isOfTeam, meetsRecovery, seesTeam, seesVault, takesPartInActs, teamKinds } from '../policy.ts'
import { custodians, recoverablePeople, recoveries, recovery } from '../queries/recovery.ts'
import { pathId } from './path-id.ts'

type Umbrella = Context<UmbrellaEnv>
type Again = { values?: FormValues; problems?: readonly Problem[]; status?: 409 | 422 }

const here = '/vault/recovery'

async function show(c: Umbrella, { values = {}, problems = [], status }: Again = {}) {
  const { viewer } = c.var
  const teams = teamKinds.filter(kind => seesTeam(viewer, kind))
  const told = await c.var.read(async tx => ({
    keepers: await custodians(tx),
    all: await recoveries(tx),
    people: teams.length > 0 ? await recoverablePeople(tx, teams) : [],
  }))
  authorize(seesVault(viewer) || told.keepers.some(({ id }) => id === viewer.account))
  const page = (
    <RecoveryPage
      {...told}
      account={found(viewer.account)}
      teams={teamKinds.filter(kind => isOfTeam(viewer, kind))}
      proposes={takesPartInActs(viewer)}
      values={values}
      problems={problems}
    />
  )
  return c.var.page(page, { status: status ?? 200 })
}

const refused = (c: Umbrella, message: Problem['message']) =>
  show(c, { problems: [{ field: '', message }], status: 409 })

const one = async (c: Umbrella, tx: Tx) => found(await recovery(tx, pathId(c.req.param('id') ?? '')))

/** How a team that lost its keys gets back in. The whole team, coordinators and custodians see every step. */
export const recoveryRoutes = umbrellaRoutes()
  .get(here, allow(meetsRecovery), c => show(c))
  .post(here, allow(seesVault, isAssured), async c => {
    const form = await readForm(c, recoveryForm)
    if (!form.ok) return show(c, { values: form.values, problems: form.problems, status: 422 })
    const { team, person } = form.data.recipient
    authorize(seesTeam(c.var.viewer, team))
    const outcome = await c.var.write(tx => askForRecovery(tx, team, person))
    return outcome.ok ? c.var.seeOther(here, 'people.said.recoveryAsked') : refused(c, outcome.reason)
  })
  // Without a second factor: whoever of the team sees it first must be able to stop it.
  .post(`${here}/:id/stop`, allow(seesVault), async c => {
    const { id, team } = await c.var.read(tx => one(c, tx))
    authorize(isOfTeam(c.var.viewer, team))
    const outcome = await c.var.write(tx => stopTheRecovery(tx, id))
    return outcome.ok ? c.var.seeOther(here, 'people.said.recoveryStopped') : refused(c, outcome.reason)
  })
  .post(`${here}/:id/share`, allow(meetsRecovery), async c => {
    const { id, keepers } = await c.var.read(async tx => ({
      id: (await one(c, tx)).id,
      keepers: await custodians(tx),
    }))
    authorize(keepers.some(keeper => keeper.id === c.var.viewer.account))
    const vault = await openVault(c)
    if (vault instanceof Response) return vault
    const outcome = await c.var.write(tx => handOverShare(tx, vault, id))
    return outcome.ok ? c.var.seeOther(here, 'people.said.shareHanded') : refused(c, outcome.reason)
  })
  .post(`${here}/:id/completion`, allow(seesVault), async c => {
    const { id, person } = await c.var.read(tx => one(c, tx))
    authorize(person.id === c.var.viewer.account)
    const vault = await openVault(c)
    if (vault instanceof Response) return vault
    const outcome = await c.var.write(tx => completeTheRecovery(tx, vault, id))
    if (!outcome.ok) return refused(c, outcome.reason)
    return c.var.seeOther(
      here,
      outcome.renewed ? 'people.said.recoveryCompleted' : 'people.said.recoveryNotRenewed',
    )
  })
