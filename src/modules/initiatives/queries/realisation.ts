import { type SQL, sql } from 'drizzle-orm'
import { personName } from '#modules/network/index.ts'
import type { Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'
import type { RealisationStatus } from '../schema/realisation.ts'
import { moment, speakerName } from './speaker.ts'

export type GroupMember = {
  membershipId: string
  name: Localised | null
  partner: boolean
  /** People it named; empty for readers outside the coalition. */
  people: { id: string; name: string }[]
}

export type OpenTakeover = {
  membershipId: string
  name: Localised | null
  plan: string
  contentLocale: string
  declaredAt: string
  answerUntil: string
}

/** A realisation as all its pages show it. */
export type RealisationView = {
  id: string
  number: number
  decision: { number: number; sealedAt: string; setAsideBy: number | null }
  title: Localised
  status: RealisationStatus
  membershipId: string
  member: Localised | null
  openedAt: string
  reportDueAt: string
  stalledAt: string | null
  endedAt: string | null
  takeover: OpenTakeover | null
  group: GroupMember[]
  tasks: number
  tasksDone: number
  reports: number
  today: string
}

const isPartner = (membership: SQL) => sql`coalesce((select s.form = 'agreement' from network.memberships s
  where s.umbrella_id = r.umbrella_id and s.id = ${membership}), false)`

const people = sql`(select coalesce(json_agg(json_build_object('id', p.person_id, 'name', ${personName(sql`p.person_id`)})
    order by p.named_at), '[]'::json)
  from initiatives.realisation_people p
  where p.umbrella_id = m.umbrella_id and p.realisation_id = m.realisation_id and p.membership_id = m.membership_id)`

// Who answers for it first, then in order of joining.
const group = sql`(select coalesce(json_agg(json_build_object('membershipId', m.membership_id,
    'name', ${speakerName(sql`m.membership_id`)}, 'partner', ${isPartner(sql`m.membership_id`)}, 'people', ${people})
    order by m.membership_id <> r.membership_id, m.joined_at, m.membership_id), '[]'::json)
  from initiatives.realisation_members m
  where m.umbrella_id = r.umbrella_id and m.realisation_id = r.id and m.left_at is null)`

const takeover = sql`(select json_build_object('membershipId', t.membership_id, 'name', ${speakerName(sql`t.membership_id`)},
    'plan', t.plan, 'contentLocale', t.content_locale, 'declaredAt', t.declared_at, 'answerUntil', t.answer_until)
  from initiatives.takeovers t where t.umbrella_id = r.umbrella_id and t.realisation_id = r.id and t.status = 'open')`

const count = (table: SQL, where = sql`true`) =>
  sql`(select count(*) from ${table} x where x.umbrella_id = r.umbrella_id and x.realisation_id = r.id and ${where})`

/** The realisation of an initiative, by the number that people quote; null when there is none. */
export async function findRealisation(tx: Tx, number: number): Promise<RealisationView | null> {
  const { rows } = await tx.execute<{ value: RealisationView }>(sql`
    select json_build_object('id', r.id, 'number', r.number, 'title', d.title, 'status', r.status,
      'decision', json_build_object('number', d.number, 'sealedAt', ${moment(sql`d.sealed_at`)},
        'setAsideBy', initiatives.set_aside_by(d.id)),
      'membershipId', r.membership_id, 'member', ${speakerName(sql`r.membership_id`)},
      'openedAt', ${moment(sql`r.opened_at`)}, 'reportDueAt', ${moment(sql`r.report_due_at`)},
      'stalledAt', ${moment(sql`r.stalled_at`)}, 'endedAt', ${moment(sql`r.ended_at`)},
      'takeover', ${takeover}, 'group', ${group}, 'today', network.today(),
      'tasks', ${count(sql`initiatives.tasks`, sql`x.status <> 'dropped'`)},
      'tasksDone', ${count(sql`initiatives.tasks`, sql`x.status = 'done'`)},
      'reports', ${count(sql`initiatives.reports`, sql`x.corrects is null`)}) as value
    from initiatives.realisations r
    join initiatives.decisions d on d.umbrella_id = r.umbrella_id and d.id = r.decision_id
    where r.umbrella_id = platform.current_umbrella() and r.number = ${number}`)
  return rows[0]?.value ?? null
}

export type RealisationLine = Pick<
  RealisationView,
  | 'number'
  | 'title'
  | 'status'
  | 'membershipId'
  | 'member'
  | 'reportDueAt'
  | 'endedAt'
  | 'tasks'
  | 'tasksDone'
> & { reportedAt: string | null }

export type RealisationList = {
  lines: RealisationLine[]
  counts: Partial<Record<RealisationStatus, number>>
}

/** What the coalition works on: stalled first, then running by the day of the next report, then what has ended. */
export async function listRealisations(tx: Tx, status: RealisationStatus | null): Promise<RealisationList> {
  const { rows } = await tx.execute<{ value: RealisationList }>(sql`
    select json_build_object(
      'counts', (select coalesce(json_object_agg(c.status, c.n), '{}'::json) from (
        select status, count(*) as n from initiatives.realisations
        where umbrella_id = platform.current_umbrella() group by status) c),
      'lines', (select coalesce(json_agg(shown.line order by shown.place, shown.at, shown.number desc), '[]'::json) from (
        select json_build_object('number', r.number, 'title', d.title, 'status', r.status, 'membershipId', r.membership_id,
            'member', ${speakerName(sql`r.membership_id`)}, 'reportDueAt', ${moment(sql`r.report_due_at`)},
            'endedAt', ${moment(sql`r.ended_at`)},
            'tasks', ${count(sql`initiatives.tasks`, sql`x.status <> 'dropped'`)},
            'tasksDone', ${count(sql`initiatives.tasks`, sql`x.status = 'done'`)},
            'reportedAt', (select ${moment(sql`max(x.published_at)`)} from initiatives.reports x
              where x.umbrella_id = r.umbrella_id and x.realisation_id = r.id)) as line,
          array_position('{stalled,running,completed,reversed}', r.status) as place, r.number,
          case when r.ended_at is null then r.report_due_at end as at
        from initiatives.realisations r
        join initiatives.decisions d on d.umbrella_id = r.umbrella_id and d.id = r.decision_id
        where r.umbrella_id = platform.current_umbrella() and (${status}::text is null or r.status = ${status})
        order by 2, 4, 3 desc limit 200) shown)) as value`)
  return rows[0]!.value
}
