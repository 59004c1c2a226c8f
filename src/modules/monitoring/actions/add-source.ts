import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { type Outcome, refusingWhenViolated } from '#platform/refusal.ts'
import { note } from './note.ts'
import { incidentRefusals } from './refusals.ts'
import { seal } from './seal.ts'

/**
 * Whoever or whatever speaks for an incident. `texts` are sealed to the monitors; `record` names the record in which they
 * are sealed already, as those of a report are.
 */
export type NewSource = {
  kind: string
  link: string | null
  authenticated: boolean
  /** SHA-256 of a published text as it was archived. None of what somebody confided: few words can be found by trying. */
  hash: Buffer | null
} & ({ texts: Record<string, string> } | { record: string })

// The same text word for word has one origin, whoever printed it.
const originOf = (id: string, hash: Buffer | null) => sql`coalesce((
  select s.origin_id from monitoring.sources s
  where s.umbrella_id = platform.current_umbrella() and s.hash = ${hash} and s.withdrawn_on is null
  order by s.added_on, s.id limit 1), ${id}::uuid)`

/** Adds a source to an incident. Its grades are given later, each by itself. */
export async function addSource(
  tx: Tx,
  incident: string,
  source: NewSource,
): Promise<Outcome<{ id: string }>> {
  const sealed =
    'record' in source
      ? { ok: true as const, record: source.record }
      : await seal(tx, 'monitoring.source', source.texts)
  if (!sealed.ok) return sealed
  // Not in the order of time: when somebody told it is nobody's business.
  const id = crypto.randomUUID()
  await tx.execute(sql`
    insert into monitoring.sources (id, incident_id, kind, link, origin_id, authenticated, hash, record_id)
    values (${id}, ${incident}, ${source.kind}, ${source.link}, ${originOf(id, source.hash)}, ${source.authenticated},
      ${source.hash}, ${sealed.record})`)
  return { ok: true, id }
}

/** A monitor adds a source to an incident that is recorded already. */
export const giveSource = (tx: Tx, incident: string, source: NewSource): Promise<Outcome> =>
  refusingWhenViolated(tx, incidentRefusals, async () => {
    const added = await addSource(tx, incident, source)
    if (added.ok) await note(tx, 'monitoring.source_added', incident)
    return added
  })
