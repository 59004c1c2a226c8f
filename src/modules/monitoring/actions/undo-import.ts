import { proposeAct } from '#modules/people/index.ts'
import { rows, type Tx } from '#platform/database/scope.ts'
import type { Viewer } from '#platform/http/viewer.ts'
import type { MessageKey } from '#platform/i18n/index.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse } from '#platform/refusal.ts'

type Obstacle = 'undone' | 'released' | 'worked_on'

const obstacleWords = {
  undone: 'monitoring.import.obstacle.undone',
  released: 'monitoring.import.obstacle.released',
  worked_on: 'monitoring.import.obstacle.workedOn',
} as const satisfies Record<Obstacle, MessageKey>

/** Why an import cannot be undone, as a sentence; null when it can. */
export async function undoObstacle(tx: Tx, id: string): Promise<MessageKey | null> {
  const [found] = await rows<{ obstacle: Obstacle | null }>(
    tx,
    'monitoring.import-obstacle',
    'select monitoring.import_obstacle($1) as obstacle',
    [id],
  )
  return found?.obstacle ? obstacleWords[found.obstacle] : null
}

/** Asks a second coordinator to undo an import. Refused while something of it was published or worked on. */
export async function proposeUndo(tx: Tx, viewer: Viewer, id: string, reason: string): Promise<Outcome> {
  const obstacle = await undoObstacle(tx, id)
  if (obstacle) return refuse(obstacle)
  return proposeAct(tx, viewer, { kind: 'monitoring.undo_import', subject: id, reason })
}

/** What the second coordinator's confirmation does: the rows go, and their sealed texts with them. */
export async function undoImport(tx: Tx, id: string): Promise<Outcome> {
  const [done] = await rows<{ result: 'done' | Obstacle }>(
    tx,
    'monitoring.undo-import',
    'select monitoring.undo_import($1) as result',
    [id],
  )
  const { result } = done!
  if (result !== 'done') return refuse(obstacleWords[result])
  await record(tx, {
    action: 'monitoring.import_undone',
    subject: { type: 'import', id },
    visibility: 'members',
  })
  return { ok: true }
}
