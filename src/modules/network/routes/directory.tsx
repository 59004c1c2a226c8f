import type { Context } from 'hono'
import { open, published } from '#platform/http/access.ts'
import type { UmbrellaEnv } from '#platform/http/context.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { spool, unspool } from '#platform/http/spool.ts'
import { isInside } from '#platform/http/viewer.ts'
import { directoryCsv, directoryJson } from '../exports/directory.ts'
import { isNarrowed, type MapName, mapNames, readDirectoryAsk } from '../forms/directory.ts'
import { DirectoryPage } from '../pages/directory.tsx'
import { DirectoryMapPage } from '../pages/directory-map.tsx'
import { directoryPage } from '../queries/directory.ts'
import { mapCounts } from '../queries/directory-map.ts'
import { suggestFilters } from '../search/suggest.ts'
import { fieldsOfWork } from '../vocabulary/fields-of-work.ts'

// The map of the umbrella's own country comes first; a coalition of another one begins with the countries.
function mapOf(c: Context<UmbrellaEnv>): MapName {
  const asked = c.req.query('of')
  return (
    mapNames.find(name => name === asked) ?? mapNames.find(name => name === c.var.umbrella.country) ?? 'EU'
  )
}

function asked(c: Context<UmbrellaEnv>) {
  const { umbrella, locale, viewer } = c.var
  return {
    asker: { umbrella: umbrella.id, locale, inside: isInside(viewer) },
    ask: readDirectoryAsk(new URL(c.req.url).searchParams),
  }
}

type Export = typeof directoryCsv | typeof directoryJson

// Made whole before it is sent: a slow reader must not keep a transaction open.
async function download(c: Context<UmbrellaEnv>, write: Export, type: 'csv' | 'json') {
  const { asker, ask } = asked(c)
  const kept = await c.var.read(tx => spool(write(tx, asker, ask)))
  return c.body(unspool(kept), 200, {
    'Content-Type': type === 'csv' ? 'text/csv; charset=utf-8; header=present' : 'application/json',
    'Content-Disposition': `attachment; filename="${c.var.umbrella.slug}-directory.${type}"`,
  })
}

export const directoryRoutes = umbrellaRoutes()
  .get('/directory', published, async c => {
    const { asker, ask } = asked(c)
    const read = isNarrowed(ask) ? c.var.read : c.var.readOnce
    const found = await read(tx => directoryPage(tx, asker, ask))
    const suggestions = suggestFilters(ask.words, found.counts, c.var.i18n)
    return c.var.page(<DirectoryPage ask={ask} found={found} suggestions={suggestions} />)
  })

  .get('/directory.csv', open, c => download(c, directoryCsv, 'csv'))
  .get('/directory.json', open, c => download(c, directoryJson, 'json'))

  .get('/directory/map', published, async c => {
    const { umbrella, viewer } = c.var
    const wanted = c.req.query('field')
    const field = fieldsOfWork.has(wanted) ? wanted : null
    const counts = await c.var.read(tx => mapCounts(tx, umbrella.id, isInside(viewer)))
    return c.var.page(<DirectoryMapPage map={mapOf(c)} field={field} counts={counts} />)
  })
