import { rows, type Tx } from '#platform/database/scope.ts'
import type { Standing } from '../schema/releases.ts'

/** The fixed tables; bias by region, which is read where it is shown, stands apart. */
export const dimensions = [
  'total',
  'time',
  'time_rough',
  'region',
  'type',
  'bias',
  'target_group',
  'stage',
  'flag',
] as const
export type Dimension = (typeof dimensions)[number] | 'bias_region'

/** What all releases up to one published of one number: the sum of what is shown, and how many parts are hidden. */
export type PublishedCell = {
  standing: Standing
  dimension: Dimension
  period: string
  code: string
  region: string
  value: number | null
  hidden: number
}

/** The numbers of some tables as all releases up to `number` published them. Each counts what none before it counted. */
export const publishedUpTo = (
  tx: Tx,
  number: number,
  which: readonly Dimension[],
): Promise<PublishedCell[]> =>
  rows(
    tx,
    'monitoring.publishedUpTo',
    `select c.standing, c.dimension, c.period, c.code, c.region, sum(c.value)::integer as value,
       count(*) filter (where c.status = 'suppressed')::integer as hidden
     from monitoring.releases r join monitoring.release_cells c on c.umbrella_id = r.umbrella_id and c.release_id = r.id
     where r.number <= $1 and c.dimension = any ($2)
     group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5`,
    [number, which],
  )

/** One number of one release, exactly as it was published. */
export type ReleasedCell = {
  release: number
  standing: Standing
  dimension: Dimension
  period: string
  code: string
  region: string
  status: 'shown' | 'rounded' | 'suppressed'
  value: number | null
}

/** All numbers of all releases up to `number`, for downloads. */
export const releasedCells = (tx: Tx, number: number): Promise<ReleasedCell[]> =>
  rows(
    tx,
    'monitoring.releasedCells',
    `select r.number as release, c.standing, c.dimension, c.period, c.code, c.region, c.status, c.value
     from monitoring.releases r join monitoring.release_cells c on c.umbrella_id = r.umbrella_id and c.release_id = r.id
     where r.number <= $1 order by 1, 2 desc, 3, 4, 5, 6`,
    [number],
  )
