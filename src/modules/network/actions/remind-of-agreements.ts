import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { agreementEnding } from '../emails/agreements.ts'

type Reminder = { agreement: string; membership: string; on: string; days: number; step: number }

/**
 * Reminds both sides 60, 30 and 7 days before an agreement's term ends, each once: the row that says so is written with
 * the mail. After days without the program only the nearest reminder goes out, with the days that are truly left. One
 * whose renewal is confirmed needs none. Returns how many were sent.
 */
export async function remindOfAgreements(tx: Tx): Promise<number> {
  const { rows } = await tx.execute<Reminder>(sql`
    with due as (
      select a.umbrella_id, a.id, a.membership_id, a.term_until, a.term_until - network.today() as days,
        case when a.term_until - network.today() <= 7 then 7 when a.term_until - network.today() <= 30 then 30 else 60 end as step
      from network.agreements a
      where a.umbrella_id = platform.current_umbrella() and a.status = 'confirmed'
        and a.term_until between network.today() and network.today() + 60
        and not exists (select 1 from network.agreements r
          where r.umbrella_id = a.umbrella_id and r.renews = a.id and r.status = 'confirmed')
    ), sent as (
      insert into network.agreement_reminders (umbrella_id, agreement_id, days_before)
      select umbrella_id, id, step from due on conflict do nothing returning agreement_id, days_before
    )
    select d.id as agreement, d.membership_id as membership, d.term_until as on, d.days, d.step
    from due d join sent s on s.agreement_id = d.id and s.days_before = d.step`)
  for (const reminder of rows) await agreementEnding(tx, reminder)
  return rows.length
}
