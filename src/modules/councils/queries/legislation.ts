import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'
import type { ProposalStepKind, Route, Stage, StandardKind } from '../schema/proposals.ts'

/** A proposal in the list. Days are ISO text. */
export type ProposalLine = {
  id: string
  number: number
  route: Route
  title: string
  lang: string
  stage: Stage
  stageSince: string
  /** When something last happened to it. */
  lastOn: string
  preparedOn: string
  council: Localised | null
}

export type ProposalFilter = {
  route: Route | null
  stage: Stage | null
  /** Only those that nothing happened to since this day, and that have not ended. */
  stalledSince: Temporal.PlainDate | null
  /** The number after which the page begins. */
  before: number | null
}

/** Proposals that the asker may know of, the newest first. */
export async function listProposals(
  tx: Tx,
  { route, stage, stalledSince, before }: ProposalFilter,
  pageSize = 30,
): Promise<{ lines: ProposalLine[]; next: number | null }> {
  const conditions = [
    route && sql`p.route = ${route}`,
    stage && sql`p.stage = ${stage}`,
    stalledSince &&
      sql`councils.last_step_on(p.id) <= ${stalledSince.toString()}::date and p.stage not in ('law', 'declined', 'lapsed')`,
    before && sql`p.number < ${before}`,
  ].filter(condition => condition !== null && condition !== 0)
  const { rows } = await tx.execute<ProposalLine>(sql`
    select p.id, p.number, p.route, p.title, p.lang, p.stage, p.stage_since::text as "stageSince",
      councils.last_step_on(p.id)::text as "lastOn", p.prepared_on::text as "preparedOn",
      c.name as council
    from councils.proposals p
    left join councils.councils c on c.umbrella_id = p.umbrella_id and c.id = p.council_id
    where ${sql.join([sql`p.umbrella_id = platform.current_umbrella()`, ...conditions], sql` and `)}
    order by p.number desc limit ${pageSize + 1}`)
  const lines = rows.slice(0, pageSize)
  return { lines, next: rows.length > pageSize ? lines.at(-1)!.number : null }
}

export type ChainLink = {
  kind: ProposalStepKind
  onDay: string
  stage: Stage
  reference: string | null
  url: string | null
  text: string
  file: string | null
  item: { title: Localised; session: number; council: string; councilName: Localised } | null
  communication: { number: number; title: string } | null
}

/** A proposal with everything that happened to it. */
export type ProposalView = ProposalLine & {
  summary: string
  topics: string[]
  public: boolean
  keeps: boolean
  councilId: string | null
  councilSlug: string | null
  body: { id: string; name: Localised } | null
  act: { id: string; title: string; issued: boolean } | null
  standards: { kind: StandardKind; title: string; article: string; url: string | null }[]
  chain: ChainLink[]
}

const chain = sql`(select json_agg(json_build_object('kind', s.kind, 'onDay', s.on_day, 'stage', s.stage, 'reference', s.reference,
    'url', s.url, 'text', s.text, 'file', s.file_id,
    'item', case when i.id is not null then json_build_object('title', i.title, 'session', n.number, 'council', k.slug,
      'councilName', k.name) end,
    'communication', case when l.number is not null then json_build_object('number', l.number,
      'title', coalesce(l.public_title, l.title)) end)
    order by s.position)
  from councils.proposal_steps s
  left join councils.agenda_items i on (i.umbrella_id, i.id) = (s.umbrella_id, s.item_id)
  left join councils.sessions n on (n.umbrella_id, n.id) = (i.umbrella_id, i.session_id)
  left join councils.councils k on (k.umbrella_id, k.id) = (n.umbrella_id, n.council_id)
  left join authorities.communications l on (l.umbrella_id, l.id) = (s.umbrella_id, s.communication_id)
  where s.umbrella_id = p.umbrella_id and s.proposal_id = p.id)`

const rests = sql`(select json_agg(json_build_object('kind', t.kind, 'title', t.title, 'article', t.article, 'url', t.url)
    order by t.position)
  from councils.standards t where t.umbrella_id = p.umbrella_id and t.proposal_id = p.id)`

