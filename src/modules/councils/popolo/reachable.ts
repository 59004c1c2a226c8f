import type { PopoloClass } from '../schema/of-popolo.ts'
import { classMaps, popoloClasses } from './classes.ts'
import type { PopoloRows, StoredRow } from './write.ts'

const targets = (name: PopoloClass, { columns }: StoredRow) =>
  Object.values(classMaps[name].references).flatMap(([column, to]) => {
    const id = columns[column]
    return typeof id === 'string' ? [{ column, to, id }] : []
  })

const belongs: Partial<Record<PopoloClass, string>> = {
  posts: 'council_id',
  events: 'council_id',
  memberships: 'council_id',
  motions: 'council_id',
  vote_events: 'council_id',
}

/** The rows of one council, and whatever they name: persons, organisations, areas, the votes of its vote events. */
export function reachable(rows: PopoloRows['rows'], council: string): PopoloRows['rows'] {
  const kept = new Set<string>()
  const queue: { name: PopoloClass; row: StoredRow }[] = []
  const byId = new Map(
    popoloClasses.map(name => [name, new Map((rows.get(name) ?? []).map(row => [row.id, row]))]),
  )
  const keep = (name: PopoloClass, row: StoredRow | undefined) => {
    if (!row || kept.has(row.id)) return
    kept.add(row.id)
    queue.push({ name, row })
  }
  keep('organizations', byId.get('organizations')?.get(council))
  for (const [name, column] of Object.entries(belongs) as [PopoloClass, string][]) {
    for (const row of rows.get(name) ?? []) if (row.columns[column] === council) keep(name, row)
  }
  for (const row of rows.get('vote_events') ?? []) {
    if (kept.has(String(row.columns.motion_id))) keep('vote_events', row)
  }
  for (const row of rows.get('votes') ?? []) {
    if (kept.has(String(row.columns.vote_event_id))) keep('votes', row)
  }
  for (let next = queue.pop(); next; next = queue.pop()) {
    for (const { to, id } of targets(next.name, next.row)) keep(to, byId.get(to)?.get(id))
  }
  return new Map(popoloClasses.map(name => [name, (rows.get(name) ?? []).filter(({ id }) => kept.has(id))]))
}
