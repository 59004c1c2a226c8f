import { sql } from 'drizzle-orm'
import { memberName, personName } from '#modules/network/index.ts'
import type { Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'
import type { MilestoneStatus, TaskStatus } from '../schema/realisation.ts'
import { moment, speakerName } from './speaker.ts'

export type TaskView = {
  id: string
  title: string
  contentLocale: string
  status: TaskStatus
  membershipId: string | null
  member: Localised | null
  personId: string | null
  /** Null for readers outside the coalition. */
  person: string | null
  dueOn: string | null
  settledAt: string | null
}

const ofRealisation = (realisation: string) =>
  sql`x.umbrella_id = platform.current_umbrella() and x.realisation_id = ${realisation}`

/** Open tasks by their day, then what is done and dropped, the last first. */
export async function tasksOf(tx: Tx, realisation: string): Promise<TaskView[]> {
  const { rows } = await tx.execute<{ value: TaskView }>(sql`
    select json_build_object('id', x.id, 'title', x.title, 'contentLocale', x.content_locale, 'status', x.status,
      'membershipId', x.membership_id, 'member', ${speakerName(sql`x.membership_id`)}, 'personId', x.person_id,
      'person', case when (select network.is_inside()) then ${personName(sql`x.person_id`)} end,
      'dueOn', x.due_on, 'settledAt', ${moment(sql`x.settled_at`)}) as value
    from initiatives.tasks x where ${ofRealisation(realisation)}
    order by array_position('{open,done,dropped}', x.status), x.settled_at desc, x.due_on, x.id limit 500`)
  return rows.map(({ value }) => value)
}

export type MilestoneView = {
  id: string
  title: string
  contentLocale: string
  status: MilestoneStatus
  dueOn: string
  settledAt: string | null
}

/** `milestonesOf` as an SQL expression, for statements that read more. */
export const milestonesJson = (realisation: string) => sql`(
  select coalesce(json_agg(json_build_object('id', x.id, 'title', x.title, 'contentLocale', x.content_locale,
    'status', x.status, 'dueOn', x.due_on, 'settledAt', ${moment(sql`x.settled_at`)}) order by x.due_on, x.id), '[]'::json)
  from initiatives.milestones x where ${ofRealisation(realisation)})`

export async function milestonesOf(tx: Tx, realisation: string): Promise<MilestoneView[]> {
  const { rows } = await tx.execute<{ value: MilestoneView[] }>(
    sql`select ${milestonesJson(realisation)} as value`,
  )
  return rows[0]!.value
}

/** What happened to a realisation by itself or between members. */
export type Turn =
  | { kind: 'stalled'; at: string }
  | { kind: 'declared' | 'passed' | 'answered' | 'withdrawn'; at: string; member: Localised | null }

/** Take-overs of all times, and when it stalled as the journal tells it: an SQL expression. */
export const turnsJson = (realisation: string) => sql`(
  select coalesce(json_agg(json_build_object('kind', turn.kind, 'at', ${moment(sql`turn.at`)},
    'member', ${speakerName(sql`turn.member`)}) order by turn.at), '[]'::json)
  from (
    select 'declared' as kind, x.declared_at as at, x.membership_id as member
      from initiatives.takeovers x where ${ofRealisation(realisation)}
    union all
    select x.status, x.settled_at, x.membership_id from initiatives.takeovers x
      where ${ofRealisation(realisation)} and x.status <> 'open'
    union all
    select 'stalled', j.recorded_at, null from platform.journal_entries j
      where j.umbrella_id = platform.current_umbrella() and j.subject_type = 'realisation' and j.subject_id = ${realisation}
        and j.action = 'initiatives.realisation_stalled'
  ) turn)`

export type Nameable = { membership: string; name: Localised | null; people: { id: string; name: string }[] }

/** Memberships by name, with the people who may be named for each: those who act for it today. */
export async function nameable(tx: Tx, memberships: readonly string[]): Promise<Nameable[]> {
  if (memberships.length === 0) return []
  const { rows } = await tx.execute<{ value: Nameable }>(sql`
    select json_build_object('membership', s.id, 'name', ${memberName(sql`s.id`)},
      'people', (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name)
          order by p.name collate "uk-x-icu", p.id), '[]'::json)
        from people.people p
        where p.erased_at is null and (p.id = s.person_id or exists (select 1 from network.mandates m
          where m.umbrella_id = s.umbrella_id and m.membership_id = s.id and m.person_id = p.id and m.status = 'confirmed'
            and m.valid_from <= network.today() and (m.valid_until is null or m.valid_until > network.today()))))) as value
    from network.memberships s
    where s.umbrella_id = platform.current_umbrella() and s.id = any (${sql.param(memberships)}::uuid[]) order by s.id`)
  return rows.map(({ value }) => value)
}
