import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { classMaps, popoloClasses, wholeOf } from '../popolo/classes.ts'

/** References that named nothing when they came, and do now: the classes of one body of data may come in any order. */
export async function settleReferences(tx: Tx, source: string): Promise<void> {
  for (const name of popoloClasses) {
    for (const [field, [column, to]] of Object.entries(classMaps[name].references)) {
      const own = sql.identifier(column)
      await tx.execute(sql`
        update councils.${sql.identifier(classMaps[name].table)} t set ${own} = o.id,
          popolo = case when jsonb_typeof(t.popolo -> ${field}) = 'string' and not o.popolo ? 'id'
            and jsonb_typeof(t.popolo -> ${wholeOf(field)}) is distinct from 'object' then t.popolo - ${field} else t.popolo end
        from councils.${sql.identifier(classMaps[to].table)} o
        where t.umbrella_id = platform.current_umbrella() and t.source_id = ${source} and t.${own} is null
          and o.umbrella_id = t.umbrella_id and o.source_id = t.source_id
          and o.id <> t.id and o.popolo_key = 'id:' || (t.popolo ->> ${field})`)
    }
  }
  await tx.execute(sql`
    update councils.councils c set kind = 'other'
    where c.umbrella_id = platform.current_umbrella() and c.source_id = ${source} and c.kind = 'group'
      and coalesce(c.classification, '') !~* '\\m(party|faction|fraction|group|caucus|alliance)\\M'
      and exists (select 1 from councils.memberships m where m.umbrella_id = c.umbrella_id and m.council_id = c.id)`)
}
