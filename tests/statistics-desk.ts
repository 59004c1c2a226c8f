import { newId } from '#platform/id.ts'
import { type Bounds, found, type Sum } from './attacker.ts'
import { affiliate, type Coalition, enter, type Present } from './coalition.ts'
import type { Stage } from './visitor.ts'

/** Somebody who monitors, signed in with a second factor. */
export async function enterMonitor(stage: Stage, place: Coalition, name: string): Promise<Present> {
  const { owner } = stage.platform.database
  const person = await enter(stage, `${name}@${place.slug}.example`, name)
  await affiliate(stage, place.id, person.id)
  await owner.query(
    "insert into people.roles (umbrella_id, id, person_id, role) values ($1, $2, $3, 'monitor')",
    [place.id, newId(), person.id],
  )
  await owner.query('update accounts.sessions set assurance = 2, assured_at = now() where user_id = $1', [
    person.id,
  ])
  return person
}

/** A row of the CSV file as anybody downloads it. */
export type Row = Record<
  'release' | 'standing' | 'table' | 'period' | 'code' | 'region' | 'status' | 'value',
  string
>

const most = 80

const boundsOf = ({ status, value }: Row): [number, number] => {
  if (status === 'suppressed') return [1, most]
  return status === 'rounded' ? [Number(value) - 2, Number(value) + 2] : [Number(value), Number(value)]
}

/** Numbers of one release, year and standing that add up to all incidents counted there. */
const additive = ['region', 'bias', 'stage', 'flag', 'time+time_rough', 'bias_region'] as const

const keyOf = ({ release, standing, table, period, code, region }: Row) =>
  [release, standing, table, period, code, region].join('|')

/**
 * What can be worked out of the files of one or several releases: knowing the total of each block exactly, what every table
 * adds up to, and that nothing hidden is zero. Returns the hidden numbers that are found, by their row.
 */
export function workedOut(rows: readonly Row[], truth: ReadonlyMap<string, number>): string[] {
  const blocks = Map.groupBy(rows, row => [row.release, row.standing, row.period.slice(0, 4)].join('|'))
  return [...blocks.values()].flatMap(block =>
    additive.flatMap(name => {
      const tables = name.split('+')
      const cells = block.filter(({ table }) => tables.includes(table))
      const numbers = cells.map(cell => truth.get(keyOf(cell)) ?? Number(cell.value))
      const hidden = cells.flatMap(({ status }, index) => (status === 'suppressed' ? [index] : []))
      if (hidden.length === 0) return []
      const total = numbers.reduce((sum, n) => sum + n, 0)
      const all: Sum = { of: cells.map((_, index) => index), is: [total, total] }
      const sums = name === 'bias_region' ? [all, ...margins(block, cells, numbers)] : [all]
      const bounds: Bounds = cells.map(boundsOf)
      return found(bounds, sums, hidden, numbers).map(index => keyOf(cells[index]!))
    }),
  )
}

// What is shown at the edges of the crossed table is known to the attacker; what is hidden there is at least one.
function margins(block: readonly Row[], cells: readonly Row[], numbers: readonly number[]): Sum[] {
  return (['bias', 'region'] as const).flatMap(side =>
    block
      .filter(({ table }) => table === side)
      .map((margin): Sum => {
        const of = cells.flatMap((cell, index) =>
          (side === 'bias' ? cell.code : cell.region) === margin.code ? [index] : [],
        )
        const n = of.reduce((sum, index) => sum + numbers[index]!, 0)
        return { of, is: margin.status === 'suppressed' ? [1, 1e9] : [n, n] }
      }),
  )
}
