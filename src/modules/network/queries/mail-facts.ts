import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { ApplicationStatus } from '../schema/admission.ts'
import { memberName, personName } from './member-name.ts'

/** What mails about an application need of it. */
export type ApplicationFacts = {
  umbrella: string
  applicant: string
  status: ApplicationStatus
  membership: string | null
  name: Record<string, string>
  until: string
  /** Number of the decision in which the members answer. */
  decision: number | null
}

export async function applicationFacts(tx: Tx, application: string): Promise<ApplicationFacts> {
  const { rows } = await tx.execute<ApplicationFacts>(sql`
    select a.umbrella_id as umbrella, a.applicant_id as applicant, a.status, a.membership_id as membership, a.name,
      to_json(a.objections_until) #>> '{}' as until, a.decision_number as decision
    from network.applications a where a.umbrella_id = platform.current_umbrella() and a.id = ${application}`)
  return rows[0]!
}

/** Members whose objection to an application stands. */
export async function objectingMembers(tx: Tx, application: string): Promise<string[]> {
  const { rows } = await tx.execute<{ member: string }>(sql`
    select distinct o.membership_id as member from network.objections o
    where o.umbrella_id = platform.current_umbrella() and o.application_id = ${application} and o.withdrawn_at is null`)
  return rows.map(({ member }) => member)
}

/** What mails about an objection need: the member's latest one to this application. */
export type ObjectionFacts = {
  applicant: string
  name: Record<string, string>
  until: string
  member: Record<string, string>
  objection: string
}

export async function objectionFacts(
  tx: Tx,
  { application, membership }: { application: string; membership: string },
): Promise<ObjectionFacts> {
  const { rows } = await tx.execute<ObjectionFacts>(sql`
    select a.applicant_id as applicant, a.name, ${memberName(sql`${membership}::uuid`)} as member,
      to_json(a.objections_until) #>> '{}' as until, o.id as objection
    from network.applications a
    join network.objections o on o.umbrella_id = a.umbrella_id and o.application_id = a.id
    where a.umbrella_id = platform.current_umbrella() and a.id = ${application} and o.membership_id = ${membership}
    order by o.raised_at desc limit 1`)
  return rows[0]!
}

/** What mails and acts about a mandate need of it. */
export type MandateFacts = {
  membership: string
  holder: string
  proposer: string
  name: Record<string, string>
  person: string
  /** The first day on which it no longer holds. */
  on: string | null
}

export async function mandateFacts(tx: Tx, mandate: string): Promise<MandateFacts | undefined> {
  const { rows } = await tx.execute<MandateFacts>(sql`
    select m.membership_id as membership, m.person_id as holder, m.proposed_by as proposer,
      coalesce(${memberName(sql`m.membership_id`)}, '{}') as name, coalesce(${personName(sql`m.person_id`)}, '') as person,
      m.valid_until as on
    from network.mandates m where m.umbrella_id = platform.current_umbrella() and m.id = ${mandate}`)
  return rows[0]
}
