import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { Locale, Localised } from '#platform/i18n/index.ts'
import type { Standing } from '../policy/mandates.ts'
import type {
  ConfirmedAs,
  Form,
  MandateRole,
  MandateStatus,
  MembershipStatus,
} from '../schema/memberships.ts'
import { memberName, personName } from './member-name.ts'

/** Days are ISO text, moments ISO text with T and offset: read as json, so that a page is one statement. */
export type MandateView = {
  id: string
  personId: string
  person: string | null
  role: MandateRole
  document: string
  fileId: string | null
  validFrom: string
  validUntil: string | null
  status: MandateStatus
  /** Confirmed and valid today. */
  inForce: boolean
  replaces: string | null
  proposedBy: string
  proposedAt: string
  confirmedAs: ConfirmedAs | null
  confirmedAt: string | null
  endReason: string | null
  closedAt: string | null
  /** Representatives today who are neither holder nor proposer. */
  seconds: number
  /** A two-person act to end it waits for the second coordinator. */
  endProposed: boolean
}

export type InvitationView = {
  id: string
  role: MandateRole
  invitedBy: string
  createdAt: string
  expiresAt: string
}

export type SuspensionView = { since: string; until: string | null; reason: string }

export type MembershipView = {
  id: string
  form: Form
  status: MembershipStatus
  organisationId: string | null
  personId: string | null
  name: Localised | null
  since: string
  until: string | null
  endReason: string | null
  /** Number of the decision that admitted it and that the members set aside since; null otherwise. */
  setAsideDecision: number | null
  leavingOn: string | null
  leavingReason: string | null
  /** The application that admitted it, when there was one. */
  applicationId: string | null
  /** How the asker stands for it today. */
  standing: Standing
  mandates: MandateView[]
  invitations: InvitationView[]
  suspensions: SuspensionView[]
  /** Kinds of two-person acts about it that wait for the second coordinator. */
  proposedActs: string[]
}

const inForce = sql`m.status = 'confirmed' and m.valid_from <= network.today()
  and (m.valid_until is null or m.valid_until > network.today())`

const mandate = sql`json_build_object(
  'id', m.id, 'personId', m.person_id, 'person', ${personName(sql`m.person_id`)}, 'role', m.role, 'document', m.document,
  'fileId', m.file_id, 'validFrom', m.valid_from, 'validUntil', m.valid_until, 'status', m.status, 'inForce', ${inForce},
  'replaces', m.replaces, 'proposedBy', m.proposed_by, 'proposedAt', m.proposed_at, 'confirmedAs', m.confirmed_as,
  'confirmedAt', m.confirmed_at, 'endReason', m.end_reason, 'closedAt', m.closed_at,
  'seconds', (select count(*) from network.mandates x
    where x.umbrella_id = m.umbrella_id and x.membership_id = m.membership_id and x.status = 'confirmed'
      and x.valid_from <= network.today() and (x.valid_until is null or x.valid_until > network.today())
      and x.person_id not in (m.person_id, m.proposed_by)),
  'endProposed', exists (select 1 from people.acts act where act.umbrella_id = m.umbrella_id
    and act.kind = 'network.end_mandate' and act.subject_id = m.id and act.status = 'proposed'))`

/** One member with its mandates, suspensions and what waits for a second coordinator; null when it is not there. */
export async function findMembership(tx: Tx, id: string): Promise<MembershipView | null> {
  const { rows } = await tx.execute<{ value: MembershipView }>(sql`
    select json_build_object(
      'id', s.id, 'form', s.form, 'status', s.status, 'organisationId', s.organisation_id, 'personId', s.person_id,
      'name', ${memberName(sql`s.id`)}, 'since', s.since, 'until', s.until, 'endReason', s.end_reason,
      'leavingOn', s.leaving_on, 'leavingReason', s.leaving_reason,
      'setAsideDecision', (select network.admission_set_aside(a.id) from network.applications a
        where a.umbrella_id = s.umbrella_id and a.membership_id = s.id limit 1),
      'applicationId', (select a.id from network.applications a
        where a.umbrella_id = s.umbrella_id and a.membership_id = s.id limit 1),
      'standing', network.represents(s.id),
      'mandates', (select coalesce(json_agg(${mandate} order by m.role = 'primary' desc, m.valid_from desc, m.id), '[]'::json)
        from network.mandates m where m.umbrella_id = s.umbrella_id and m.membership_id = s.id),
      'invitations', (select coalesce(json_agg(json_build_object('id', i.id, 'role', i.payload ->> 'role', 'invitedBy', i.invited_by,
          'createdAt', i.created_at, 'expiresAt', i.expires_at) order by i.created_at), '[]'::json)
        from people.invitations i where i.umbrella_id = s.umbrella_id and i.purpose = 'mandate'
          and i.payload ->> 'membership' = s.id::text and i.accepted_at is null and i.withdrawn_at is null
          and i.expires_at > now()),
      'suspensions', (select coalesce(json_agg(json_build_object('since', x.since, 'until', x.until, 'reason', x.reason)
          order by x.since), '[]'::json)
        from network.suspensions x where x.umbrella_id = s.umbrella_id and x.membership_id = s.id),
      'proposedActs', (select coalesce(json_agg(act.kind), '[]'::json) from people.acts act
        where act.umbrella_id = s.umbrella_id and act.subject_id = s.id and act.status = 'proposed'
          and act.kind like 'network.%')
    ) as value
    from network.memberships s where s.umbrella_id = platform.current_umbrella() and s.id = ${id}`)
  return rows[0]?.value ?? null
}

