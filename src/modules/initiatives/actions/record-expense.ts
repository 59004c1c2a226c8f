import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { type HandedIn, storeFile } from '#platform/files/index.ts'
import { newId } from '#platform/id.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse, refusingWhenViolated } from '#platform/refusal.ts'

/** What was bought with money that somebody gave. `amount` in hundredths of the pledge's currency. */
export type ExpenseFacts = {
  pledge: string
  what: string
  locale: string
  amount: number
  spentOn: string
  /** Said when more is spent than was given. */
  overReason: string | null
}

type Recorded = { realisation: string; membership: string; facts: ExpenseFacts; receipt: HandedIn }

type Left = { currency: string; left: number }

// Locked: two who record at once do not both fit into what is left.
async function leftOf(tx: Tx, { realisation, pledge }: { realisation: string; pledge: string }) {
  const { rows } = await tx.execute<{ value: Left }>(sql`
    select json_build_object('currency', p.currency, 'left', p.given - (select coalesce(sum(e.amount), 0) from initiatives.expenses e
      where e.umbrella_id = p.umbrella_id and e.pledge_id = p.id and e.struck_at is null)) as value
    from initiatives.pledges p
    where p.umbrella_id = platform.current_umbrella() and p.realisation_id = ${realisation} and p.id = ${pledge}
      and p.kind = 'money' and p.status = 'fulfilled' for no key update of p`)
  return rows[0]?.value
}

/**
 * Records an expense with its receipt. More than what is left of the pledge only with the reason said; a reason without need
 * is left out.
 */
export const recordExpense = (tx: Tx, given: Recorded): Promise<Outcome> => {
  const { realisation, membership, facts, receipt } = given
  return refusingWhenViolated(tx, { ended_stays: 'initiatives.realisation.ended' }, async () => {
    // A statement of its own after the lock: what was spent meanwhile is seen.
    await leftOf(tx, { realisation, pledge: facts.pledge })
    const pledge = await leftOf(tx, { realisation, pledge: facts.pledge })
    if (!pledge) return refuse('initiatives.expense.notGiven')
    const over = facts.amount > pledge.left
    if (over && facts.overReason === null) return refuse('initiatives.expense.over')
    const stored = await storeFile(tx, receipt)
    if (!stored.ok) return stored
    const id = newId()
    const reason = over ? facts.overReason : null
    await tx.execute(sql`
      insert into initiatives.expenses (id, realisation_id, pledge_id, membership_id, what, content_locale, amount, currency,
        spent_on, receipt_id, over_reason)
      values (${id}, ${realisation}, ${facts.pledge}, ${membership}, ${facts.what}, ${facts.locale}, ${facts.amount},
        ${pledge.currency}, ${facts.spentOn}, ${stored.file.id}, ${reason})`)
    await record(tx, {
      action: 'initiatives.expense_recorded',
      member: membership,
      subject: { type: 'realisation', id: realisation },
      visibility: 'public',
      detail: {
        ...{
          expense: id,
          pledge: facts.pledge,
          what: facts.what,
          amount: facts.amount,
          currency: pledge.currency,
        },
        ...{ over: reason, receipt: stored.file.sha256 },
      },
    })
    return { ok: true }
  })
}

type Struck = { realisation: string; expense: string; by: string; reason: string }

/** Recorded by mistake: it stays readable, with the reason, and counts no more. */
export const strikeExpense = (tx: Tx, { realisation, expense, by, reason }: Struck): Promise<Outcome> =>
  refusingWhenViolated(tx, { ended_stays: 'initiatives.realisation.ended' }, async () => {
    const { rowCount } = await tx.execute(sql`
      update initiatives.expenses set struck_at = now(), strike_reason = ${reason}
      where umbrella_id = platform.current_umbrella() and realisation_id = ${realisation} and id = ${expense}
        and struck_at is null`)
    if (!rowCount) return refuse('initiatives.expense.struckAlready')
    await record(tx, {
      action: 'initiatives.expense_struck',
      member: by,
      subject: { type: 'realisation', id: realisation },
      visibility: 'public',
      detail: { expense, reason },
    })
    return { ok: true }
  })
