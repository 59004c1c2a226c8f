import { rows, scopeOf, type Tx } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import type { Bytes, Context } from './context.ts'
import { newKeyPair, sealTo } from './seal.ts'
import type { Unlocked } from './unlock.ts'

/** A team is everybody of the umbrella who holds this role. */
export type TeamKind = 'monitor' | 'lawyer' | 'operator'

/** A generation of a team's key: what records are sealed to. */
export type TeamKey = { id: string; publicKey: Uint8Array }

/** Somebody of the team who cannot open its records until a colleague seals its key to them. */
export type Waiting = { account: string; key: string; fingerprint: string }

/** The umbrella of the transaction: every seal is bound to it. */
export function umbrellaOf(tx: Tx): string {
  const { umbrella } = scopeOf(tx)
  if (!umbrella) throw new Error('records and teams belong to an umbrella')
  return umbrella
}

/** What a team's private key is sealed for. */
export const teamSealContext = (umbrella: string, generation: string, key: string): Context => [
  'team-key',
  ...[umbrella, generation, key],
]

/** What a team's private key is sealed to the recovery key for. */
export const recoverySealContext = (umbrella: string, generation: string, recoveryKey: string): Context => [
  'recovery',
  ...[umbrella, generation, recoveryKey],
]

async function sealForRecovery(
  tx: Tx,
  umbrella: string,
  generation: string,
  privateKey: Bytes,
): Promise<void> {
  const [recoveryKey] = await rows<TeamKey>(
    tx,
    'vault.recovery-key',
    `select id, public_key as "publicKey" from vault.recovery_keys
     where umbrella_id = platform.current_umbrella() and retired_at is null`,
  )
  if (!recoveryKey) return
  const context = recoverySealContext(umbrella, generation, recoveryKey.id)
  await rows(tx, 'vault.seal-for-recovery', 'select vault.seal_for_recovery($1, $2, $3)', [
    ...[generation, recoveryKey.id, await sealTo(recoveryKey.publicKey, context, privateKey)],
  ])
}

/** The team of this kind in the transaction's umbrella; made when it is first asked for. Returns its id. */
export async function teamFor(tx: Tx, kind: TeamKind): Promise<string> {
  const find = 'select id from vault.teams where umbrella_id = platform.current_umbrella() and kind = $1'
  const [known] = await rows<{ id: string }>(tx, 'vault.team', find, [kind])
  if (known) return known.id
  await rows(
    tx,
    'vault.add-team',
    'insert into vault.teams (id, kind) values ($1, $2) on conflict do nothing',
    [newId(), kind],
  )
  const [made] = await rows<{ id: string }>(tx, 'vault.team', find, [kind])
  return made!.id
}

/**
 * A new generation of the team's key, sealed to those who have the one before and are still in the team. Public keys
 * suffice. Null when nobody of the team has a key; what is there then stays.
 */
export async function rotateTeam(tx: Tx, team: string): Promise<TeamKey | null> {
  const heirs = await rows<{ key: string; publicKey: Buffer }>(
    tx,
    'vault.heirs',
    'select key_id as key, public_key as "publicKey" from vault.heirs($1)',
    [team],
  )
  if (heirs.length === 0) return null
  const [umbrella, id, pair] = [umbrellaOf(tx), newId(), await newKeyPair()]
  const seals = await Promise.all(
    heirs.map(({ key, publicKey }) => sealTo(publicKey, teamSealContext(umbrella, id, key), pair.privateKey)),
  )
  await rows(tx, 'vault.add-generation', 'select vault.add_generation($1, $2, $3, $4, $5)', [
    ...[
      team,
      id,
      Buffer.from(pair.publicKey),
      heirs.map(({ key }) => key),
      seals.map(seal => Buffer.from(seal)),
    ],
  ])
  await sealForRecovery(tx, umbrella, id, pair.privateKey)
  return { id, publicKey: Buffer.from(pair.publicKey) }
}

