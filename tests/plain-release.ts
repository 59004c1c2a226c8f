import type { Countable } from '#modules/monitoring/disclosure/gather.ts'
import { coarsened, countableUntil } from '#modules/monitoring/disclosure/periods.ts'
import type { ReleaseCell } from '#modules/monitoring/disclosure/release.ts'
import {
  type Count,
  type Published,
  sameIncidents,
  smallestShown,
} from '#modules/monitoring/disclosure/rules.ts'
import { type Crossed, publishCrossed, publishOneWay } from '#modules/monitoring/disclosure/tables.ts'
import { isFlagged, stageOf } from '#modules/monitoring/trends/funnel.ts'

type Release = { cells: ReleaseCell[]; counted: string[] }

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

function block(incidents: readonly Countable[]): Named[] | null {
  if (incidents.length < smallestShown.crossed) return null
  const base = biasAndRegion(incidents)
  if (!base) return null
  return [
    ...base,
    ...byTime(incidents),
    ...oneWay('type', incidents, i => i.types),
    ...byGroup(incidents, base),
    ...oneWay('stage', incidents, i => [stageOf(i.responses)]),
    ...oneWay('flag', incidents, i => [isFlagged(i.responses) ? 'Y' : 'N']),
  ]
}

/** The next release as one would write it down first: with all incidents in hand. What the program gathers one by one must be the same. */
export function plainRelease(incidents: readonly Countable[], today: Temporal.PlainDate): Release {
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
