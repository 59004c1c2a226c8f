import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'

/** Where a person is named: in working groups, and in tasks. */
export async function exportRealisations(tx: Tx, person: string): Promise<Record<string, unknown>> {
  const { rows } = await tx.execute<{ told: Record<string, unknown> }>(sql`
    select json_build_object(
      'workingGroups', (select coalesce(json_agg(json_build_object('initiative', r.number, 'since', p.named_at)
          order by p.named_at), '[]'::json)
        from initiatives.realisation_people p
        join initiatives.realisations r on r.umbrella_id = p.umbrella_id and r.id = p.realisation_id
        where p.umbrella_id = platform.current_umbrella() and p.person_id = ${person}),
      'tasks', (select coalesce(json_agg(json_build_object('initiative', r.number, 'task', t.title, 'until', t.due_on,
          'status', t.status) order by t.id), '[]'::json)
        from initiatives.tasks t
        join initiatives.realisations r on r.umbrella_id = t.umbrella_id and r.id = t.realisation_id
        where t.umbrella_id = platform.current_umbrella() and t.person_id = ${person})
    ) as told`)
  return rows[0]!.told
}
