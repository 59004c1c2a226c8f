import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'
import type { InitiativeStatus } from '../schema/initiatives.ts'
import { isNamed, mostOffered } from './member-search.ts'
import { speakerName } from './speaker.ts'

/** An initiative as a line of a list. */
export type InitiativeLine = {
  id: string
  number: number
  status: InitiativeStatus
  title: Localised
  need: Localised
  membershipId: string
  member: Localised | null
  partner: boolean
  topics: string[]
  publishedAt: string
  /** Members that spoke in its discussion. */
  voices: number
  amendments: number
  withdrawn: boolean
  setAside: boolean
  /** Until when members vote at the latest; null when they are not asked now. */
  closesAt: string | null
}

export type InitiativeFilter = {
  status: Exclude<InitiativeStatus, 'draft'> | null
  topic: string | null
  /** The member whose initiatives are shown. */
  who: string | null
  /** Only those before this number. */
  before: number | null
}

export type InitiativeList = {
  lines: InitiativeLine[]
  more: boolean
  /** How many there are in each state, whatever is filtered. */
  counts: Partial<Record<InitiativeStatus, number>>
  /** The member of the filter. */
  who: Localised | null
  /** Topics that some initiative has. */
  topics: string[]
}

const pageSize = 20

const line = sql`json_build_object('id', i.id, 'number', i.number, 'status', i.status, 'title', i.title,
  'need', coalesce(i.body -> 'need', '{}'), 'membershipId', i.membership_id, 'member', ${speakerName(sql`i.membership_id`)},
  'partner', (select s.form = 'agreement' from network.memberships s where s.umbrella_id = i.umbrella_id and s.id = i.membership_id),
  'topics', i.topics, 'publishedAt', i.published_at, 'withdrawn', i.withdrawn_at is not null,
  'setAside', initiatives.set_aside_by(i.decision_id) is not null,
  'voices', (select count(distinct c.membership_id) from initiatives.comments c
    where c.umbrella_id = i.umbrella_id and c.initiative_id = i.id and c.withdrawn_at is null and c.redacted_at is null),
  'amendments', (select count(*) from initiatives.amendments a where a.umbrella_id = i.umbrella_id and a.initiative_id = i.id),
  'closesAt', (select coalesce(d.countdown_until, d.closes_at) from initiatives.decisions d
    where d.umbrella_id = i.umbrella_id and d.id = i.decision_id and d.status in ('open', 'countdown')))`

const wanted = ({ status, topic, who, before }: InitiativeFilter): SQL => sql`i.status <> 'draft'
  and (${status}::text is null or i.status = ${status}) and (${topic}::text is null or i.topics @> array[${topic}::text])
  and (${who}::uuid is null or i.membership_id = ${who}::uuid) and (${before}::integer is null or i.number < ${before}::integer)`

/** The newest first, with what the filters need, in one statement. */
export async function listInitiatives(tx: Tx, filter: InitiativeFilter): Promise<InitiativeList> {
  const here = sql`umbrella_id = platform.current_umbrella() and status <> 'draft'`
  const { rows } = await tx.execute<{ value: Omit<InitiativeList, 'more'> }>(sql`
    select json_build_object(
      'lines', (select coalesce(json_agg(shown.line order by shown.number desc), '[]'::json) from (
        select ${line} as line, i.number from initiatives.initiatives i
        where i.umbrella_id = platform.current_umbrella() and ${wanted(filter)}
        order by i.number desc limit ${pageSize + 1}) shown),
      'counts', (select coalesce(json_object_agg(status, n), '{}'::json) from (
        select status, count(*) as n from initiatives.initiatives where ${here} group by status) counted),
      'topics', (select coalesce(json_agg(distinct topic), '[]'::json) from initiatives.initiatives, unnest(topics) topic where ${here}),
      'who', ${filter.who ? speakerName(sql`${filter.who}::uuid`) : sql`null::jsonb`}
    ) as value`)
  const found = rows[0]!.value
  const lines = found.lines.slice(0, pageSize)
  return { ...found, lines, more: found.lines.length > pageSize }
}

/** A draft as a line of its authors' list. `invited`: the asking person's member has not said yet whether it writes along. */
export type DraftLine = {
  id: string
  title: Localised
  member: Localised | null
  updatedAt: string
  invited: boolean
}

/** Drafts that these members write or are invited to write, the last changed first. */
export async function listDrafts(tx: Tx, members: readonly string[]): Promise<DraftLine[]> {
  const { rows } = await tx.execute<{ value: DraftLine }>(sql`
    select json_build_object('id', i.id, 'title', i.title, 'member', ${speakerName(sql`i.membership_id`)},
      'updatedAt', i.updated_at, 'invited', exists (select 1 from initiatives.coauthors c
        where c.umbrella_id = i.umbrella_id and c.initiative_id = i.id and c.agreed_at is null and c.declined_at is null
          and c.membership_id = any (${sql.param(members)}::uuid[]))) as value
    from initiatives.initiatives i where i.umbrella_id = platform.current_umbrella() and i.status = 'draft'
    order by i.updated_at desc, i.id limit 100`)
  return rows.map(({ value }) => value)
}

/** Members and partners that can be asked to write along: the first that fit of all but those that do. */
export async function coauthorChoices(
  tx: Tx,
  initiative: string,
  sought: string,
): Promise<{ members: { id: string; name: Localised }[]; sought: string; more: boolean }> {
  const { rows } = await tx.execute<{ id: string; name: Localised }>(sql`
    select s.id, ${speakerName(sql`s.id`)} as name from network.memberships s
    where s.umbrella_id = platform.current_umbrella() and s.status = 'active'
      and not exists (select 1 from initiatives.initiatives i
        where i.umbrella_id = s.umbrella_id and i.id = ${initiative} and i.membership_id = s.id)
      and not exists (select 1 from initiatives.coauthors c
        where c.umbrella_id = s.umbrella_id and c.initiative_id = ${initiative} and c.membership_id = s.id)
      and ${isNamed(sql`s.id`, sought)} and ${speakerName(sql`s.id`)} is not null
    order by s.since, s.id limit ${mostOffered + 1}`)
  return { members: rows.slice(0, mostOffered), sought, more: rows.length > mostOffered }
}
