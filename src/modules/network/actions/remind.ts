import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { mandateExpiring } from '../emails/mandates.ts'
import { profileIsDue } from '../emails/memberships.ts'

/** Days before a mandate runs out on which its people are told. */
const mandateReminderDays = [30, 7] as const

type DueMandate = { mandate: string; membership: string; days: number }

// The reminder's row is written before its mail, and only the one who wrote it sends: two processes send once. The
// nearest reminder that is due swallows earlier ones that were missed while the program stood still.
async function claimMandates(tx: Tx): Promise<DueMandate[]> {
  const { rows } = await tx.execute<DueMandate>(sql`
    with due as (
      select m.umbrella_id, m.id, m.membership_id, m.valid_until, min(d.days) as days
      from network.mandates m
      join network.memberships s on s.umbrella_id = m.umbrella_id and s.id = m.membership_id and s.status <> 'ended'
      join unnest(${sql.param([...mandateReminderDays])}::integer[]) d (days) on m.valid_until - network.today() <= d.days
      where m.umbrella_id = platform.current_umbrella() and m.status = 'confirmed' and m.valid_until > network.today()
        and m.end_reason is null
      group by m.umbrella_id, m.id, m.membership_id, m.valid_until
    ), sent as (
      insert into network.reminders (umbrella_id, kind, subject_id, due_on, days_before)
      select umbrella_id, 'mandate', id, valid_until, days from due
      on conflict do nothing returning subject_id, days_before
    )
    select due.id as mandate, due.membership_id as membership, due.valid_until - network.today() as days
    from sent join due on due.id = sent.subject_id`)
  return rows
}

/** Tells the people of members whose mandates run out in 30 or 7 days. Safe to run any number of times. */
export async function remindOfMandates(tx: Tx): Promise<number> {
  const due = await claimMandates(tx)
  for (const { mandate, membership, days } of due) await mandateExpiring(tx, { mandate, membership }, days)
  return due.length
}

type DueProfile = { membership: string; due: string; organisation: string | null }

// A profile is due a year after it was confirmed, or after the member joined; then once more each month.
async function claimProfiles(tx: Tx): Promise<DueProfile[]> {
  const { rows } = await tx.execute<DueProfile>(sql`
    with profiles as (
      select s.umbrella_id, s.id, s.organisation_id,
        (coalesce(p.profile_confirmed_on, o.profile_confirmed_on, s.since) + interval '1 year')::date as due
      from network.memberships s
      left join network.organisations o on o.id = s.organisation_id
      left join network.individuals p on p.umbrella_id = s.umbrella_id and p.membership_id = s.id
      where s.umbrella_id = platform.current_umbrella() and s.status = 'active'
    ), due as (
      select umbrella_id, id, organisation_id, due, (network.today() - due) / 30 as months
      from profiles where due <= network.today()
    ), sent as (
      insert into network.reminders (umbrella_id, kind, subject_id, due_on, days_before)
      select umbrella_id, 'profile', id, due, -30 * months from due
      on conflict do nothing returning subject_id, days_before
    )
    select due.id as membership, due.organisation_id as organisation, (due.due + 30 * due.months)::text as due
    from sent join due on due.id = sent.subject_id`)
  return rows
}

/** Asks members to confirm their profiles: when a year is over, then each month until it is done. */
export async function remindOfProfiles(tx: Tx): Promise<number> {
  const due = await claimProfiles(tx)
  for (const { membership, due: on, organisation } of due) {
    const link = organisation === null ? '/own-profile' : `/organisations/${organisation}/profile`
    await profileIsDue(tx, { membership, due: on, link })
  }
  return due.length
}
