import { isFlagged, stageOf } from '../trends/funnel.ts'
import { coarsened, countableUntil } from './periods.ts'
import { type Count, type Published, sameIncidents, smallestShown } from './rules.ts'
import { type Crossed, publishCrossed, publishOneWay } from './tables.ts'

/** An incident as far as published tables need it. */
export type Countable = {
  id: string
  recordedOn: Temporal.PlainDate
  month: Temporal.PlainYearMonth
  /** Whether the month is known, or only the half of the year. */
  monthKnown: boolean
  region: string
  bias: string
  types: readonly string[]
  targetGroups: readonly string[]
  responses: readonly string[]
  /** V2 is shown apart from what two sources or more confirm. */
  standing: 'assessed' | 'verified'
  /** One family or organisation. */
  cluster?: string
  released: boolean
}

export type ReleaseCell = {
  standing: 'assessed' | 'verified'
  dimension: string
  period: string
  code: string
  region: string
} & Published

/** What a release publishes and which incidents it counts: none of them is ever counted again. */
export type Release = { cells: ReleaseCell[]; counted: string[] }

function countOf(incidents: readonly Countable[]): Count {
  const clusters = Map.groupBy(
    incidents.filter(({ cluster }) => cluster),
    ({ cluster }) => cluster,
  )
  return { n: incidents.length, largest: Math.max(0, ...[...clusters.values()].map(held => held.length)) }
}

const codesOf = (incidents: readonly Countable[], of: (incident: Countable) => readonly string[]) =>
  [...new Set(incidents.flatMap(of))].sort()

const having = (incidents: readonly Countable[], of: (i: Countable) => readonly string[], code: string) =>
  incidents.filter(incident => of(incident).includes(code))

function crossed(incidents: readonly Countable[]): Crossed {
  const rows = codesOf(incidents, ({ bias }) => [bias])
  const columns = codesOf(incidents, ({ region }) => [region])
  const largest = (of: (incident: Countable) => string, code: string) =>
    countOf(incidents.filter(incident => of(incident) === code)).largest ?? 0
  return {
    rows,
    columns,
    counts: rows.map(bias =>
      columns.map(region => countOf(incidents.filter(i => i.bias === bias && i.region === region))),
    ),
    largestOfRow: rows.map(bias => largest(i => i.bias, bias)),
    largestOfColumn: columns.map(region => largest(i => i.region, region)),
  }
}

type Named = { dimension: string; code: string; region?: string; period?: string; cell: Published }

function biasAndRegion(incidents: readonly Countable[]): Named[] | null {
  const table = crossed(incidents)
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

function oneWay(
  dimension: string,
  incidents: readonly Countable[],
  of: (i: Countable) => readonly string[],
): Named[] {
  const codes = codesOf(incidents, of)
  const counts = codes.map(code => countOf(having(incidents, of, code)))
  const published = publishOneWay({ codes, counts, most: codes.map(() => incidents.length) })
  return [...(published ?? [])].map(([code, cell]) => ({ dimension, code, cell }))
}

const among = (incidents: readonly Countable[], others: ReadonlySet<string>) =>
  incidents.filter(({ id }) => others.has(id)).length

/**
 * By group. One that is nearly the same incidents as a bias whose number is hidden would tell that number: it is hidden too.
 * By group and region nothing is published: beside bias by region it would tell who in a region is not of the group.
 */
function byGroup(incidents: readonly Countable[], base: readonly Named[]): Named[] {
  const hidden = base
    .filter(({ dimension, cell }) => dimension === 'bias' && cell.status === 'suppressed')
    .map(({ code }) => new Set(having(incidents, i => [i.bias], code).map(({ id }) => id)))
  const tells = (group: readonly Countable[]) =>
    hidden.some(bias => {
      const both = among(group, bias)
      return both / (group.length + bias.size - both) >= sameIncidents
    })
  return oneWay('target_group', incidents, i => i.targetGroups).map(named =>
    tells(having(incidents, i => i.targetGroups, named.code))
      ? { ...named, cell: { status: 'suppressed' } }
      : named,
  )
}

function byTime(incidents: readonly Countable[]): Named[] {
  const dated = Map.groupBy(
    incidents.filter(({ monthKnown }) => monthKnown),
    ({ month }) => month.toString(),
  )
  const periods = coarsened(new Map([...dated].map(([month, held]) => [month, countOf(held)])))
  const rough = countOf(incidents.filter(({ monthKnown }) => !monthKnown))
  const codes = [...periods.keys(), ...(rough.n > 0 ? ['rough'] : [])]
  const published = publishOneWay({ codes, counts: [...periods.values(), ...(rough.n > 0 ? [rough] : [])] })
  return [...(published ?? [])].map(([period, cell]) =>
    period === 'rough'
      ? { dimension: 'time_rough', code: '', cell }
      : { dimension: 'time', code: '', period, cell },
  )
}

/** The tables of one year at one standing; null when they are too small to be published at all. */
function block(incidents: readonly Countable[]): Named[] | null {
  if (incidents.length < smallestShown.crossed) return null
  const base = biasAndRegion(incidents)
  if (!base) return null
  return [
    ...base,
    ...byTime(incidents),
    ...oneWay('type', incidents, i => i.types),
    ...byGroup(incidents, base),
    // Not by response: an incident has several, and two numbers about nearly the same incidents tell of the difference.
    ...oneWay('stage', incidents, i => [stageOf(i.responses)]),
    ...oneWay('flag', incidents, i => [isFlagged(i.responses) ? 'Y' : 'N']),
  ]
}

/**
 * The next release. It counts incidents that no release has counted, in tables of their own for each year and standing:
 * two releases never speak of the same incident, so that nothing can be found by taking one from the other. What is too
 * small waits, uncounted, until there is more. What becomes of an incident after it was counted changes no release.
 */
export function planRelease(incidents: readonly Countable[], today: Temporal.PlainDate): Release {
  const until = countableUntil(today)
  const ready = incidents.filter(
    ({ released, recordedOn }) => !released && Temporal.PlainDate.compare(recordedOn, until) <= 0,
  )
  const release: Release = { cells: [], counted: [] }
  for (const [key, held] of Map.groupBy(ready, i => `${i.month.year} ${i.standing}`)) {
    const numbers = block(held)
    if (!numbers) continue
    const [year = '', standing] = key.split(' ') as [string, Countable['standing']]
    release.counted.push(...held.map(({ id }) => id))
    release.cells.push(
      ...numbers.map(({ dimension, code, region = '', period = year, cell }) => ({
        standing,
        dimension,
        period,
        code,
        region,
        ...cell,
      })),
    )
  }
  return release
}
