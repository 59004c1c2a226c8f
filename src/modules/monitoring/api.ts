import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { UmbrellaEnv } from '#platform/http/context.ts'
import { found } from '#platform/http/errors.ts'
import { datasetJsonLd } from './exports/dataset.ts'
import { releaseJson, statisticsJson } from './exports/statistics.ts'
import { releasedCells } from './queries/published-cells.ts'
import { listReleases } from './queries/releases.ts'
import { wordsOf } from './queries/words.ts'
import { releaseMonthsOf } from './rules.ts'
import { standings } from './schema/releases.ts'

const umbrella = z.object({
  umbrella: z.string().openapi({ description: 'Slug of the umbrella', example: 'international-union' }),
})

const release = z
  .object({
    number: z.int(),
    recordedUntil: z.iso.date().openapi({ description: 'Reports recorded until this day are counted' }),
    publishedAt: z.iso.datetime(),
    note: z.record(z.string(), z.string()).openapi({ description: 'Who monitors where, by BCP 47 tag' }),
    digest: z.string().openapi({ description: 'SHA-256 of the numbers of this release' }),
  })
  .openapi('StatisticsRelease')

const cell = z
  .object({
    release: z.int().openapi({ description: 'The release that counted it; no incident is counted by two' }),
    standing: z.enum(standings).openapi({ description: 'verified: V3 and V4; assessed: V2' }),
    dimension: z.string().openapi({ description: 'The table' }),
    period: z.string().openapi({ description: '2026, 2026-Q1 or 2026-03', example: '2026-Q1' }),
    code: z.string(),
    label: z.string(),
    region: z.string().openapi({ description: 'ISO 3166-2, in tables by two codes' }),
    status: z.enum(['shown', 'rounded', 'suppressed']),
    value: z.int().nullable().openapi({ description: 'Null where suppressed. Suppressed is never zero' }),
  })
  .openapi('StatisticsCell')

const statistics = z
  .object({ caveat: z.string(), licence: z.url(), release, cells: z.array(cell) })
  .openapi('Statistics')

const ok = <S extends z.ZodType>(schema: S, description: string) => ({
  200: { content: { 'application/json': { schema } }, description },
})
const missing = { 404: { description: 'There is no such release' } }

const list = createRoute({
  method: 'get',
  path: '/statistics',
  summary: 'Releases of monitoring statistics',
  description: 'Reports received, not prevalence.',
  request: { params: umbrella },
  responses: ok(
    z.object({ caveat: z.string(), releases: z.array(release) }).openapi('StatisticsReleases'),
    'The newest first',
  ),
})

const one = createRoute({
  method: 'get',
  path: '/statistics/{release}',
  summary: 'Everything published up to one release',
  description: 'Each release counts what none before it counted: add up to get totals.',
  request: { params: umbrella.extend({ release: z.coerce.number().int().positive().max(999_999) }) },
  responses: { ...ok(statistics, 'Every number of every table'), ...missing },
})

const dataset = createRoute({
  method: 'get',
  path: '/statistics/dataset',
  summary: 'The dataset and its versions as DCAT-AP in JSON-LD',
  request: { params: umbrella },
  responses: ok(z.object({ '@context': z.unknown() }).loose().openapi('StatisticsDataset'), 'JSON-LD'),
})

/** Reading `/api/v1/{umbrella}/statistics`: what the public pages show, as data. */
export const monitoringApi = new OpenAPIHono<UmbrellaEnv>()
  .openapi(list, async c => {
    const releases = await c.var.read(listReleases)
    const caveat = c.var.i18n.t('monitoring.statistics.notPrevalence')
    return c.json({ caveat, releases: releases.map(face => release.parse(releaseJson(face))) }, 200)
  })

  .openapi(dataset, async c => {
    const { umbrella: face, platform } = c.var
    const { releases, rule } = await c.var.read(async tx => ({
      releases: await listReleases(tx),
      rule: await releaseMonthsOf(tx),
    }))
    return c.json(
      datasetJsonLd({ umbrella: face, origin: platform.config.origin }, releases, rule.value),
      200,
    )
  })

  .openapi(one, async c => {
    const { release: number } = c.req.valid('param')
    const given = await c.var.read(async tx => ({
      release: found((await listReleases(tx)).find(face => face.number === number)),
      cells: await releasedCells(tx, number),
      words: await wordsOf(tx),
    }))
    return c.json(statistics.parse(statisticsJson(c.var.i18n, given)), 200)
  })
