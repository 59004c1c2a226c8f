import { both, type Countable, type Counts, Gathered } from './gather.ts'
import { coarsened, countableUntil } from './periods.ts'
import { type Published, sameIncidents, smallestShown } from './rules.ts'
import { type Crossed, publishCrossed, publishOneWay } from './tables.ts'

export type ReleaseCell = {
  standing: 'assessed' | 'verified'
  dimension: string
  period: string
  code: string
  region: string
} & Published

/** What a release publishes. */
export type Release = { cells: ReleaseCell[] }

function crossed({ bias, region, biasRegion }: Gathered): Crossed {
  const [rows, columns] = [bias.codes().sort(), region.codes().sort()]
  return {
    rows,
    columns,
    counts: rows.map(row => columns.map(column => biasRegion.of(both(row, column)))),
    largestOfRow: rows.map(row => bias.of(row).largest ?? 0),
    largestOfColumn: columns.map(column => region.of(column).largest ?? 0),
  }
}

type Named = { dimension: string; code: string; region?: string; period?: string; cell: Published }

function biasAndRegion(held: Gathered): Named[] | null {
  const table = crossed(held)
  const published = publishCrossed(table)
  if (!published || published.total.status === 'suppressed') return null
  return [
    { dimension: 'total', code: '', cell: published.total },
    ...[...published.rows].map(([code, cell]) => ({ dimension: 'bias', code, cell })),
    ...[...published.columns].map(([code, cell]) => ({ dimension: 'region', code, cell })),
    ...table.rows.flatMap((code, r) =>
      table.columns.map((region, c) => ({
        dimension: 'bias_region',
        code,
        region,
        cell: published.cells[r]![c]!,
      })),
    ),
  ]
}

function oneWay(dimension: string, { n }: Gathered, of: Counts): Named[] {
  const codes = of.codes().sort()
  const counts = codes.map(code => of.of(code))
  const published = publishOneWay({ codes, counts, most: codes.map(() => n) })
  return [...(published ?? [])].map(([code, cell]) => ({ dimension, code, cell }))
}

/**
 * By group. One that is nearly the same incidents as a bias whose number is hidden would tell that number: it is hidden too.
 * By group and region nothing is published: beside bias by region it would tell who in a region is not of the group.
 */
function byGroup(held: Gathered, base: readonly Named[]): Named[] {
  const hidden = base.filter(({ dimension, cell }) => dimension === 'bias' && cell.status === 'suppressed')
  const tells = (group: string) =>
    hidden.some(({ code: bias }) => {
      const common = held.groupBias.of(both(group, bias)).n
      return common / (held.group.of(group).n + held.bias.of(bias).n - common) >= sameIncidents
    })
  return oneWay('target_group', held, held.group).map(named =>
    tells(named.code) ? { ...named, cell: { status: 'suppressed' } } : named,
  )
}

function byTime({ month, rough: unknown }: Gathered): Named[] {
  const periods = coarsened(new Map(month.codes().map(code => [code, month.of(code)])))
  const rough = unknown.of('rough')
  const codes = [...periods.keys(), ...(rough.n > 0 ? ['rough'] : [])]
  const published = publishOneWay({ codes, counts: [...periods.values(), ...(rough.n > 0 ? [rough] : [])] })
  return [...(published ?? [])].map(([period, cell]) =>
    period === 'rough'
      ? { dimension: 'time_rough', code: '', cell }
      : { dimension: 'time', code: '', period, cell },
  )
}

/** The tables of one year at one standing; null when they are too small to be published at all. */
function block(held: Gathered): Named[] | null {
  if (held.n < smallestShown.crossed) return null
  const base = biasAndRegion(held)
  if (!base) return null
  return [
    ...base,
    ...byTime(held),
    ...oneWay('type', held, held.type),
    ...byGroup(held, base),
    // Not by response: an incident has several, and two numbers about nearly the same incidents tell of the difference.
    ...oneWay('stage', held, held.stage),
    ...oneWay('flag', held, held.flag),
  ]
}

const blockOf = ({ month, standing }: Countable) => `${month.year} ${standing}`

function cellsOf(key: string, numbers: readonly Named[]): ReleaseCell[] {
  const [year = '', standing] = key.split(' ') as [string, Countable['standing']]
  return numbers.map(({ dimension, code, region = '', period = year, cell }) => ({
    ...{ standing, dimension, period, code, region },
    ...cell,
  }))
}

/**
 * The next release, from incidents that are shown to it one after the other. It counts what no release has counted, in tables
 * of their own for each year and standing: two releases never speak of the same incident, so that nothing can be found by
 * taking one from the other. What is too small waits, uncounted, until there is more. What becomes of an incident after it
 * was counted changes no release.
 */
export class ReleasePlan {
  #until: Temporal.PlainDate
  #blocks = new Map<string, Gathered>()
  #published = new Map<string, Named[]>()

  constructor(today: Temporal.PlainDate) {
    this.#until = countableUntil(today)
  }

  #isReady = ({ released, recordedOn }: Countable) =>
    !released && Temporal.PlainDate.compare(recordedOn, this.#until) <= 0

  add(incident: Countable): void {
    if (!this.#isReady(incident)) return
    const key = blockOf(incident)
    const held = this.#blocks.get(key) ?? new Gathered()
    this.#blocks.set(key, held)
    held.add(incident)
  }

  /** What is published of everything that was shown, and how many incidents that counts. */
  release(): Release & { counted: number } {
    for (const [key, held] of this.#blocks) {
      const numbers = block(held)
      if (numbers) this.#published.set(key, numbers)
    }
    const published = [...this.#published]
    return {
      cells: published.flatMap(([key, numbers]) => cellsOf(key, numbers)),
      counted: published.reduce((sum, [key]) => sum + this.#blocks.get(key)!.n, 0),
    }
  }

  /** Whether the release counts an incident that was shown: no later one ever counts it again. */
  counts = (incident: Countable): boolean => this.#isReady(incident) && this.#published.has(blockOf(incident))
}