/** One proposal by the number that people quote, as far as the asker may know of it. */
export async function findProposal(tx: Tx, number: number): Promise<ProposalView | null> {
  const { rows } = await tx.execute<{ value: ProposalView }>(sql`
    select json_build_object('id', p.id, 'number', p.number, 'route', p.route, 'title', p.title, 'lang', p.lang, 'stage', p.stage,
      'stageSince', p.stage_since, 'lastOn', councils.last_step_on(p.id), 'preparedOn', p.prepared_on, 'summary', p.summary, 'topics', p.topics, 'public', p.public,
      'keeps', councils.keeps_proposal(p.council_id), 'council', c.name, 'councilId', p.council_id, 'councilSlug', c.slug,
      'body', case when b.id is not null then json_build_object('id', b.id, 'name', b.name) end,
      'act', case when d.id is not null then json_build_object('id', d.id, 'title', d.title,
        'issued', d.issued_on is not null) end,
      'standards', coalesce(${rests}, '[]'), 'chain', coalesce(${chain}, '[]')) as value
    from councils.proposals p
    left join councils.councils c on (c.umbrella_id, c.id) = (p.umbrella_id, p.council_id)
    left join authorities.bodies b on b.id = p.body_id
    left join authorities.draft_acts d on (d.umbrella_id, d.id) = (p.umbrella_id, p.draft_act_id)
    where p.umbrella_id = platform.current_umbrella() and p.number = ${number}`)
  return rows[0]?.value ?? null
}

export type Choices = {
  /** Agenda items of the last two years and of what is planned. */
  items: { id: string; title: Localised; council: Localised; day: string }[]
  letters: { id: string; number: number; title: string }[]
}

/** What a step can point at. */
export async function stepChoices(tx: Tx): Promise<Choices> {
  const { rows } = await tx.execute<Choices>(sql`
    select coalesce((select json_agg(x) from (
        select i.id, i.title, c.name as council, (s.starts_at at time zone u.zone)::date as day
        from councils.agenda_items i
        join councils.sessions s on (s.umbrella_id, s.id) = (i.umbrella_id, i.session_id) and s.status <> 'cancelled'
        join councils.councils c on (c.umbrella_id, c.id) = (s.umbrella_id, s.council_id)
        join platform.umbrellas u on u.id = i.umbrella_id
        where i.umbrella_id = platform.current_umbrella() and s.starts_at > now() - interval '2 years'
        order by s.starts_at desc, i.position limit 200) x), '[]') as items,
      coalesce((select json_agg(y) from (
        select l.id, l.number, l.title from authorities.communications l
        where l.umbrella_id = platform.current_umbrella() and l.sent_at is not null
        order by l.number desc limit 200) y), '[]') as letters`)
  return rows[0]!
}

/** Councils in whose name the asker may put a proposal on record, and draft acts that can be laid beside it. */
export async function proposalChoices(tx: Tx): Promise<{
  councils: { id: string; name: Localised }[]
  acts: { id: string; title: string }[]
  bodies: { id: string; name: Localised }[]
}> {
  const { rows } = await tx.execute<{
    councils: { id: string; name: Localised }[]
    acts: { id: string; title: string }[]
    bodies: { id: string; name: Localised }[]
  }>(sql`
    select coalesce((select json_agg(json_build_object('id', c.id, 'name', c.name) order by c.kind, c.slug)
        from councils.councils c where c.umbrella_id = platform.current_umbrella() and c.kind not in ('group', 'parliament')
          and c.source_id is null and councils.keeps(c.id)), '[]') as councils,
      coalesce((select json_agg(json_build_object('id', d.id, 'title', d.title) order by d.updated_at desc)
        from authorities.draft_acts d where d.umbrella_id = platform.current_umbrella()), '[]') as acts,
      coalesce((select json_agg(json_build_object('id', b.id, 'name', b.name) order by b.search_key)
        from authorities.bodies b where b.ended_on is null
          and b.kind in ('parliament', 'government', 'ministry', 'agency', 'commissioner', 'regional_administration', 'local_council',
            'local_executive', 'eu_institution')), '[]') as bodies`)
  return rows[0]!
}
