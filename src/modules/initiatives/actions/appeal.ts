import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { MessageKey } from '#platform/i18n/index.ts'
import { newId } from '#platform/id.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse, refusingWhenViolated } from '#platform/refusal.ts'
import { appealRaised, appealStands } from '../emails/appeals.ts'
import { askAboutAppeal } from './ask-about-appeal.ts'

const refusals = {
  appeal_in_time: 'initiatives.appeal.tooLate',
  appeal_elector: 'initiatives.appeal.noElector',
  one_appeal_per_member: 'initiatives.appeal.raisedAlready',
  appeal_signers_pkey: 'initiatives.appeal.signedAlready',
} as const satisfies Record<string, MessageKey>

type State = { decision: string; secret: boolean; number: number; signed: number; needed: number }

// The row's lock, which every signature takes, makes exactly one of them the last that was needed.
async function lockAppeal(tx: Tx, appeal: string): Promise<State | undefined> {
  const { rows } = await tx.execute<State>(sql`
    select a.decision_id as decision, d.secret, a.number, a.needed, (
      select count(*)::integer from initiatives.appeal_signers s
      where s.umbrella_id = a.umbrella_id and s.appeal_id = a.id) as signed
    from initiatives.appeals a
    join initiatives.decisions d on d.umbrella_id = a.umbrella_id and d.id = a.decision_id
    where a.umbrella_id = platform.current_umbrella() and a.id = ${appeal} and a.status = 'gathering' for update of a`)
  return rows[0]
}

const seenBy = (secret: boolean) => (secret ? 'members' : 'public')

// Enough members have signed: the question goes to all of them, at once and by itself.
async function standIfEnough(tx: Tx, appeal: string): Promise<void> {
  const state = await lockAppeal(tx, appeal)
  if (!state || state.signed < state.needed) return
  await tx.execute(sql`
    update initiatives.appeals set status = 'standing', standing_at = now()
    where umbrella_id = platform.current_umbrella() and id = ${appeal}`)
  await record(tx, {
    action: 'initiatives.appeal_stands',
    subject: { type: 'appeal', id: appeal },
    visibility: seenBy(state.secret),
    detail: { number: state.number, signed: state.signed },
  })
  await askAboutAppeal(tx, appeal)
  await appealStands(tx, appeal)
}

async function sign(tx: Tx, appeal: string, membership: string): Promise<void> {
  await tx.execute(sql`
    insert into initiatives.appeal_signers (appeal_id, membership_id, person_id)
    values (${appeal}, ${membership}, platform.current_account())`)
}

export type NewAppeal = { decision: string; membership: string; grounds: string; locale: string }

/** A member says that a decision did not come about by the rules. It is the first to sign. */
export const raiseAppeal = (tx: Tx, given: NewAppeal): Promise<Outcome<{ number: number }>> =>
  refusingWhenViolated(tx, refusals, async () => {
    const id = newId()
    const { rows } = await tx.execute<{ number: number; secret: boolean }>(sql`
      insert into initiatives.appeals (id, number, decision_id, membership_id, person_id, grounds, content_locale, needed, until)
      select ${id}, initiatives.next_number('appeal'), d.id, ${given.membership}, platform.current_account(),
        ${given.grounds}, ${given.locale}, 1, now()
      from initiatives.decisions d where d.umbrella_id = platform.current_umbrella() and d.id = ${given.decision}
      returning number, (select e.secret from initiatives.decisions e
        where e.umbrella_id = appeals.umbrella_id and e.id = appeals.decision_id) as secret`)
    const { number, secret } = rows[0]!
    await sign(tx, id, given.membership)
    await record(tx, {
      action: 'initiatives.appeal_raised',
      member: given.membership,
      subject: { type: 'appeal', id },
      visibility: seenBy(secret),
      detail: { number, decision: given.decision },
    })
    await appealRaised(tx, id)
    await standIfEnough(tx, id)
    return { ok: true, number }
  })

/** Another member signs. The last signature that is needed puts the question to all members. */
export const signAppeal = (
  tx: Tx,
  { appeal, membership }: { appeal: string; membership: string },
): Promise<Outcome> =>
  refusingWhenViolated(tx, refusals, async () => {
    const state = await lockAppeal(tx, appeal)
    if (!state) return refuse('initiatives.appeal.tooLate')
    await sign(tx, appeal, membership)
    await record(tx, {
      action: 'initiatives.appeal_signed',
      member: membership,
      subject: { type: 'appeal', id: appeal },
      visibility: seenBy(state.secret),
    })
    await standIfEnough(tx, appeal)
    return { ok: true }
  })

/** A member takes its signature back while signatures are gathered; who raised the appeal withdraws it with that. */
export const takeBackSignature = (
  tx: Tx,
  { appeal, membership }: { appeal: string; membership: string },
): Promise<Outcome> =>
  refusingWhenViolated(tx, refusals, async () => {
    const state = await lockAppeal(tx, appeal)
    if (!state) return refuse('initiatives.appeal.tooLate')
    const { rowCount } = await tx.execute(sql`
      delete from initiatives.appeal_signers
      where umbrella_id = platform.current_umbrella() and appeal_id = ${appeal} and membership_id = ${membership}`)
    if (!rowCount) return refuse('initiatives.appeal.notSigned')
    const { rowCount: withdrawn } = await tx.execute(sql`
      update initiatives.appeals set status = 'withdrawn', closed_at = now()
      where umbrella_id = platform.current_umbrella() and id = ${appeal} and membership_id = ${membership}`)
    await record(tx, {
      action: withdrawn ? 'initiatives.appeal_withdrawn' : 'initiatives.appeal_signature_taken_back',
      member: membership,
      subject: { type: 'appeal', id: appeal },
      visibility: seenBy(state.secret),
    })
    return { ok: true }
  })
