import { rows, type Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'
import { type CardFace, type Counted, face } from './scorecard.ts'

const perPage = 50
const cursor = /^(\d{1,9})\.([0-9a-f-]{36})$/

type Sums = Record<'received' | 'answered' | 'in_time' | 'late' | 'waiting' | 'overdue' | 'ended', number> & {
  /** Days, how many, days, how many, … */
  days: number[]
}
type Row = {
  id: string
  name: Localised
  n: number
  sums: Sums | null
  /** What changed since the sums were added up. */
  changes: Counted[] | null
}

const one = (measure: string, value: string, n: number): Counted => ({ measure, value, year: 0, n })

const daysOf = (days: readonly number[]): Counted[] =>
  Array.from({ length: days.length / 2 }, (_, i) => one('days', String(days[2 * i]), days[2 * i + 1]!))

function countsOf({ sums, changes }: Row): Counted[] {
  if (!sums) return changes ?? []
  return [
    one('received', '', sums.received),
    ...(['answered', 'waiting', 'overdue', 'ended'] as const).map(state => one('state', state, sums[state])),
    ...(['in_time', 'late'] as const).map(time => one('time', time, sums[time])),
    ...daysOf(sums.days),
    ...(changes ?? []),
  ]
}

/** Bodies that were written to, those most often first; `after` is the `next` of the page before. */
export async function cardList(
  tx: Tx,
  after: string | null,
): Promise<{ cards: CardFace[]; next: string | null }> {
  const [, n, id] = cursor.exec(after ?? '') ?? []
  const found = await rows<Row>(
    tx,
    'authorities.card-list',
    `with written as materialized (
       select c.value::uuid as id, sum(c.n)::integer as received from authorities.register_totals c
       where c.umbrella_id = platform.current_umbrella() and c.facet = 'body' group by c.value
       having sum(c.n) > 0 and ($1::integer is null or (-sum(c.n), c.value::uuid) > (-$1::integer, $2::uuid))
       order by -sum(c.n), c.value::uuid limit ${perPage + 1}
     ), changed as materialized (
       select c.body_id, split_part(t.tally, ':', 1) as measure, substr(t.tally, strpos(t.tally, ':') + 1) as value,
         sum(c.step)::integer as n
       from authorities.register_changes c cross join unnest(c.tallies) as t (tally)
       where c.umbrella_id = platform.current_umbrella() group by 1, 2, 3
     )
     select b.id, b.name, w.received as n,
       (select row_to_json(k) from (select c.received, c.answered, c.in_time, c.late, c.waiting, c.overdue, c.ended, c.days
         from authorities.body_cards c where c.umbrella_id = platform.current_umbrella() and c.body_id = b.id) k) as sums,
       (select json_agg(json_build_object('measure', h.measure, 'value', h.value, 'year', 0, 'n', h.n)) from changed h
         where h.body_id = b.id) as changes
     from written w join authorities.bodies b on b.id = w.id order by -w.received, b.id`,
    [n ? Number(n) : null, id ?? null],
  )
  const last = found.slice(0, perPage).at(-1)
  return {
    cards: found.slice(0, perPage).map(row => face({ ...row, counts: countsOf(row) })),
    next: found.length > perPage && last ? `${last.n}.${last.id}` : null,
  }
}
