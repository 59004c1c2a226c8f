import { rows, type Tx } from '#platform/database/scope.ts'

/** What is counted today, published or not. Only monitors see any. */
export type Tally = {
  dimension: 'time' | 'region' | 'type' | 'bias' | 'target_group' | 'stage' | 'flag'
  /** 2026-03 for what is compared over time, or empty: the twelve months to date. */
  month: string
  code: string
  received: number
  assessed: number
  verified: number
}

/** Kept numbers: all of each month, those of regions and biases of six years, and everything else of the last twelve months. */
export const currentTallies = (tx: Tx, today: Temporal.PlainDate): Promise<Tally[]> =>
  rows(
    tx,
    'monitoring.currentTallies',
    `select dimension, to_char(period, 'YYYY-MM') as month, code, sum(received)::integer as received,
       sum(assessed)::integer as assessed, sum(verified)::integer as verified
     from monitoring.tallies
     where dimension = 'time' or dimension in ('region', 'bias') and period >= $2
     group by 1, 2, 3
     union all
     select dimension, '', code, sum(received)::integer, sum(assessed)::integer, sum(verified)::integer
     from monitoring.tallies
     where dimension in ('region', 'type', 'bias', 'target_group', 'stage', 'flag') and period >= $1
     group by 1, 2, 3
     order by 1, 2, 3`,
    [
      today.subtract({ months: 11 }).with({ day: 1 }).toString(),
      today.subtract({ years: 6 }).with({ day: 1 }).toString(),
    ],
  )
