import { isFlagged, stageOf } from '../trends/funnel.ts'
import type { Count } from './rules.ts'

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

/** Counts by codes, and how many of each are of one family. */
export class Counts {
  #of = new Map<string, { n: number; clusters: Map<string, number> }>()

  add(code: string, cluster: string | undefined): void {
    let held = this.#of.get(code)
    if (!held) {
      held = { n: 0, clusters: new Map() }
      this.#of.set(code, held)
    }
    held.n++
    if (cluster) held.clusters.set(cluster, (held.clusters.get(cluster) ?? 0) + 1)
  }

  /** In the order in which they were first seen. */
  codes = (): string[] => [...this.#of.keys()]

  of(code: string): Count {
    const held = this.#of.get(code)
    let largest = 0
    for (const n of held?.clusters.values() ?? []) largest = Math.max(largest, n)
    return { n: held?.n ?? 0, largest }
  }
}

/** Two codes as one. */
export const both = (one: string, other: string): string => `${one} ${other}`

/**
 * What the tables of one year at one standing need of its incidents. What is kept grows with codes and families, never with
 * incidents: of those there may be a million.
 */
export class Gathered {
  n = 0
  bias = new Counts()
  region = new Counts()
  biasRegion = new Counts()
  month = new Counts()
  rough = new Counts()
  type = new Counts()
  group = new Counts()
  groupBias = new Counts()
  stage = new Counts()
  flag = new Counts()

  add({ bias, region, month, monthKnown, types, targetGroups, responses, cluster }: Countable): void {
    this.n++
    this.bias.add(bias, cluster)
    this.region.add(region, cluster)
    this.biasRegion.add(both(bias, region), cluster)
    if (monthKnown) this.month.add(month.toString(), cluster)
    else this.rough.add('rough', cluster)
    for (const type of new Set(types)) this.type.add(type, cluster)
    for (const group of new Set(targetGroups)) {
      this.group.add(group, cluster)
      this.groupBias.add(both(group, bias), undefined)
    }
    this.stage.add(stageOf(responses), cluster)
    this.flag.add(isFlagged(responses) ? 'Y' : 'N', cluster)
  }
}
