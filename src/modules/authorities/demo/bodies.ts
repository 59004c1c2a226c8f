import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openFile } from '#modules/network/index.ts'
import { rows, type Tx } from '#platform/database/scope.ts'
import type { Platform } from '#platform/platform.ts'
import { projectRoot } from '#platform/project-root.ts'
import { importBodies } from '../actions/import-bodies.ts'
import { readBodies } from '../import/read-bodies.ts'

/** A body of the starter set by its Ukrainian name. */
export async function bodyCalled(tx: Tx, name: string): Promise<string> {
  const [found] = await rows<{ id: string }>(
    tx,
    undefined,
    `select id from authorities.bodies where name ->> 'uk' = $1`,
    [name],
  )
  if (!found) throw new Error(`the demonstration has no ${name}`)
  return found.id
}

async function installTable(tx: Tx, file: string): Promise<void> {
  const opened = openFile(readFileSync(join(projectRoot, 'src/modules/authorities/demo', file)), {})
  if (!opened.ok) throw new Error(`the demonstration: ${file}`)
  const { problems } = await importBodies(tx, readBodies(opened.file), false)
  if (problems.length > 0) throw new Error(`the demonstration: ${JSON.stringify(problems[0])}`)
}

/**
 * Institutions as they are publicly known, without e-mail addresses; and a few of towns that do not exist, so that no
 * real one is said to have been late or to have refused.
 */
export async function installBodies(tx: Tx): Promise<void> {
  await installTable(tx, 'bodies.csv')
  await installTable(tx, 'invented-bodies.csv')
}

/** A committee that ended, and the ministry that went on with its work. */
export async function installSuccession({ database }: Platform): Promise<void> {
  await database.owner.query(
    `insert into authorities.body_successions (body_id, successor_id, since, ground)
     select b.id, n.id, '2010-12-09', $3 from authorities.bodies b, authorities.bodies n
     where b.name ->> 'uk' = $1 and n.name ->> 'uk' = $2`,
    [
      'Державний комітет України у справах національностей та релігій',
      'Міністерство культури України',
      'Указ Президента України від 09.12.2010 № 1085/2010',
    ],
  )
}
