import { networkFigures } from '#modules/network/index.ts'
import { open, published } from '#platform/http/access.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { emblemFile } from '#ui/index.ts'
import { UmbrellaPage } from '../pages/umbrella.tsx'

/** `/{locale}/{umbrella}`: the coalition's front page, and its emblem as a file that browsers keep while it is the same. */
export const frontRoutes = () =>
  umbrellaRoutes()
    .get('/', published, async c => {
      // Only its coordinators get here before it is settled, and that is what they have to do.
      if (!c.var.umbrella.settled) return c.var.seeOther('/first-run')
      const figures = await c.var.read(networkFigures)
      const canJoin = c.var.viewer.capacities.length === 0
      return c.var.page(<UmbrellaPage umbrella={c.var.umbrella} figures={figures} canJoin={canJoin} />)
    })

    .get('/emblem/:version', open, c => {
      const { version, svg } = emblemFile(c.var.umbrella.emblem)
      const current = c.req.param('version') === version
      c.header('Cache-Control', current ? 'public, max-age=31536000, immutable' : 'no-cache')
      return c.body(svg, 200, { 'Content-Type': 'image/svg+xml; charset=utf-8' })
    })
