import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'
import type { CouncilKind, MajorityRule, QuorumRule } from '../schema/councils.ts'
import type { FormationStage } from '../schema/formations.ts'
import type { SessionStatus } from '../schema/sessions.ts'
import { type Holder, holdersOf } from './composition.ts'

export type Seat = {
  id: string
  label: string | null
  role: string | null
  nominates: string | null
  voting: boolean
}

export type SessionFace = {
  id: string
  number: number
  title: Localised
  startsAt: string
  place: string | null
  status: SessionStatus
  present: number | null
  quorum: number | null
  minutes: boolean
}

export type DocumentFace = {
  id: string
  title: Localised
  public: boolean
  session: number | null
  addedAt: string
}

/** A version of the rules by which a council works, the newest first. */
export type RuleText = {
  id: string
  title: Localised
  adoptedOn: string | null
  url: string | null
  file: { size: number } | null
}

export type CouncilView = {
  id: string
  slug: string
  kind: CouncilKind
  name: Localised
  about: Localised
  field: Localised
  body: { id: string; name: Localised } | null
  parent: { slug: string; name: Localised } | null
  founded: string | null
  dissolved: string | null
  seats: number | null
  quorumRule: QuorumRule
  quorumNumber: number | null
  majorityRule: MajorityRule
  rules: RuleText[]
  public: boolean
  demonstration: boolean
  source: string | null
  keeps: boolean
  today: string
  holders: Holder[]
  posts: Seat[]
  sessions: SessionFace[]
  documents: DocumentFace[]
  formation: { stage: FormationStage; applyUntil: string | null } | null
}

const postsOf = sql`(select coalesce(json_agg(json_build_object('id', s.id, 'label', s.label, 'role', s.role,
    'nominates', s.nominates, 'voting', s.voting) order by s.position, s.id), '[]'::json)
  from councils.posts s where s.umbrella_id = c.umbrella_id and s.council_id = c.id
    and coalesce(councils.latest_day(s.end_date) >= network.today(), true))`

const sessionsOf = sql`(select coalesce(json_agg(json_build_object('id', s.id, 'number', s.number, 'title', s.title,
    'startsAt', s.starts_at, 'place', s.place, 'status', s.status, 'present', s.present_then, 'quorum', s.quorum_then,
    'minutes', exists (select 1 from councils.minutes i where i.umbrella_id = s.umbrella_id and i.session_id = s.id
      and i.approved_at is not null)) order by s.starts_at desc, s.id), '[]'::json)
  from councils.sessions s where s.umbrella_id = c.umbrella_id and s.council_id = c.id)`

const documentsOf = sql`(select coalesce(json_agg(json_build_object('id', d.id, 'title', d.title, 'public', d.public,
    'addedAt', d.added_at, 'session', (select s.number from councils.sessions s
      where s.umbrella_id = d.umbrella_id and s.id = d.session_id)) order by d.added_at desc, d.id), '[]'::json)
  from councils.documents d where d.umbrella_id = c.umbrella_id and d.council_id = c.id)`

const rulesOf = sql`(select coalesce(json_agg(json_build_object('id', r.id, 'title', r.title, 'adoptedOn', r.adopted_on, 'url', r.url,
    'file', case when f.id is not null then json_build_object('size', f.size) end)
    order by r.adopted_on desc nulls last, r.added_at desc), '[]'::json)
  from councils.rule_texts r left join platform.files f on (f.umbrella_id, f.id) = (r.umbrella_id, r.file_id)
  where r.umbrella_id = c.umbrella_id and r.council_id = c.id)`

const formationOf = sql`(select json_build_object('stage', f.stage, 'applyUntil', f.apply_until) from councils.formations f
  where f.umbrella_id = c.umbrella_id and f.council_id = c.id order by f.begun_on desc, f.id desc limit 1)`

/** A council with everything its page shows, in one statement; `on` asks who sat on another day. Null: there is none to see. */
export async function findCouncil(tx: Tx, slug: string, inside: boolean, on: string | null = null) {
  const { rows } = await tx.execute<CouncilView>(sql`
    select c.id, c.slug, c.kind, c.name, c.about, c.field, c.founded, c.dissolved, c.seats, c.quorum_rule as "quorumRule",
      c.quorum_number as "quorumNumber", c.majority_rule as "majorityRule", c.public, c.demonstration, c.source_id as source, councils.keeps(c.id) as keeps, network.today()::text as today,
      (select json_build_object('id', b.id, 'name', b.name) from authorities.bodies b where b.id = c.body_id) as body,
      (select json_build_object('slug', o.slug, 'name', o.name) from councils.councils o
        where (o.umbrella_id, o.id) = (c.umbrella_id, c.parent_id) and o.kind <> 'group') as parent,
      ${holdersOf(on, inside)} as holders, ${postsOf} as posts, ${sessionsOf} as sessions, ${documentsOf} as documents,
      ${formationOf} as formation, ${rulesOf} as rules
    from councils.councils c
    where c.umbrella_id = platform.current_umbrella() and c.slug = ${slug} and c.kind <> 'group' and not c.repeated`)
  return rows[0] ?? null
}

export type CouncilFace = {
  slug: string
  kind: CouncilKind
  name: Localised
  field: Localised
  body: Localised | null
  filled: number
  seats: number | null
  next: string | null
  stage: FormationStage | null
  demonstration: boolean
  public: boolean
}

const sits = sql`coalesce(councils.earliest_day(coalesce(m.start_date, t.start_date)) <= network.today(), true)
  and coalesce(councils.latest_day(coalesce(m.end_date, t.end_date)) >= network.today(), true)`

/** Every council the reader may know of. */
export async function listCouncils(tx: Tx): Promise<CouncilFace[]> {
  const { rows } = await tx.execute<CouncilFace>(sql`
    select c.slug, c.kind, c.name, c.field, c.demonstration, c.public,
      (select b.name from authorities.bodies b where b.id = c.body_id) as body,
      coalesce(c.seats, (select nullif(count(*), 0)::int from councils.posts s
        where s.umbrella_id = c.umbrella_id and s.council_id = c.id)) as seats,
      (select count(*)::int from councils.memberships m
        left join councils.terms t on (t.umbrella_id, t.id) = (m.umbrella_id, m.term_id)
        where m.umbrella_id = c.umbrella_id and m.council_id = c.id and m.duty <> 'observer' and ${sits}) as filled,
      (select to_json(min(s.starts_at)) #>> '{}' from councils.sessions s where s.umbrella_id = c.umbrella_id
        and s.council_id = c.id and s.status in ('planned', 'invited') and s.starts_at > now()) as next,
      (select f.stage from councils.formations f where f.umbrella_id = c.umbrella_id and f.council_id = c.id
        order by f.begun_on desc, f.id desc limit 1) as stage
    from councils.councils c
    where c.umbrella_id = platform.current_umbrella() and c.kind <> 'group' and not c.repeated and c.dissolved is null
    order by array_position(array['advisory_council', 'expert_council', 'public_council', 'supervisory_board', 'commission',
      'parliamentary_committee', 'parliament', 'other'], c.kind), c.slug`)
  return rows
}
