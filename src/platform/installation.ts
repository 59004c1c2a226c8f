import pg from 'pg'
import { migrate } from '#platform/database/migrate.ts'
import type { Database } from '#platform/database/open.ts'
import { OperatorProblem } from '#platform/operator-problem.ts'

/** What an installation is: invented content to look around in, or a coalition's own records. */
export type InstallationKind = 'demonstration' | 'coalition'

const lock = 7_265_601

type Chosen = { kind: InstallationKind; complete: boolean }

// Records made before the first start, by a command or a restored backup, are a coalition's.
const whatItIs = `
  select kind, completed_at is not null as complete from platform.installation
  union all
  select 'coalition', true where exists (select from platform.umbrellas)
  limit 1`

async function read(client: pg.ClientBase | pg.Pool): Promise<Chosen | undefined> {
  return (await client.query<Chosen>(whatItIs)).rows[0]
}

/** What the installation is; null while it is empty and nothing has been chosen. */
export async function readKind(owner: pg.Pool): Promise<InstallationKind | null> {
  return (await read(owner))?.kind ?? null
}

/** Back to a database without anything of ours: only for a demonstration that was never completed. */
async function empty(owner: pg.Pool): Promise<void> {
  const { rows } = await owner.query<{ name: string }>(
    "select nspname as name from pg_namespace where nspowner = 'parasol_owner'::regrole",
  )
  for (const { name } of rows) await owner.query(`drop schema ${pg.escapeIdentifier(name)} cascade`)
  await migrate(owner)
}

async function choose(client: pg.ClientBase, kind: InstallationKind): Promise<void> {
  const completed = kind === 'coalition' ? 'now()' : 'null'
  await client.query(`insert into platform.installation (kind, completed_at) values ($1, ${completed})`, [
    kind,
  ])
}

/**
 * Makes of an empty, migrated database what it is to be, and returns what it is. A demonstration is loaded by `load`,
 * once: one that was cut off is thrown away and loaded anew, and a second program waits for the first. Throws
 * OperatorProblem when `wanted` is a coalition's and the database holds a demonstration.
 */
export async function settleInstallation(
  { owner }: Database,
  wanted: InstallationKind,
  load: () => Promise<void>,
): Promise<InstallationKind> {
  const client = await owner.connect()
  try {
    await client.query(`select pg_advisory_lock(${lock})`)
    const chosen = await read(client)
    if (chosen?.complete) {
      if (wanted === 'coalition' && chosen.kind === 'demonstration') {
        throw new OperatorProblem(
          'This database holds the demonstration, and --empty was asked for: set PARASOL_DATA to a new folder (or DATABASE_URL to an empty database).',
        )
      }
      return chosen.kind
    }
    if (chosen) await empty(owner)
    await choose(client, wanted)
    if (wanted === 'demonstration') {
      await load()
      await client.query('update platform.installation set completed_at = now()')
    }
    return wanted
  } finally {
    client.release(true)
  }
}
