import { combine } from 'shamir-secret-sharing'
import { rows, type Tx } from '#platform/database/scope.ts'
import { event } from '#platform/events.ts'
import { newId } from '#platform/id.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse, refusingWhenViolated } from '#platform/refusal.ts'
import type { Context } from './context.ts'
import { effectiveKeys, type Key, type NewRecoveryKey, newRecoveryKey, shareContext } from './custodians.ts'
import { openSeal, sealTo } from './seal.ts'
import { recoverySealContext, teamSealContext } from './teams.ts'
import type { Unlocked } from './unlock.ts'

/** Somebody asked that a team's key be recovered for `account`; rooms tell the whole team that it can stop this until then. */
export const recoveryAsked = event<{ recovery: string; team: string; account: string; effectiveAt: string }>(
  'vault.recovery_asked',
)

const handedContext = (umbrella: string, recovery: string, custodian: string, key: string): Context => [
  'handed-share',
  ...[umbrella, recovery, custodian, key],
]

/**
 * Asks that the team's key be recovered for somebody of the team. It can go on after 72 hours, in which anybody of the team
 * can stop it; `vault.recovery_asked` tells them. For coordinators and the team.
 */
export async function askRecovery(
  tx: Tx,
  team: string,
  account: string,
): Promise<Outcome<{ recovery: string }>> {
  const recovery = newId()
  const refusals = {
    one_open_recovery: 'platform.vault.recoveryOpen',
    recovers_for_team: 'platform.vault.recoveryForTeam',
    recovery_prepared: 'platform.vault.recoveryUnprepared',
  } as const
  return refusingWhenViolated(tx, refusals, async () => {
    const [asked] = await rows<{ effectiveAt: string }>(
      tx,
      'vault.ask-recovery',
      'select vault.ask_recovery($1, $2, $3) as "effectiveAt"',
      [recovery, team, account],
    )
    await record(tx, {
      action: 'vault.recovery_asked',
      subject: { type: 'recovery', id: recovery },
      visibility: 'members',
    })
    await recoveryAsked.emit(tx, { recovery, team, account, effectiveAt: asked!.effectiveAt })
    return { ok: true, recovery }
  })
}

/** Stops a recovery: for anybody of the team. Refuses when it has ended. */
export async function stopRecovery(tx: Tx, recovery: string): Promise<Outcome> {
  const [done] = await rows<{ stopped: boolean }>(
    tx,
    'vault.stop-recovery',
    'select vault.stop_recovery($1) as stopped',
    [recovery],
  )
  if (!done?.stopped) return refuse('platform.vault.recoveryEnded')
  await record(tx, {
    action: 'vault.recovery_stopped',
    subject: { type: 'recovery', id: recovery },
    visibility: 'members',
  })
  return { ok: true }
}

type Going = { umbrella: string; team: string; account: string; ended: boolean; early: boolean }

/** A recovery that may go on now, or why it may not. */
async function going(tx: Tx, recovery: string): Promise<Outcome<Going>> {
  const [found] = await rows<Going>(
    tx,
    'vault.recovery',
    `select umbrella_id as umbrella, team_id as team, account_id as account, effective_at > clock_timestamp() as early,
       stopped_at is not null or completed_at is not null as ended from vault.recoveries
     where umbrella_id = platform.current_umbrella() and id = $1`,
    [recovery],
  )
  if (!found || found.ended) return refuse('platform.vault.recoveryEnded')
  return found.early ? refuse('platform.vault.recoveryNotYet') : { ok: true, ...found }
}

/** A custodian hands their share to who recovers. Refuses before its time, and who keeps no share under the key that is open. */
export async function handShare(tx: Tx, unlocked: Unlocked, recovery: string): Promise<Outcome> {
  const outcome = await going(tx, recovery)
  if (!outcome.ok) return outcome
  const [share] = await rows<{ recoveryKey: string; sealed: Buffer }>(
    tx,
    'vault.own-share',
    `select s.recovery_key_id as "recoveryKey", s.sealed from vault.recovery_shares s
       join vault.recovery_keys r on r.umbrella_id = s.umbrella_id and r.id = s.recovery_key_id
     where s.umbrella_id = platform.current_umbrella() and s.key_id = $1 and r.retired_at is null`,
    [unlocked.key],
  )
  const [to] = await effectiveKeys(tx, [outcome.account])
  if (!share || !to) return refuse('platform.vault.recoveryUnprepared')
  const opened = await unlocked.open(
    shareContext(outcome.umbrella, share.recoveryKey, unlocked.key),
    share.sealed,
  )
  const context = handedContext(outcome.umbrella, recovery, unlocked.account, to.id)
  const sealed = await sealTo(to.publicKey, context, opened)
  await rows(tx, 'vault.hand-share', 'select vault.hand_share($1, $2)', [recovery, sealed])
  return { ok: true }
}

