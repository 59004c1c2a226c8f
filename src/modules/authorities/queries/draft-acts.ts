import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { Article, DraftActKind } from '../schema/draft-acts.ts'

/** A draft act as its pages show it, with the act that a body then issued. Days are ISO text. */
export type DraftAct = {
  id: string
  kind: DraftActKind
  membershipId: string | null
  title: string
  lang: string
  articles: Article[]
  reasons: string
  version: number
  settled: boolean
  issued: { title: string; on: string; url: string | null; articles: Article[] } | null
  updatedAt: string
}

const view = sql`json_build_object('id', d.id, 'kind', d.kind, 'membershipId', d.membership_id, 'title', d.title,
  'lang', d.lang, 'articles', d.articles, 'reasons', d.reasons, 'version', d.version, 'settled', d.settled_at is not null,
  'issued', case when d.issued_on is not null then json_build_object('title', d.issued_title, 'on', d.issued_on,
    'url', d.issued_url, 'articles', d.issued_articles) end,
  'updatedAt', d.updated_at::text)`

/** A draft act, as far as the asker may see it. */
export async function findAct(tx: Tx, id: string): Promise<DraftAct | null> {
  const { rows } = await tx.execute<{ value: DraftAct }>(sql`
    select ${view} as value from authorities.draft_acts d
    where d.umbrella_id = platform.current_umbrella() and d.id = ${id}`)
  return rows[0]?.value ?? null
}

/** A draft act in a list. */
export type ActLine = { id: string; title: string; kind: DraftActKind; issued: boolean; updatedAt: string }

/** Draft acts that the asker may see, the newest first; `membership`: only of this member (null: of the coalition). */
export async function listActs(tx: Tx, membership?: string | null): Promise<ActLine[]> {
  const whose =
    membership === undefined ? sql`true` : sql`d.membership_id is not distinct from ${membership}::uuid`
  const { rows } = await tx.execute<ActLine>(sql`
    select d.id, d.title, d.kind, d.issued_on is not null as issued, d.updated_at as "updatedAt"
    from authorities.draft_acts d where d.umbrella_id = platform.current_umbrella() and ${whose}
    order by d.updated_at desc, d.id limit 200`)
  return rows
}