/** Whether this invitation, open or closed, is one to act for this member. */
export async function invitedToActFor(tx: Tx, membership: string, invitation: string): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    select from people.invitations i
    where i.umbrella_id = platform.current_umbrella() and i.id = ${invitation} and i.purpose = 'mandate'
      and i.payload ->> 'membership' = ${membership}`)
  return rows.length > 0
}

/** The membership to which a mandate belongs, with everything the rules look at; null when there is no such mandate. */
export async function findMembershipOfMandate(tx: Tx, mandateId: string): Promise<MembershipView | null> {
  const { rows } = await tx.execute<{ membership: string }>(sql`
    select m.membership_id as membership from network.mandates m
    where m.umbrella_id = platform.current_umbrella() and m.id = ${mandateId}`)
  return rows[0] ? findMembership(tx, rows[0].membership) : null
}

export type MembershipLine = {
  id: string
  form: Form
  status: MembershipStatus
  name: Localised | null
  since: string
  until: string | null
  leavingOn: string | null
  /** Representatives today; null for individuals. */
  representatives: number | null
}

export const membershipStates = ['current', 'ended'] as const
export type MembershipState = (typeof membershipStates)[number]

const pageSize = 50

// The directory keeps every present member's name as each language sorts it, behind an index.
const sortedNames = { uk: sql`d.name_uk`, pl: sql`d.name_pl`, en: sql`d.name_en` } as const satisfies Record<
  Locale,
  SQL
>

function currentPage(locale: Locale, after: string | null): SQL {
  const keys = sql`${sortedNames[locale]}, d.membership_id`
  return sql`
    select d.membership_id as id, d.name, row_number() over (order by ${keys}) as place from network.directory d
    where d.umbrella_id = platform.current_umbrella() and (${after}::uuid is null or (${keys}) > (
      select ${keys} from network.directory d
      where d.umbrella_id = platform.current_umbrella() and d.membership_id = ${after}::uuid))
    order by ${keys} limit ${pageSize + 1}`
}

const endedPage = (after: string | null): SQL => sql`
  select e.id, ${memberName(sql`e.id`)} as name, row_number() over (order by e.until desc, e.id desc) as place
  from (select s.id, s.until from network.memberships s
    where s.umbrella_id = platform.current_umbrella() and s.status = 'ended' and (${after}::uuid is null
      or (s.until, s.id) < (select b.until, b.id from network.memberships b
        where b.umbrella_id = platform.current_umbrella() and b.id = ${after}::uuid))
    order by s.until desc, s.id desc limit ${pageSize + 1}) e`

/** Members by name in the page's language, or those that have left, the latest first; `after` the one with that id. */
export async function listMemberships(
  tx: Tx,
  { state, after, locale }: { state: MembershipState; after: string | null; locale: Locale },
): Promise<{ lines: MembershipLine[]; more: boolean }> {
  const page = state === 'current' ? currentPage(locale, after) : endedPage(after)
  const { rows } = await tx.execute<{ value: MembershipLine }>(sql`
    select json_build_object('id', s.id, 'form', s.form, 'status', s.status, 'name', page.name,
      'since', s.since, 'until', s.until, 'leavingOn', s.leaving_on,
      'representatives', case when s.form <> 'individual' then (select count(*) from network.mandates m
        where m.umbrella_id = s.umbrella_id and m.membership_id = s.id and ${inForce}) end) as value
    from (${page}) page join network.memberships s on s.umbrella_id = platform.current_umbrella() and s.id = page.id
    order by page.place`)
  return { lines: rows.slice(0, pageSize).map(row => row.value), more: rows.length > pageSize }
}