async function putTogether(
  tx: Tx,
  unlocked: Unlocked,
  recovery: string,
  umbrella: string,
): Promise<Uint8Array | null> {
  const handed = await rows<{ custodian: string; sealed: Buffer }>(
    tx,
    'vault.handed',
    'select account_id as custodian, sealed from vault.handed_shares where umbrella_id = platform.current_umbrella() and recovery_id = $1',
    [recovery],
  )
  if (handed.length < 2) return null
  const shares = handed.map(({ custodian, sealed }) =>
    unlocked.open(handedContext(umbrella, recovery, custodian, unlocked.key), sealed),
  )
  return combine(await Promise.all(shares))
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

type Ceremony = {
  umbrella: string
  recovery: string
  team: string
  current: string
  own: Key
  next: NewRecoveryKey
}

/** Every generation, for the own key where it is of the team, and for the next recovery key. */
async function sealAnew(tx: Tx, privateKey: Uint8Array, ceremony: Ceremony): Promise<object[]> {
  const { umbrella, recovery, team, current, own, next } = ceremony
  const found = await rows<{ team: string; generation: string; sealed: Buffer }>(
    tx,
    'vault.recovery-seals',
    'select team_id as team, team_key_id as generation, sealed from vault.recovery_seals_for($1)',
    [recovery],
  )
  const seals = found.map(async ({ generation, sealed, ...of }) => {
    const key = await openSeal(privateKey, recoverySealContext(umbrella, generation, current), sealed)
    const seal = await sealTo(own.publicKey, teamSealContext(umbrella, generation, own.id), key)
    const context = recoverySealContext(umbrella, generation, next.id)
    return {
      generation,
      own: of.team === team ? hex(seal) : '',
      next: hex(await sealTo(next.pair.publicKey, context, key)),
    }
  })
  return Promise.all(seals)
}

const complete = 'select vault.complete_recovery($1, $2, $3, $4, $5, $6, $7)'

/**
 * Puts two shares together and seals the team's keys to who recovers, who opened the effective key. The recovery key is
 * renewed at once, for the same custodians, because this process has seen it; where they are no longer three of three
 * members it ends, and others have to be appointed (`renewed`). Throws SealBroken when a share was not the custodian's.
 */
export async function completeRecovery(
  tx: Tx,
  unlocked: Unlocked,
  recovery: string,
): Promise<Outcome<{ renewed: boolean }>> {
  const outcome = await going(tx, recovery)
  if (!outcome.ok) return outcome
  const { umbrella, team } = outcome
  const privateKey = await putTogether(tx, unlocked, recovery, umbrella)
  if (!privateKey) return refuse('platform.vault.recoverySharesMissing')
  const [current] = await rows<{ id: string; accounts: string[] }>(
    tx,
    'vault.custodians',
    'select * from vault.custodians()',
  )
  const next = await newRecoveryKey(umbrella, await effectiveKeys(tx, current!.accounts))
  const [own] = await effectiveKeys(tx, [unlocked.account])
  const ceremony = { umbrella, recovery, team, current: current!.id, own: own!, next }
  const done = [recovery, own!.id, JSON.stringify(await sealAnew(tx, privateKey, ceremony))]
  const refusals = { custodians_apart: 'platform.vault.custodiansNotApart' } as const
  const { ok: renewed } = await refusingWhenViolated(tx, refusals, async () => {
    await rows(tx, 'vault.complete-recovery', complete, [...done, ...next.values])
    return { ok: true }
  })
  if (!renewed) await rows(tx, 'vault.complete-recovery', complete, [...done, null, null, null, null])
  const subject = { type: 'recovery', id: recovery }
  await record(tx, { action: 'vault.recovery_completed', subject, visibility: 'members' })
  return { ok: true, renewed }
}
