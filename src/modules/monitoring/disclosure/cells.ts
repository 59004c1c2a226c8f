/**
 * Numbers of a table that hang together by sums, as a graph: every number is an edge between the two sums in which it
 * stands. A total stands with a minus, so that every sum is zero. What an attacker can work out of the open (suppressed)
 * numbers is then a question of flow: a number can be larger by as much as can flow around it through the others.
 */
export type Cell = {
  from: number
  to: number
  value: number
  /** -1 for totals. */
  sign: 1 | -1
  /** How much freedom an attacker must leave it; undefined while it is published. */
  needs?: number
  /** What an attacker knows it cannot exceed: the total of the place or time in which it lies. */
  most?: number
  /** A total of all is opened last: without it a table says little. */
  dear?: boolean
}

type Arc = { to: number; cell: number; room: number; price: number }

const others = (cells: readonly Cell[], except: number, closedToo: boolean): Arc[][] => {
  const arcs: Arc[][] = []
  cells.forEach(({ from, to, value, sign, needs, dear, most = Number.POSITIVE_INFINITY }, index) => {
    const open = needs !== undefined
    // The attacker knows that a suppressed number is at least one, and that zeros are zeros.
    if (index === except || value === 0 || !(open || closedToo)) return
    const [down, up] = [value - 1, most - value]
    const price = open ? 0 : value + (dear ? 1e6 : 0)
    const add = (node: number, arc: Arc) => {
      arcs[node] ??= []
      arcs[node].push(arc)
    }
    add(from, { to, cell: index, room: sign > 0 ? up : down, price })
    add(to, { to: from, cell: index, room: sign > 0 ? down : up, price })
  })
  return arcs
}

type Step = { node: number; arc: Arc }

/** The cheapest way from one sum to another that has room, or undefined. Tables are small: plain Bellman and Ford. */
function wayThrough(arcs: Arc[][], source: number, sink: number): Step[] | undefined {
  const reached = new Map<number, { cost: number; by?: Step }>([[source, { cost: 0 }]])
  const waiting = [source]
  for (let node = waiting.shift(); node !== undefined; node = waiting.shift()) {
    const { cost } = reached.get(node)!
    for (const arc of arcs[node] ?? []) {
      const known = reached.get(arc.to)
      if (arc.room <= 0 || (known && known.cost <= cost + arc.price)) continue
      reached.set(arc.to, { cost: cost + arc.price, by: { node, arc } })
      waiting.push(arc.to)
    }
  }
  if (!reached.has(sink)) return undefined
  const way: Step[] = []
  for (let by = reached.get(sink)!.by; by; by = reached.get(by.node)!.by) way.unshift(by)
  return way
}

function push(arcs: Arc[][], way: readonly Step[], most: number): number {
  const amount = Math.min(most, ...way.map(({ arc }) => arc.room))
  for (const { node, arc } of way) {
    arc.room -= amount
    const back = arcs[arc.to]!.find(other => other.cell === arc.cell && other.to === node)!
    back.room += amount
  }
  return amount
}

function flow(arcs: Arc[][], source: number, sink: number, most: number): number {
  let sum = 0
  while (sum < most) {
    const way = wayThrough(arcs, source, sink)
    if (!way) break
    sum += push(arcs, way, most - sum)
  }
  return sum
}

const roomAbove = ({ value, most = Number.POSITIVE_INFINITY }: Cell) => most - value

const ends = ({ from, to, sign }: Cell, upwards: boolean) =>
  sign > 0 === upwards ? ([to, from] as const) : ([from, to] as const)

/**
 * How far below and above its true value an attacker must still suppose a suppressed number, who knows every published
 * one, all totals exactly, and that nothing suppressed is zero. Not looked for beyond `most`.
 */
export function freedomOf(
  cells: readonly Cell[],
  index: number,
  most = enough,
): { down: number; up: number } {
  const cell = cells[index]!
  return {
    down: flow(others(cells, index, false), ...ends(cell, false), Math.min(most, cell.value - 1)),
    up: flow(others(cells, index, false), ...ends(cell, true), Math.min(most, roomAbove(cell))),
  }
}

// More freedom than this is never needed.
const enough = 1_000_000

/** Further numbers to suppress so that this one gains freedom; undefined when nothing helps. */
function companionsOf(cells: readonly Cell[], index: number): number[] | undefined {
  const cell = cells[index]!
  for (const upwards of [true, false]) {
    const room = upwards ? roomAbove(cell) : cell.value - 1
    const [source, sink] = ends(cell, upwards)
    const arcs = others(cells, index, true)
    // First what is open is used up; then every way leads through something that is not yet open.
    if (flow(openOnly(arcs), source, sink, Math.min(room, enough)) >= room) continue
    const way = wayThrough(arcs, source, sink)
    if (way) return [...new Set(way.filter(({ arc }) => arc.price > 0).map(({ arc }) => arc.cell))]
  }
  return undefined
}

const openOnly = (arcs: Arc[][]): Arc[][] => arcs.map(list => list?.filter(({ price }) => price === 0) ?? [])

/**
 * Opens further cells until every open one has the freedom it needs: complementary suppression. Opening never takes
 * freedom away, so each cell is looked at until it is safe and then no more. False when the table cannot be made safe.
 */
export function openUntilSafe(cells: Cell[]): boolean {
  const waiting = cells.flatMap(({ needs }, index) => (needs === undefined ? [] : [index]))
  for (let index = waiting.shift(); index !== undefined; index = waiting.shift()) {
    const { needs = 0 } = cells[index]!
    for (;;) {
      const { down, up } = freedomOf(cells, index, needs)
      if (down + up >= needs) break
      const companions = companionsOf(cells, index)
      if (!companions?.length) return false
      for (const companion of companions) {
        cells[companion]!.needs = 1
        waiting.push(companion)
      }
    }
  }
  return true
}
