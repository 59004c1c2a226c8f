import type { Context } from 'hono'
import { published } from '#platform/http/access.ts'
import type { UmbrellaEnv } from '#platform/http/context.ts'
import { found, NotFound } from '#platform/http/errors.ts'
import { idParam } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { isCoordinator, isInside } from '#platform/http/viewer.ts'
import { MemberPage } from '../pages/member.tsx'
import { type MemberView, memberView, organisationView, organisationWhereabouts } from '../queries/member.ts'

function show(c: Context<UmbrellaEnv>, view: MemberView) {
  const { viewer } = c.var
  return c.var.page(<MemberPage view={view} inside={isInside(viewer)} coordinator={isCoordinator(viewer)} />)
}

// What an organisation has become stays: its old address is not asked for again.
const moved = (c: Context<UmbrellaEnv>, path: string) =>
  c.redirect(`/${c.var.i18n.lang}/${c.var.umbrella.slug}${path}`, 301)

// A membership that a merge closed on its first day has no day of its own: another one tells the story.
async function becameOf(c: Context<UmbrellaEnv>, { membership, organisation }: MemberView) {
  if (!organisation || !membership || membership.since !== membership.until) return null
  const { membership: other } = await c.var.readOnce(tx => organisationWhereabouts(tx, organisation))
  return other !== membership.id ? other : null
}

export const memberRoutes = umbrellaRoutes()
  .get('/directory/:id', published, async c => {
    const signedIn = c.var.viewer.account !== null
    const view = found(await c.var.readOnce(tx => memberView(tx, idParam(c), signedIn)))
    const became = await becameOf(c, view)
    return became ? moved(c, `/directory/${became}`) : show(c, view)
  })

  // Organisations that are no members themselves: united by one, or written down by the asker.
  .get('/organisations/:id', published, async c => {
    const id = idParam(c)
    const signedIn = c.var.viewer.account !== null
    const { view, whereabouts } = await c.var.read(async tx => ({
      whereabouts: await organisationWhereabouts(tx, id),
      view: await organisationView(tx, id, signedIn),
    }))
    if (whereabouts.survivor) return moved(c, `/organisations/${whereabouts.survivor}`)
    if (whereabouts.membership) return c.var.seeOther(`/directory/${whereabouts.membership}`)
    if (!view) throw new NotFound()
    return show(c, view)
  })
