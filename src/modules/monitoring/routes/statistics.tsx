import type { Context } from 'hono'
import { published } from '#platform/http/access.ts'
import type { UmbrellaEnv } from '#platform/http/context.ts'
import { found, NotFound } from '#platform/http/errors.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { NoStatisticsPage, releasePath, StatisticsPage } from '../pages/statistics.tsx'
import { StatisticsMapPage } from '../pages/statistics-map.tsx'
import type { Shared } from '../pages/statistics-sections.tsx'
import { type Dimension, dimensions } from '../queries/published-cells.ts'
import { comparisons, type Statistics, statisticsUpTo } from '../queries/statistics.ts'
import { standings } from '../schema/releases.ts'
import { mapCountries } from '../statistics/regions.ts'

export type C = Context<UmbrellaEnv>

/** The number of a release in the address; anything else leads nowhere. */
export function releaseParam(c: C): number {
  const asked = c.req.param('release') ?? ''
  if (!/^[1-9]\d{0,5}$/.test(asked)) throw new NotFound()
  return Number(asked)
}

const oneOf = <T extends string>(known: readonly T[], asked: string | undefined): T | null =>
  known.find(one => one === asked) ?? null

const forMap: readonly Dimension[] = ['total', 'region', 'bias', 'bias_region']

async function load(c: C, number: number | null, which: readonly Dimension[]) {
  const read = await c.var.read(async tx => {
    const statistics = await statisticsUpTo(tx, number, which)
    return statistics && { ...statistics, ...(await comparisons(tx)) }
  })
  return read && { ...read, ...shared(c, read) }
}

const shared = (c: C, { published: numbers }: Statistics) => ({
  year: oneOf(numbers.years(), c.req.query('year')),
  country: c.var.umbrella.country,
})

async function showMap(c: C, number: number | null): Promise<Response> {
  const statistics = await load(c, number, forMap)
  if (!statistics && number === null) return c.var.page(<NoStatisticsPage />)
  return showFound(c, found(statistics))
}

function showFound(c: C, statistics: Shared) {
  const ask = {
    standing: oneOf(standings, c.req.query('standing')) ?? 'verified',
    bias: oneOf(statistics.published.codes('bias'), c.req.query('bias')),
    of: oneOf(mapCountries, c.req.query('of')),
  } as const
  return c.var.page(<StatisticsMapPage {...statistics} {...ask} base={releasePath(statistics)} />)
}

/** What is published of the monitoring, for everybody: the newest release, and each by its address that stays. */
export const statisticsRoutes = umbrellaRoutes()
  .get('/statistics', published, async c => {
    const statistics = await load(c, null, dimensions)
    return c.var.page(statistics ? <StatisticsPage {...statistics} /> : <NoStatisticsPage />)
  })

  .get('/statistics/map', published, c => showMap(c, null))

  .get('/statistics/:release', published, async c => {
    const statistics = found(await load(c, releaseParam(c), dimensions))
    return c.var.page(<StatisticsPage {...statistics} />)
  })

  .get('/statistics/:release/map', published, c => showMap(c, releaseParam(c)))
