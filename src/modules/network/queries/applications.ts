import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { FormValues } from '#platform/http/form.ts'
import type { Localised } from '#platform/i18n/index.ts'
import type { Facts } from '../forms/application.ts'
import type { Identifier } from '../identifiers.ts'
import type { ApplicationStatus } from '../schema/admission.ts'
import type { Form } from '../schema/memberships.ts'
import { memberName, personName } from './member-name.ts'

/** Days are ISO text, moments ISO text with T and offset: read as json, so that a page is one statement. */
export type ObjectionView = {
  id: string
  membershipId: string
  member: Localised | null
  reasons: string
  raisedAt: string
  withdrawnAt: string | null
}

export type ApplicationView = {
  id: string
  form: Form
  status: ApplicationStatus
  applicantId: string
  applicant: string | null
  /** The language in which the applicant used the pages. */
  locale: string
  draft: FormValues
  organisationId: string | null
  name: Localised | null
  facts: Facts | null
  fileId: string | null
  submittedAt: string | null
  objectionsUntil: string | null
  objectionDays: number | null
  ruleVersion: number | null
  /** The objection period has run out. */
  over: boolean
  closedAt: string | null
  closeReason: string | null
  membershipId: string | null
  objections: ObjectionView[]
  /** Members that said they have read it and do not object. */
  readings: string[]
  identifiers: Identifier[]
  /** Number of the decision in which members answer it, once somebody objected. */
  decision: number | null
  /** The applicant's own mandate for the new member still waits for a second person. */
  mandateWaits: boolean
}

async function one<R>(tx: Tx, query: ReturnType<typeof sql>): Promise<R | null> {
  const { rows } = await tx.execute<{ value: R }>(query)
  return rows[0]?.value ?? null
}

/** One application with all that happened to it, or null. Visibility is the policy's: a draft of others is not there. */
export const findApplication = (tx: Tx, id: string): Promise<ApplicationView | null> =>
  one<ApplicationView>(
    tx,
    sql`
    select json_build_object(
      'id', a.id, 'form', a.form, 'status', a.status, 'applicantId', a.applicant_id,
      'applicant', ${personName(sql`a.applicant_id`)}, 'locale', a.locale, 'draft', a.draft, 'organisationId', a.organisation_id,
      'name', a.name, 'facts', a.facts, 'fileId', a.file_id, 'submittedAt', a.submitted_at,
      'objectionsUntil', a.objections_until, 'objectionDays', a.objection_days, 'ruleVersion', a.rule_version,
      'over', coalesce(now() >= a.objections_until, false), 'closedAt', a.closed_at, 'closeReason', a.close_reason,
      'membershipId', a.membership_id,
      'objections', (select coalesce(json_agg(json_build_object(
          'id', o.id, 'membershipId', o.membership_id, 'member', ${memberName(sql`o.membership_id`)},
          'reasons', o.reasons, 'raisedAt', o.raised_at, 'withdrawnAt', o.withdrawn_at) order by o.raised_at, o.id), '[]'::json)
        from network.objections o where o.umbrella_id = a.umbrella_id and o.application_id = a.id),
      'readings', (select coalesce(json_agg(r.membership_id order by r.read_at), '[]'::json)
        from network.application_readings r where r.umbrella_id = a.umbrella_id and r.application_id = a.id),
      'identifiers', (select coalesce(json_agg(json_build_object('scheme', n.scheme, 'value', n.value) order by n.scheme), '[]'::json)
        from network.application_identifiers n where n.umbrella_id = a.umbrella_id and n.application_id = a.id),
      'decision', a.decision_number,
      'mandateWaits', exists (select 1 from network.mandates w where w.umbrella_id = a.umbrella_id
        and w.membership_id = a.membership_id and w.person_id = a.applicant_id and w.status = 'proposed')
    ) as value
    from network.applications a
    where a.umbrella_id = platform.current_umbrella() and a.id = ${id}`,
  )

export type ApplicationLine = {
  id: string
  form: Form
  status: ApplicationStatus
  name: Localised | null
  submittedAt: string | null
  updatedAt: string
  objectionsUntil: string | null
  closedAt: string | null
  objections: number
  /** Among the asker's voting members, how many have neither read nor objected. */
  unanswered: number
}

// A draft has no name of its own yet: what was typed, or the organisation that was chosen.
const draftName = sql`coalesce(
  (select jsonb_object_agg(substr(typed.key, 6), typed.value) from jsonb_each_text(a.draft) typed
    where typed.key like 'name:%' and trim(typed.value) <> ''),
  (select o.name from network.organisations o where o.id::text = a.draft ->> 'organisation'))`

const line = (memberships: readonly string[]) => sql`json_build_object(
  'id', a.id, 'form', a.form, 'status', a.status, 'name', case when a.status = 'draft' then ${draftName} else a.name end,
  'submittedAt', a.submitted_at, 'updatedAt', a.updated_at,
  'objectionsUntil', a.objections_until, 'closedAt', a.closed_at,
  'objections', (select count(*) from network.objections o
    where o.umbrella_id = a.umbrella_id and o.application_id = a.id and o.withdrawn_at is null),
  'unanswered', (select count(*) from unnest(${sql.param(memberships)}::uuid[]) mine (id)
    where not exists (select 1 from network.application_readings r
        where r.umbrella_id = a.umbrella_id and r.application_id = a.id and r.membership_id = mine.id)
      and not exists (select 1 from network.objections o
        where o.umbrella_id = a.umbrella_id and o.application_id = a.id and o.membership_id = mine.id)))`

export const applicationStates = ['open', 'closed'] as const
export type ApplicationState = (typeof applicationStates)[number]

const pageSize = 25

/** Submitted applications, the newest first, `after` the one with that id. `more` tells whether older ones follow. */
export async function listApplications(
  tx: Tx,
  { state, after, members }: { state: ApplicationState; after: string | null; members: readonly string[] },
): Promise<{ lines: ApplicationLine[]; more: boolean }> {
  const { rows } = await tx.execute<{ value: ApplicationLine }>(sql`
    select ${line(members)} as value from network.applications a
    where a.umbrella_id = platform.current_umbrella() and a.status <> 'draft'
      and (a.closed_at is null) = ${state === 'open'}
      and (${after}::uuid is null or (a.submitted_at, a.id) < (
        select b.submitted_at, b.id from network.applications b
        where b.umbrella_id = platform.current_umbrella() and b.id = ${after}::uuid))
    order by a.submitted_at desc, a.id desc limit ${pageSize + 1}`)
  return { lines: rows.slice(0, pageSize).map(row => row.value), more: rows.length > pageSize }
}

/** The asking person's own applications in this umbrella, drafts first. */
export async function ownApplications(tx: Tx): Promise<ApplicationLine[]> {
  const { rows } = await tx.execute<{ value: ApplicationLine }>(sql`
    select ${line([])} as value from network.applications a
    where a.umbrella_id = platform.current_umbrella() and a.applicant_id = platform.current_account()
    order by a.submitted_at desc nulls first, a.id desc limit 50`)
  return rows.map(row => row.value)
}

/** What an application is for, and the name under which its applicant asks. */
export type ApplicationFace = { form: Form; name: Localised; locale: string }

/** A submitted application as rooms above name it. */
export async function applicationFace(tx: Tx, id: string): Promise<ApplicationFace> {
  const { rows } = await tx.execute<ApplicationFace>(sql`
    select a.form, a.name, a.locale from network.applications a
    where a.umbrella_id = platform.current_umbrella() and a.id = ${id} and a.status <> 'draft'`)
  return rows[0]!
}