async function currentGeneration(tx: Tx, team: string): Promise<TeamKey | undefined> {
  const [found] = await rows<TeamKey>(
    tx,
    'vault.current-generation',
    'select id, public_key as "publicKey" from vault.current_generation($1)',
    [team],
  )
  return found
}

/**
 * The generation to seal to now, kept from changing until the transaction ends; made when there is none. Null when nobody
 * of the team has a key.
 */
export async function teamKey(tx: Tx, team: string): Promise<TeamKey | null> {
  return (await currentGeneration(tx, team)) ?? (await rotateTeam(tx, team))
}

/** Makes a new generation for every team of the umbrella that has none, as after somebody left. */
export async function renewTeamKeys(tx: Tx): Promise<void> {
  const without = await rows<{ id: string }>(
    tx,
    'vault.teams-without-key',
    `select t.id from vault.teams t where t.umbrella_id = platform.current_umbrella() and not exists (
       select from vault.team_keys g where g.umbrella_id = t.umbrella_id and g.team_id = t.id and g.retired_at is null)`,
  )
  for (const { id } of without) await rotateTeam(tx, id)
}

type Missing = { account: string; key: string; publicKey: Buffer; fingerprint: string; generation: string }

const missingSeals = (tx: Tx, team: string): Promise<Missing[]> =>
  rows(
    tx,
    'vault.waiting',
    `select account_id as account, key_id as key, public_key as "publicKey", fingerprint, team_key_id as generation
     from vault.waiting($1)`,
    [team],
  )

/** Who of the team waits for a seal: who joined, and who has a new key. Empty for anybody who is not of the team. */
export async function waitingForSeal(tx: Tx, team: string): Promise<Waiting[]> {
  const missing = await missingSeals(tx, team)
  const people = new Map(missing.map(({ account, key, fingerprint }) => [key, { account, key, fingerprint }]))
  return [...people.values()]
}

/** The private key of a generation, for somebody who has it; null otherwise. */
export async function openGeneration(tx: Tx, unlocked: Unlocked, generation: string): Promise<Bytes | null> {
  const [seal] = await rows<{ umbrella: string; sealed: Buffer }>(
    tx,
    'vault.own-team-seal',
    `select umbrella_id as umbrella, sealed from vault.team_seals
     where umbrella_id = platform.current_umbrella() and team_key_id = $1 and key_id = $2`,
    [generation, unlocked.key],
  )
  return seal ? unlocked.open(teamSealContext(seal.umbrella, generation, unlocked.key), seal.sealed) : null
}

async function sealMissing(tx: Tx, unlocked: Unlocked, missing: Missing[]): Promise<number> {
  const umbrella = umbrellaOf(tx)
  let sealed = 0
  for (const { key, publicKey, generation } of missing) {
    const privateKey = await openGeneration(tx, unlocked, generation)
    if (!privateKey) continue
    const seal = await sealTo(publicKey, teamSealContext(umbrella, generation, key), privateKey)
    await rows(tx, 'vault.seal-generation', 'select vault.seal_generation($1, $2, $3)', [
      generation,
      key,
      seal,
    ])
    sealed++
  }
  return sealed
}

/**
 * Lets somebody who waits open the team's records: seals to their key every generation that the unlocked colleague has.
 * `key` is the key whose fingerprint the colleague compared. Returns how many seals were made.
 */
export async function sealTeamTo(tx: Tx, unlocked: Unlocked, team: string, key: string): Promise<number> {
  return sealMissing(
    tx,
    unlocked,
    (await missingSeals(tx, team)).filter(missing => missing.key === key),
  )
}

/** Who changed their key and opened the old one seals to the new one themself, and waits for nobody. */
export async function resealForMyself(tx: Tx, unlocked: Unlocked, team: string): Promise<number> {
  const own = (await missingSeals(tx, team)).filter(({ account }) => account === unlocked.account)
  return sealMissing(tx, unlocked, own)
}
