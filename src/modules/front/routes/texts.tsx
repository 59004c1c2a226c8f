import { open } from '#platform/http/access.ts'
import { found } from '#platform/http/errors.ts'
import { installationRoutes } from '#platform/http/routes.ts'
import packageFile from '../../../../package.json' with { type: 'json' }
import { SourcePage, type TextName, TextPageView } from '../pages/texts.tsx'
import { sourceArchive } from '../source-archive.ts'

const names: TextName[] = ['about', 'accessibility', 'privacy']

/** What the footer leads to. */
export const textRoutes = () => {
  const routes = installationRoutes()
  for (const name of names) routes.get(`/${name}`, open, c => c.var.page(<TextPageView name={name} />))
  return routes
    .get('/source', open, async c => {
      const archive = (await sourceArchive()) !== null
      return c.var.page(<SourcePage version={packageFile.version} archive={archive} />)
    })
    .get('/source.tar.gz', open, async c => {
      const archive = found(await sourceArchive())
      return c.body(archive, 200, {
        'Content-Type': 'application/gzip',
        'Content-Disposition': `attachment; filename="parasol-${packageFile.version}.tar.gz"`,
      })
    })
}
