import { pdfResponse } from '#platform/documents/index.ts'
import { published } from '#platform/http/access.ts'
import { found, NotFound } from '#platform/http/errors.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { datasetJsonLd } from '../exports/dataset.ts'
import { statisticsCsv, statisticsJson } from '../exports/statistics.ts'
import { statisticsPaper } from '../papers/statistics.ts'
import { pictureNames, pictureOf } from '../pictures/pictures.ts'
import { dimensions, releasedCells } from '../queries/published-cells.ts'
import { listReleases } from '../queries/releases.ts'
import { comparisons, statisticsUpTo } from '../queries/statistics.ts'
import { wordsOf } from '../queries/words.ts'
import { releaseMonthsOf } from '../rules.ts'
import { type C, releaseParam } from './statistics.tsx'

const fileName = (c: C, number: number, name: string) =>
  `attachment; filename="${c.var.umbrella.slug}-statistics-${number}-${name}"`

const cellsOf = (c: C) =>
  c.var.read(async tx => {
    const number = releaseParam(c)
    const release = found((await listReleases(tx)).find(one => one.number === number))
    return { release, cells: await releasedCells(tx, number), words: await wordsOf(tx) }
  })

const coalitionOf = ({ var: { i18n, umbrella } }: C) => ({
  coalition: i18n.text(umbrella.name).value,
  country: umbrella.country,
})

/** What is published, as files. Their addresses stay, and so does what they say of a release. */
export const statisticsFileRoutes = umbrellaRoutes()
  .get('/statistics/dataset.jsonld', published, async c => {
    const { umbrella, platform } = c.var
    const site = { umbrella, origin: platform.config.origin }
    const { releases, rule } = await c.var.read(async tx => ({
      releases: await listReleases(tx),
      rule: await releaseMonthsOf(tx),
    }))
    return c.body(JSON.stringify(datasetJsonLd(site, releases, rule.value)), 200, {
      'Content-Type': 'application/ld+json',
    })
  })

  .get('/statistics/:release/data.csv', published, async c =>
    c.body(statisticsCsv(c.var.i18n, await cellsOf(c)), 200, {
      'Content-Type': 'text/csv; charset=utf-8; header=present',
      'Content-Disposition': fileName(c, releaseParam(c), 'data.csv'),
    }),
  )

  .get('/statistics/:release/data.json', published, async c =>
    c.body(JSON.stringify(statisticsJson(c.var.i18n, await cellsOf(c))), 200, {
      'Content-Type': 'application/json',
      'Content-Disposition': fileName(c, releaseParam(c), 'data.json'),
    }),
  )

  .get('/statistics/:release/report.pdf', published, async c => {
    const { i18n, umbrella, platform } = c.var
    const given = await c.var.read(async tx => {
      const statistics = found(await statisticsUpTo(tx, releaseParam(c), dimensions))
      return { ...statistics, ...(await comparisons(tx)), country: umbrella.country }
    })
    const paper = await statisticsPaper(given, i18n, umbrella, platform.config.origin)
    return pdfResponse(paper, `${umbrella.slug}-${paper.name}`)
  })

  .get('/statistics/:release/:picture', published, async c => {
    const number = releaseParam(c)
    const name = pictureNames.find(one => `${one}.svg` === c.req.param('picture'))
    if (!name) throw new NotFound()
    const statistics = found(await c.var.read(tx => statisticsUpTo(tx, number, dimensions)))
    const picture = found(await pictureOf(c.var.i18n, name, statistics, coalitionOf(c)))
    // Saved, not opened here: as a page it would lose its colours to the rules that protect pages.
    return c.body(picture, 200, {
      'Content-Type': 'image/svg+xml; charset=utf-8',
      'Content-Disposition': fileName(c, number, `${name}.svg`),
    })
  })
