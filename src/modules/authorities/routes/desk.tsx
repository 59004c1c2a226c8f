import type { Context } from 'hono'
import * as z from 'zod'
import { signedIn } from '#platform/http/access.ts'
import type { Env } from '#platform/http/context.ts'
import { isId } from '#platform/http/params.ts'
import { installationRoutes, umbrellaRoutes } from '#platform/http/routes.ts'
import { withQuery } from '#ui/index.ts'
import { deskFilter } from '../forms/desk.ts'
import { DeskPage } from '../pages/desk.tsx'
import { type DeskItem, type DeskPlace, deskBodies, deskCounts, deskItems } from '../queries/desk.ts'
import { colleaguesOf } from '../queries/officers.ts'

const pageSize = 25

const instant = /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/

// `{instant}_{id}_{day}` of the last item of the page before; anything else is the first page.
function afterOf(c: Context<Env>): DeskPlace | null {
  const [at = '', id = '', due = ''] = (c.req.query('before') ?? '').split('_')
  if (!isId(id) || !instant.test(at)) return null
  return { due: z.iso.date().safeParse(due).data ?? null, at, id }
}

const nextOf = (c: Context<Env>, items: DeskItem[]) => {
  const last = items[pageSize - 1]
  return items.length > pageSize && last
    ? withQuery(c.req.url, { before: `${last.arrived}_${last.id}_${last.dueOn ?? ''}` })
    : null
}

/** The desk of people who answer for public bodies: one for all coalitions that write to them. */
export const deskRoutes = installationRoutes().get('/desk', signedIn, async c => {
  const filter = deskFilter(c.req.query())
  const view = await c.var.read(async tx => {
    const bodies = await deskBodies(tx, c.var.i18n.locale)
    if (bodies.length === 0) return { bodies, items: [], counts: [], colleagues: [] }
    const all = bodies.map(({ id }) => id)
    const asked = all.includes(filter.body) ? [filter.body] : all
    const wanted = { ...filter, bodies: asked, statuses: filter.status ? [filter.status] : [] }
    return {
      bodies,
      items: await deskItems(tx, wanted, afterOf(c), pageSize + 1),
      counts: await deskCounts(tx, all),
      colleagues: await colleaguesOf(tx, all),
    }
  })
  const page = (
    <DeskPage {...view} items={view.items.slice(0, pageSize)} filter={filter} next={nextOf(c, view.items)} />
  )
  return c.var.page(page)
})

/** The way to the desk from the menu of a coalition. */
export const deskFromUmbrella = umbrellaRoutes().get('/desk', signedIn, c => {
  const said = c.req.query('said')
  const query = said ? `?${new URLSearchParams({ said })}` : ''
  return c.redirect(`/${c.var.i18n.lang}/desk${query}`, 303)
})
