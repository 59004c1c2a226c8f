import { PassThrough } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Decrypter } from 'age-encryption'
import type pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { applyWithin, type Migration } from '#platform/database/migrate.ts'
import type { Database } from '#platform/database/open.ts'
import { OperatorProblem } from '#platform/operator-problem.ts'
import { readArchive } from './archive.ts'
import { type Manifest, type Part, partOf, waitingJobsPart } from './format.ts'
import { loosen } from './loosen.ts'
import { copyIn, copyOut, nameOf, quoted, readTables, sameText, type Table } from './tables.ts'
import { Tally } from './tally.ts'

/** A COPY into one table that takes its rows in pieces. */
class Intake {
  readonly part: Part
  readonly #tally = new Tally()
  readonly #feed = new PassThrough()
  readonly #copy
  readonly #done: Promise<void>

  constructor(client: pg.ClientBase, part: Part) {
    this.part = part
    this.#copy = client.query(copyFrom(copyIn(part)))
    this.#done = pipeline(this.#feed, this.#copy)
    this.#done.catch(() => {})
  }

  async take(piece: Uint8Array): Promise<void> {
    this.#tally.add(piece)
    if (this.#feed.write(piece)) return
    // The pipe stops for good when the database refuses a row.
    await Promise.race([new Promise(resolve => this.#feed.once('drain', resolve)), this.#done])
  }

  async finish(): Promise<void> {
    this.#feed.end()
    await this.#done
    const { rows, sha256 } = this.#tally.result()
    if (sha256 !== this.part.sha256 || rows !== this.#copy.rowCount) throw changed(this.part)
  }
}

const changed = (part: Part) => new Error(`${part.name} did not arrive as it is in the backup`)

/** Reads a loaded table as a backup would, so that what the database now has is what it had. */
async function verify(client: pg.ClientBase, part: Part, table: Table): Promise<void> {
  const tally = new Tally()
  for await (const chunk of client.query(copyTo(copyOut(table))) as AsyncIterable<Buffer>) tally.add(chunk)
  if (tally.result().sha256 !== part.sha256) throw changed(part)
}

async function loadRows(
  client: pg.ClientBase,
  path: string,
  decrypter: Decrypter,
  { parts }: Manifest,
): Promise<void> {
  const tables = new Map((await readTables(client)).map(table => [nameOf(table), table]))
  const finish = async (intake: Intake | undefined) => {
    if (!intake) return
    await intake.finish()
    const table = tables.get(intake.part.name)
    if (intake.part.name !== waitingJobsPart) await verify(client, intake.part, table!)
  }
  const known = new Map(parts.map(part => [part.name, part]))
  let intake: Intake | undefined
  let arrived = 0
  for await (const { name, bytes } of readArchive(path, decrypter)) {
    const part = known.get(partOf(name) ?? '')
    if (!part) continue
    if (part !== intake?.part) {
      await finish(intake)
      intake = new Intake(client, part)
      arrived++
    }
    await intake.take(bytes)
  }
  await finish(intake)
  if (arrived !== parts.filter(part => part.rows > 0).length)
    throw new Error('the backup changed while it was read')
}

function refuseOtherTables(tables: Table[], { parts }: Manifest): void {
  const known = new Map(tables.map(table => [nameOf(table), new Set(table.columns)]))
  for (const { schema, table, columns } of parts) {
    const missing = columns.find(column => !known.get(nameOf({ schema, table }))?.has(column))
    if (missing !== undefined)
      throw new Error(`${schema}.${table}.${missing} is in the backup and not in its migrations`)
  }
}

/**
 * Loads a backup that `readBackup` found whole into an empty database, in one transaction: the tables as the backup's
 * migrations make them, the rows, the checks. `before` runs last inside it. After a failure the database is empty as it
 * was. Throws OperatorProblem when it is not empty.
 */
export async function loadBackup(
  { owner }: Pick<Database, 'owner'>,
  path: string,
  decrypter: Decrypter,
  manifest: Manifest,
  migrations: Migration[],
  before: () => Promise<void>,
): Promise<void> {
  const client = await owner.connect()
  try {
    await client.query('begin')
    await client.query(sameText)
    if (!(await applyWithin(client, migrations))) {
      throw new OperatorProblem(
        'The database is not empty, and a backup is restored into an empty one: set PARASOL_DATA to a new folder (or DATABASE_URL to a new database).',
      )
    }
    const tables = await readTables(client)
    refuseOtherTables(tables, manifest)
    const tighten = await loosen(client)
    // Migrations may have written rows, their own history among them; the backup has all of it.
    await client.query(`truncate ${tables.map(quoted).join(', ')}`)
    await loadRows(client, path, decrypter, manifest)
    await tighten()
    await before()
    await client.query('commit')
    await client.query(`analyze ${tables.map(quoted).join(', ')}`)
  } finally {
    client.release(true)
  }
}
