import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { classMaps, popoloClasses } from '../popolo/classes.ts'
import type { PopoloRows, StoredRow } from '../popolo/write.ts'
import type { PopoloObject } from '../schema/of-popolo.ts'

/** Whose objects: all that the reader sees, or those of the source of one council (null: what was entered here). */
export type PopoloAsk = { council: string | null; source: string | null }

// What came in a file has its dates and ids there; what was entered here is told in the words of Popolo.
const ownFields: Readonly<Record<string, ReturnType<typeof sql>>> = {
  councils: sql`jsonb_build_object('kind', t.kind, 'url', t.rules_url)`,
  memberships: sql`jsonb_build_object('duty', t.duty, 'on_behalf', coalesce(t.on_behalf,
    (select o.name ->> 'en' from network.memberships s join network.organisations o on o.id = s.organisation_id
     where (s.umbrella_id, s.id) = (t.umbrella_id, t.membership_id))))`,
  vote_events: sql`jsonb_build_object('yes', t.yes, 'no', t.no, 'abstain', t.abstain)`,
}

/** The rows of every class as the reader may see them, in the order of their files. */
export async function popoloRows(tx: Tx, { council, source }: PopoloAsk): Promise<PopoloRows> {
  const found: PopoloRows = { sources: [], rows: new Map(), sessions: [] }
  const here = council === null ? sql`true` : sql`t.source_id is not distinct from ${source}::uuid`
  for (const name of popoloClasses) {
    const { table } = classMaps[name]
    const { rows } = await tx.execute<StoredRow>(sql`
      select t.id, t.source_id as source, t.popolo_id as "popoloId", t.nested_in as "nestedIn", t.popolo, to_jsonb(t) as columns,
        ${ownFields[table] ?? sql`'{}'::jsonb`} as own
      from councils.${sql.identifier(table)} t
      where t.umbrella_id = platform.current_umbrella() and ${here}
      order by t.source_id nulls last, t.position, t.id`)
    found.rows.set(name, rows)
  }
  const { rows: sources } = await tx.execute<{ id: string; name: string; top: PopoloObject }>(sql`
    select t.id, t.name, t.top from councils.sources t
    where t.umbrella_id = platform.current_umbrella() and ${council === null ? sql`true` : sql`t.id is not distinct from ${source}::uuid`}
    order by t.imported_at, t.id`)
  const { rows: sessions } = await tx.execute<PopoloRows['sessions'][number]>(sql`
    select t.id, t.council_id as council, t.number, to_char(t.starts_at at time zone 'UTC', 'YYYY-MM-DD') as day
    from councils.sessions t
    where t.umbrella_id = platform.current_umbrella() and t.status <> 'cancelled'
      and ${council === null ? sql`true` : sql`t.council_id = ${council}::uuid`}
    order by t.starts_at, t.id`)
  return { ...found, sources, sessions }
}

/** The council at an address, with its source, and whether it is the only council of it. */
export async function popoloCouncil(tx: Tx, slug: string) {
  const { rows } = await tx.execute<{ id: string; source: string | null; alone: boolean }>(sql`
    select c.id, c.source_id as source, c.source_id is not null and not exists (
      select 1 from councils.councils o where o.umbrella_id = c.umbrella_id and o.source_id = c.source_id and o.id <> c.id
        and o.kind <> 'group' and not o.repeated) as alone
    from councils.councils c where c.umbrella_id = platform.current_umbrella() and c.slug = ${slug} and c.kind <> 'group'`)
  return rows[0] ?? null
}
