import { rows, type Tx } from '#platform/database/scope.ts'

/** How many members are where, as the asker may see them; of one field of work only when `field` is named. */
export type MapCounts = {
  total: number
  /** By ISO 3166-1 code. */
  countries: ReadonlyMap<string, number>
  /** By ISO 3166-2 code. */
  regions: ReadonlyMap<string, number>
  /** Fields of work in each region, those of most members first. */
  activity: ReadonlyMap<string, readonly { field: string; n: number }[]>
  /** Members by field of work, everywhere. */
  fields: ReadonlyMap<string, number>
}

type Counted = { facet: 'all' | 'country' | 'region' | 'field' | 'activity'; value: string; n: number }

/** Reads counts alone, however many members there are. */
export async function mapCounts(tx: Tx, umbrella: string, inside: boolean): Promise<MapCounts> {
  const counted = await rows<Counted>(
    tx,
    'directory.map',
    `select facet, value, n from network.directory_counts
     where umbrella_id = $1 and audience = $2 and facet in ('all', 'country', 'region', 'field', 'activity') and n > 0
     order by n desc, value`,
    [umbrella, inside ? 'inside' : 'public'],
  )
  const of = (facet: Counted['facet']) => counted.filter(row => row.facet === facet)
  const numbers = (facet: Counted['facet']) => new Map(of(facet).map(({ value, n }) => [value, n]))
  const activity = Map.groupBy(
    of('activity').map(({ value, n }) => {
      const [region, field] = value.split('/') as [string, string]
      return { region, field, n }
    }),
    ({ region }) => region,
  )
  return {
    total: numbers('all').get('') ?? 0,
    countries: numbers('country'),
    regions: numbers('region'),
    fields: numbers('field'),
    activity,
  }
}
