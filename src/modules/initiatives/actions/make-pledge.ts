import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse, refusingWhenViolated } from '#platform/refusal.ts'
import { pledgeWithdrawn } from '../emails/realisation.ts'
import type { Resource } from './keep-need.ts'

export type PledgeFacts = Resource & { need: string | null; what: string; locale: string }

const refusals = {
  ended_stays: 'initiatives.realisation.ended',
  spent_was_given: 'initiatives.pledge.spentAlready',
  receiver_confirms: 'initiatives.pledge.receiverConfirms',
} as const

type Made = { realisation: string; membership: string; facts: PledgeFacts }

/** A member or partner promises people, money, premises or hours. */
export const makePledge = (tx: Tx, { realisation, membership, facts }: Made): Promise<Outcome> =>
  refusingWhenViolated(tx, refusals, async () => {
    const id = newId()
    const { need, kind, what, locale, amount, currency } = facts
    await tx.execute(sql`
      insert into initiatives.pledges (id, realisation_id, need_id, membership_id, kind, what, content_locale, amount, currency)
      values (${id}, ${realisation}, ${need}, ${membership}, ${kind}, ${what}, ${locale}, ${amount}, ${currency})`)
    await record(tx, {
      action: 'initiatives.pledge_made',
      member: membership,
      subject: { type: 'realisation', id: realisation },
      visibility: 'public',
      detail: { pledge: id, kind, what, amount, currency },
    })
    return { ok: true }
  })

type Place = { realisation: string; pledge: string; by: string }

/** The giver promises more, less or in other words, as long as nothing has come yet. */
export const changePledge = (
  tx: Tx,
  { realisation, pledge, by, facts }: Place & { facts: Pick<PledgeFacts, 'what' | 'locale' | 'amount'> },
): Promise<Outcome> =>
  refusingWhenViolated(tx, refusals, async () => {
    const { what, locale, amount } = facts
    const { rowCount } = await tx.execute(sql`
      update initiatives.pledges p set what = ${what}, amount = ${amount},
        content_locale = case when p.what = ${what} then p.content_locale else ${locale} end
      where p.umbrella_id = platform.current_umbrella() and p.realisation_id = ${realisation} and p.id = ${pledge}
        and p.status = 'pledged'`)
    if (!rowCount) return refuse('initiatives.pledge.settledAlready')
    await record(tx, {
      action: 'initiatives.pledge_changed',
      member: by,
      subject: { type: 'realisation', id: realisation },
      visibility: 'public',
      detail: { pledge, what, amount },
    })
    return { ok: true }
  })

/** Another member of the working group than the giver has received it: so much of it. `given` null takes that back, unless money of it was spent. */
export const confirmPledge = (
  tx: Tx,
  { realisation, pledge, by, given }: Place & { given: number | null },
): Promise<Outcome> =>
  refusingWhenViolated(tx, refusals, async () => {
    const before = given === null ? 'fulfilled' : 'pledged'
    const { rowCount } = await tx.execute(sql`
      update initiatives.pledges set status = ${given === null ? 'pledged' : 'fulfilled'}, given = ${given},
        settled_at = ${given === null ? null : sql`now()`}
      where umbrella_id = platform.current_umbrella() and realisation_id = ${realisation} and id = ${pledge}
        and status = ${before}`)
    if (!rowCount) return refuse('initiatives.pledge.settledAlready')
    await record(tx, {
      action: given === null ? 'initiatives.pledge_reopened' : 'initiatives.pledge_fulfilled',
      member: by,
      subject: { type: 'realisation', id: realisation },
      visibility: 'public',
      detail: { pledge, given },
    })
    return { ok: true }
  })

/** The giver cannot keep the promise, and says why. Who answers for the work is told. */
export const withdrawPledge = (
  tx: Tx,
  { realisation, pledge, by, reason }: Place & { reason: string },
): Promise<Outcome> =>
  refusingWhenViolated(tx, refusals, async () => {
    const { rowCount } = await tx.execute(sql`
      update initiatives.pledges set status = 'withdrawn', reason = ${reason}, settled_at = now()
      where umbrella_id = platform.current_umbrella() and realisation_id = ${realisation} and id = ${pledge}
        and status = 'pledged'`)
    if (!rowCount) return refuse('initiatives.pledge.settledAlready')
    await record(tx, {
      action: 'initiatives.pledge_withdrawn',
      member: by,
      subject: { type: 'realisation', id: realisation },
      visibility: 'public',
      detail: { pledge, reason },
    })
    await pledgeWithdrawn(tx, { realisation, pledge, by })
    return { ok: true }
  })
