import { rows, type Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'
import type { Resolution } from '../schema/communications.ts'
import type { ResponseForm } from '../schema/steps.ts'
import { type Days, medianOf } from '../scorecard/median.ts'

/** How a public body answers, in short. */
export type CardFace = {
  body: { id: string; name: Localised }
  received: number
  answered: number
  /** Answered within a deadline that is known. */
  inTime: number
  late: number
  waiting: number
  overdue: number
  /** Closed, returned or withdrawn without an answer. */
  ended: number
  /** Days to an answer; null where there are too few to say. */
  median: number | null
}

export type Reply = { text: string; lang: string; version: number; writtenAt: string }

export type Card = CardFace & {
  days: Days
  years: { year: number; received: number; answered: number }[]
  extended: number
  breached: number
  acts: number
  actsIssued: number
  forms: { code: ResponseForm; n: number }[]
  results: { code: Resolution; n: number }[]
  /** The newest one; null when there is none or it was taken back. */
  reply: Reply | null
  /** The number of the newest version, also of one that took the reply back. */
  replies: number
  /** The asker answers for this body. */
  own: boolean
}

/** Fewer than this are not ranked, and have no median. */
export const fewest = 5

export type Counted = { measure: string; value: string; year: number; n: number }
export type Found = { id: string; name: Localised; counts: Counted[] }

const sum = (counts: readonly Counted[], measure: string, value?: string): number =>
  counts.reduce(
    (n, one) => (one.measure === measure && (value === undefined || one.value === value) ? n + one.n : n),
    0,
  )

/** The values of a measure, the most frequent first. */
function valuesOf(counts: readonly Counted[], measure: string): { value: string; n: number }[] {
  const byValue = Map.groupBy(
    counts.filter(one => one.measure === measure),
    ({ value }) => value,
  )
  return [...byValue]
    .map(([value, all]) => ({ value, n: all.reduce((n, one) => n + one.n, 0) }))
    .filter(({ n }) => n > 0)
    .sort((a, b) => b.n - a.n)
}

const daysOf = (counts: readonly Counted[]): Days =>
  valuesOf(counts, 'days')
    .map(({ value, n }) => ({ days: Number(value), n }))
    .sort((a, b) => a.days - b.days)

/** The short card, out of counts. */
export function face({ id, name, counts }: Found): CardFace {
  const answered = sum(counts, 'state', 'answered')
  return {
    body: { id, name },
    received: sum(counts, 'received'),
    answered,
    inTime: sum(counts, 'time', 'in_time'),
    late: sum(counts, 'time', 'late'),
    waiting: sum(counts, 'state', 'waiting'),
    overdue: sum(counts, 'state', 'overdue'),
    ended: sum(counts, 'state', 'ended'),
    median: answered < fewest ? null : medianOf(daysOf(counts)),
  }
}

const coded = <Code extends string>(counts: readonly Counted[], measure: string) =>
  valuesOf(counts, measure).map(({ value, n }) => ({ code: value as Code, n }))

function yearsOf(counts: readonly Counted[]) {
  const years = [...new Set(counts.map(({ year }) => year))].sort((a, b) => a - b)
  return years
    .map(year => {
      const own = counts.filter(one => one.year === year)
      return { year, received: sum(own, 'received'), answered: sum(own, 'state', 'answered') }
    })
    .filter(({ received }) => received > 0)
}

/** The card of one public body here; null when there is no such body. */
export async function findCard(tx: Tx, body: string): Promise<Card | null> {
  const [found] = await rows<Found & { reply: Reply | null; own: boolean }>(
    tx,
    'authorities.card',
    `select b.id, b.name, b.id in (select authorities.own_bodies()) as own,
       (select coalesce(json_agg(json_build_object('measure', t.measure, 'value', t.value, 'year', t.year, 'n', t.n)), '[]')
         from authorities.body_totals t where t.umbrella_id = platform.current_umbrella() and t.body_id = b.id) as counts,
       (select json_build_object('text', r.text, 'lang', r.lang, 'version', r.version,
           'writtenAt', to_char(r.written_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
         from authorities.body_replies r where r.umbrella_id = platform.current_umbrella() and r.body_id = b.id
         order by r.version desc limit 1) as reply
     from authorities.bodies b where b.id = $1`,
    [body],
  )
  if (!found) return null
  const { counts, reply } = found
  return {
    ...face(found),
    days: daysOf(counts),
    years: yearsOf(counts),
    extended: sum(counts, 'extended'),
    breached: sum(counts, 'breached'),
    acts: sum(counts, 'act', ''),
    actsIssued: sum(counts, 'act', 'issued'),
    forms: coded<ResponseForm>(counts, 'form'),
    results: coded<Resolution>(counts, 'result'),
    reply: reply?.text ? reply : null,
    replies: reply?.version ?? 0,
    own: found.own,
  }
}
