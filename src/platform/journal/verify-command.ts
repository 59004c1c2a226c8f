import { parseArgs } from 'node:util'
import type pg from 'pg'
import type { Command } from '#platform/command.ts'
import { OperatorProblem } from '#platform/operator-problem.ts'
import { type Finding, verifyJournal, type Witness } from './verify.ts'

type Place = { id: string; slug: string }

async function places(client: pg.ClientBase, slug: string | undefined): Promise<Place[]> {
  const { rows } = await client.query<Place>(
    'select id, slug from platform.umbrellas where $1::text is null or slug = $1 order by slug',
    [slug ?? null],
  )
  if (slug !== undefined && !rows.length) throw new OperatorProblem(`There is no umbrella ${slug}.`)
  return rows
}

function witness(text: string): Witness {
  const match = /^(\d{1,15}):([0-9a-f]{64})$/i.exec(text)
  if (!match)
    throw new OperatorProblem(`--root ${text}: write the number of entries and the root, like 120:9f86d0…`)
  return { size: Number(match[1]), root: match[2]! }
}

const line = (slug: string, { leaf, entry, problem }: Finding) =>
  [slug, leaf === null ? null : `leaf ${leaf}`, entry === null ? null : `entry ${entry}`]
    .filter(part => part !== null)
    .join(' ')
    .concat(`: ${problem}`)

async function verifyPlace(
  client: pg.ClientBase,
  place: Place,
  witnesses: Witness[],
  print: (line: string) => void,
): Promise<boolean> {
  const { sealed, roots, waiting, findings } = await verifyJournal(client, place.id, witnesses)
  for (const finding of findings) print(line(place.slug, finding))
  const intact = findings.length === 0
  print(
    `${place.slug}: ${sealed} entries under ${roots} roots ${intact ? 'are intact' : 'were checked'}, ${waiting} wait to be sealed`,
  )
  return intact
}

/** `parasol journal verify`: recomputes the journals and names every entry that is not as it was sealed. */
export const journalVerify: Command = {
  name: 'journal verify',
  summary: 'recomputes the journal and names what was changed, removed or inserted',
  usage: '[--umbrella <slug>] [--root <entries>:<root from a letter>]…',
  async run({ platform, print }, args) {
    const { values } = parseArgs({
      args,
      options: { umbrella: { type: 'string' }, root: { type: 'string', multiple: true } },
    })
    const witnesses = (values.root ?? []).map(witness)
    if (witnesses.length && values.umbrella === undefined) {
      throw new OperatorProblem('--root belongs to one umbrella: name it with --umbrella <slug>.')
    }
    const client = await (await platform()).database.owner.connect()
    try {
      // One snapshot: a sealer may work on meanwhile.
      await client.query('begin isolation level repeatable read read only')
      let intact = true
      for (const place of await places(client, values.umbrella)) {
        intact = (await verifyPlace(client, place, witnesses, print)) && intact
      }
      await client.query('commit')
      return intact ? 0 : 1
    } finally {
      client.release(true)
    }
  },
}
