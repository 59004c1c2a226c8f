import type { Context } from 'hono'
import type { Tx } from '#platform/database/scope.ts'
import { allow } from '#platform/http/access.ts'
import type { UmbrellaEnv } from '#platform/http/context.ts'
import { authorize, found } from '#platform/http/errors.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { isAssured } from '#platform/http/viewer.ts'
import type { MessageKey } from '#platform/i18n/index.ts'
import type { Outcome, Refusal } from '#platform/refusal.ts'
import { type TeamKind, type Unlocked, waitingForSeal } from '#platform/vault/index.ts'
import { formerKey } from '../actions/reseal.ts'
import { foundTeamKey, letIn, prepareRecovery, renewTeamKey } from '../actions/team-key.ts'
import { openVault } from '../open-vault.ts'
import { OpeningsPage } from '../pages/openings.tsx'
import { TeamPage } from '../pages/team.tsx'
import { TeamsPage } from '../pages/teams.tsx'
import { isOfTeam, keepsTeam, seesTeam, seesVault, teamKinds } from '../policy.ts'
import { teamFaces, teamOpenings, teamPeople, unrecoverable } from '../queries/vault-teams.ts'
import { pathId } from './path-id.ts'

type Umbrella = Context<UmbrellaEnv>

const pageSize = 50

const teamOf = (c: Umbrella): TeamKind => found(teamKinds.find(kind => kind === c.req.param('team')))

async function show(c: Umbrella, kind: TeamKind, refusal?: Refusal) {
  const { viewer } = c.var
  const mine = isOfTeam(viewer, kind)
  const told = await c.var.read(async tx => {
    const team = found((await teamFaces(tx)).find(face => face.kind === kind))
    const waiting = mine && team.id ? await waitingForSeal(tx, team.id) : []
    const recovery = mine && team.id ? await unrecoverable(tx, team.id) : null
    const waits = waiting.some(({ account }) => account === viewer.account)
    const former = waits && (await formerKey(tx)) !== null
    return { team, waiting, recovery, former, people: await teamPeople(tx, kind) }
  })
  const page = <TeamPage {...told} account={found(viewer.account)} mine={mine} refusal={refusal} />
  return c.var.page(page, { status: refusal ? 409 : 200 })
}

async function answer(c: Umbrella, kind: TeamKind, said: MessageKey, act: (tx: Tx) => Promise<Outcome>) {
  const outcome = await c.var.write(act)
  return outcome.ok ? c.var.seeOther(`/vault/${kind}`, said) : show(c, kind, outcome)
}

type Opened = (tx: Tx, vault: Unlocked, kind: TeamKind) => Promise<Outcome>

/** What somebody of the team does with their own vault open. */
async function withVault(c: Umbrella, said: MessageKey, act: Opened) {
  const kind = teamOf(c)
  authorize(isOfTeam(c.var.viewer, kind))
  const vault = await openVault(c)
  return vault instanceof Response ? vault : answer(c, kind, said, tx => act(tx, vault, kind))
}

/** The teams of an umbrella that read what is sealed. */
export const vaultTeamRoutes = umbrellaRoutes()
  .get('/vault', allow(seesVault), async c => {
    const teams = await c.var.read(teamFaces)
    return c.var.page(<TeamsPage teams={teams.filter(({ kind }) => seesTeam(c.var.viewer, kind))} />)
  })
  .get('/vault/:team', allow(seesVault), c => {
    const kind = teamOf(c)
    authorize(seesTeam(c.var.viewer, kind))
    return show(c, kind)
  })
  .get('/vault/:team/openings', allow(seesVault), async c => {
    const kind = teamOf(c)
    authorize(isOfTeam(c.var.viewer, kind))
    const before = c.req.query('before')
    const openings = await c.var.read(async tx => {
      const team = (await teamFaces(tx)).find(face => face.kind === kind)?.id
      return team ? teamOpenings(tx, team, pageSize + 1, before ? pathId(before) : null) : []
    })
    const next = openings.length > pageSize ? openings[pageSize - 1]!.id : null
    const shown = openings.slice(0, pageSize)
    return c.var.page(<OpeningsPage kind={kind} openings={shown} next={next} first={!before} />)
  })
  .post('/vault/:team/key', allow(seesVault, isAssured), c => {
    const kind = teamOf(c)
    authorize(isOfTeam(c.var.viewer, kind))
    return answer(c, kind, 'people.said.teamKeyMade', tx => foundTeamKey(tx, kind))
  })
  .post('/vault/:team/renewal', allow(seesVault, isAssured), c => {
    const kind = teamOf(c)
    authorize(keepsTeam(c.var.viewer, kind))
    return answer(c, kind, 'people.said.teamKeyRenewed', tx => renewTeamKey(tx, kind))
  })
  .post('/vault/:team/people/:key', allow(seesVault), c =>
    withVault(c, 'people.said.letIn', (tx, vault, kind) =>
      letIn(tx, vault, kind, pathId(c.req.param('key') ?? '')),
    ),
  )
  .post('/vault/:team/recoverability', allow(seesVault), c =>
    withVault(c, 'people.said.recoveryPrepared', prepareRecovery),
  )
