import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { DatePrecision, Layer, Verification } from '../schema/incidents.ts'

/** An incident as a line of the monitors' list: codes only. */
export type IncidentLine = {
  id: string
  code: string
  month: string | null
  monthUntil: string | null
  precision: DatePrecision
  region: string | null
  layer: Layer | null
  bias: string | null
  types: string[]
  severity: string | null
  priority: string | null
  verification: Verification
  begun: number
  done: number
  mine: 'none' | 'open' | 'done'
}

/** `me`: the asking person can code it or has begun to; `second`: one person codes it; `settling`: two have finished. */
export const waitings = ['me', 'second', 'settling'] as const
export type Waiting = (typeof waitings)[number]

/** After which line a page begins: incidents whose month is not known come first. */
export type IncidentKey = { month: string | null; id: string }

export type IncidentFilter = {
  waiting: Waiting | null
  verification: Verification | null
  region: string | null
  bias: string | null
  /** First days of months, both included. */
  period: { from: string; until: string } | null
  after: IncidentKey | null
}

const pageSize = 30

const uncoded = sql`i.bias is null and i.layer is null and i.verification not in ('VX', 'VF', 'VD')`
const isWaiting: Record<Waiting, SQL> = {
  me: sql`(c.id is not null and c.done_at is null or c.id is null and coalesce(k.begun, 0) < 2 and ${uncoded})`,
  second: sql`(k.begun = 1 and ${uncoded})`,
  settling: sql`(k.done = 2 and ${uncoded})`,
}

const follows = ({ month, id }: IncidentKey): SQL =>
  month === null
    ? sql`(i.month is not null or i.id > ${id}::uuid)`
    : sql`(i.month < ${month}::date or i.month = ${month}::date and i.id > ${id}::uuid)`

function wanted({ waiting, verification, region, bias, period, after }: IncidentFilter): SQL {
  const conditions = [
    waiting && isWaiting[waiting],
    verification && sql`i.verification = ${verification}`,
    region && sql`i.region = ${region}`,
    bias && sql`i.bias = ${bias}`,
    period && sql`i.month between ${period.from}::date and ${period.until}::date`,
    after && follows(after),
  ].filter(condition => condition !== null)
  return sql.join([sql`i.umbrella_id = platform.current_umbrella()`, ...conditions], sql` and `)
}

/** The asking person's coding of an incident `i` as `c`, and how many code it as `k`. */
export const codingOf = sql`left join monitoring.coder_counts k on k.umbrella_id = i.umbrella_id and k.incident_id = i.id
  left join monitoring.codings c
    on c.umbrella_id = i.umbrella_id and c.incident_id = i.id and c.coder_id = platform.current_account()`

/** In what state the asking person's coding is. */
export const mine = sql`case when c.id is null then 'none' when c.done_at is null then 'open' else 'done' end`

/** The latest first, one page, in one statement. */
export async function listIncidents(
  tx: Tx,
  filter: IncidentFilter,
): Promise<{ lines: IncidentLine[]; next: IncidentKey | null }> {
  const { rows } = await tx.execute<{ line: IncidentLine }>(sql`
    select json_build_object('id', i.id, 'code', i.code, 'month', i.month, 'monthUntil', i.month_until, 'precision', i.precision,
      'region', i.region, 'layer', i.layer, 'bias', i.bias, 'types', i.types, 'severity', i.severity, 'priority', i.priority,
      'verification', i.verification, 'begun', coalesce(k.begun, 0), 'done', coalesce(k.done, 0), 'mine', ${mine}) as line
    from monitoring.incidents i ${codingOf}
    where ${wanted(filter)} order by i.month desc, i.id limit ${pageSize + 1}`)
  const lines = rows.slice(0, pageSize).map(({ line }) => line)
  const last = rows.length > pageSize ? lines.at(-1)! : null
  return { lines, next: last && { month: last.month, id: last.id } }
}
