import type { Tx } from '#platform/database/scope.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse } from '#platform/refusal.ts'
import {
  makeRecoverable,
  rotateTeam,
  sealTeamTo,
  type TeamKind,
  teamFor,
  teamKey,
  type Unlocked,
  waitingForSeal,
} from '#platform/vault/index.ts'
import { letIn as tellLetIn } from '../emails/let-in.ts'

const about = (team: string, kind: TeamKind) =>
  ({ subject: { type: 'team', id: team }, visibility: 'members', detail: { role: kind } }) as const

/** Gives a team the key that it lacks: its first, or the next after everybody who had one has left. */
export async function foundTeamKey(tx: Tx, kind: TeamKind): Promise<Outcome> {
  const team = await teamFor(tx, kind)
  if (!(await teamKey(tx, team))) return refuse('platform.vault.noTeamKey')
  await record(tx, { action: 'people.team_key_made', ...about(team, kind) })
  return { ok: true }
}

/** A new key for a team in place of the one that it has; what is sealed from here on is sealed to it. */
export async function renewTeamKey(tx: Tx, kind: TeamKind): Promise<Outcome> {
  const team = await teamFor(tx, kind)
  if (!(await rotateTeam(tx, team))) return refuse('platform.vault.noTeamKey')
  await record(tx, { action: 'people.team_key_renewed', ...about(team, kind) })
  return { ok: true }
}

/** Lets somebody of the team in whose fingerprint the colleague compared. */
export async function letIn(tx: Tx, vault: Unlocked, kind: TeamKind, key: string): Promise<Outcome> {
  const team = await teamFor(tx, kind)
  const person = (await waitingForSeal(tx, team)).find(waiting => waiting.key === key)
  if (!person || (await sealTeamTo(tx, vault, team, key)) === 0) return refuse('people.vault.notWaiting')
  await record(tx, { action: 'people.team_key_shared', ...about(team, kind) })
  await tellLetIn(tx, person.account, key, kind)
  return { ok: true }
}

/** Seals the team's keys that one has to the recovery key, so that custodians can bring them back. */
export async function prepareRecovery(tx: Tx, vault: Unlocked, kind: TeamKind): Promise<Outcome> {
  const team = await teamFor(tx, kind)
  if ((await makeRecoverable(tx, vault, team)) === 0) return refuse('people.vault.nothingToPrepare')
  await record(tx, { action: 'people.team_key_prepared', ...about(team, kind) })
  return { ok: true }
}
