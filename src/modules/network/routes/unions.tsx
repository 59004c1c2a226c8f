import type { Context } from 'hono'
import * as z from 'zod'
import type { Tx } from '#platform/database/scope.ts'
import { signedIn } from '#platform/http/access.ts'
import type { UmbrellaEnv } from '#platform/http/context.ts'
import { authorize, found } from '#platform/http/errors.ts'
import { readForm } from '#platform/http/form.ts'
import { idParam } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { isInside } from '#platform/http/viewer.ts'
import type { Refusal } from '#platform/refusal.ts'
import {
  confirmUnion,
  describeConstituent,
  type Edge,
  endUnion,
  stateUnion,
} from '../actions/change-union.ts'
import { readDirectoryAsk } from '../forms/directory.ts'
import { constituentForm } from '../forms/organisation.ts'
import { NewConstituentPage, UnionEndPage } from '../pages/constituent.tsx'
import { UnionPage } from '../pages/union.tsx'
import { canAlterOrganisation } from '../policy/organisations.ts'
import { directoryPage } from '../queries/directory.ts'
import { organisationProfile, type ProfileView } from '../queries/organisation-profile.ts'
import { type EdgeView, edgesOf } from '../queries/unions.ts'

type C = Context<UmbrellaEnv>

const childForm = z.object({ child: z.uuid() })
const mostFound = 10

async function ownView(c: C, tx: Tx): Promise<ProfileView> {
  const view = found(await organisationProfile(tx, idParam(c)))
  authorize(canAlterOrganisation(c.var.viewer, view))
  return view
}

// The words that are looked for stand in the address as everywhere: `?q=…`.
async function searchMembers(c: C, tx: Tx) {
  const { umbrella, locale, viewer } = c.var
  const asked = readDirectoryAsk(new URL(c.req.url).searchParams)
  if (asked.words.length === 0) return null
  const asker = { umbrella: umbrella.id, locale, inside: isInside(viewer) }
  return { words: asked.search, found: (await directoryPage(tx, asker, asked, mostFound)).entries }
}

async function showUnion(c: C, refusal?: Refusal) {
  const page = await c.var.read(async tx => {
    const view = await ownView(c, tx)
    return { view, edges: await edgesOf(tx, view.id), search: await searchMembers(c, tx) }
  })
  return c.var.page(<UnionPage {...page} refusal={refusal} />, { status: refusal ? 409 : 200 })
}

async function edgeOf(c: C, tx: Tx): Promise<{ view: ProfileView; edge: EdgeView; acting: Edge }> {
  const view = await ownView(c, tx)
  const [union, child] = [idParam(c, 'union'), idParam(c, 'child')]
  const edge = found(
    (await edgesOf(tx, view.id)).find(known => known.union === union && known.child === child),
  )
  return { view, edge, acting: { union, child, member: view.membership } }
}

export const unionRoutes = umbrellaRoutes()
  .get('/organisations/:id/union', signedIn, c => showUnion(c))

  .post('/organisations/:id/constituents', signedIn, async c => {
    const form = await readForm(c, childForm)
    const outcome = await c.var.write(async tx => {
      const view = await ownView(c, tx)
      const child = found(form.ok ? await organisationProfile(tx, form.data.child) : null)
      return stateUnion(tx, { union: view.id, child: child.id, member: view.membership })
    })
    if (!outcome.ok) return showUnion(c, outcome)
    return c.var.seeOther(`/organisations/${idParam(c)}/union`, 'network.said.unionStated')
  })

  .get('/organisations/:id/constituents/new', signedIn, async c => {
    const view = await c.var.read(tx => ownView(c, tx))
    const { country } = view.profile
    return c.var.page(<NewConstituentPage view={view} values={{ country, kind: 'association' }} />)
  })

  .post('/organisations/:id/constituents/new', signedIn, async c => {
    const form = await readForm(c, constituentForm)
    const { view, outcome } = await c.var.write(async tx => {
      const own = await ownView(c, tx)
      const edge = { union: own.id, member: own.membership }
      return { view: own, outcome: form.ok ? await describeConstituent(tx, edge, form.data) : null }
    })
    if (outcome?.ok) return c.var.seeOther(`/organisations/${view.id}/union`, 'network.said.constituentAdded')
    const problems = form.ok ? [] : form.problems
    return c.var.page(
      <NewConstituentPage
        view={view}
        values={form.values}
        problems={problems}
        refusal={outcome ?? undefined}
      />,
      { status: outcome ? 409 : 422 },
    )
  })

  .post('/organisations/:id/unions/:union/:child/confirmation', signedIn, async c => {
    const outcome = await c.var.write(async tx => {
      const { acting, edge } = await edgeOf(c, tx)
      authorize(edge.mayConfirm)
      return confirmUnion(tx, acting)
    })
    if (!outcome.ok) return showUnion(c, outcome)
    return c.var.seeOther(`/organisations/${idParam(c)}/union`, 'network.said.unionConfirmed')
  })

  .get('/organisations/:id/unions/:union/:child/end', signedIn, async c => {
    const { view, edge } = await c.var.read(tx => edgeOf(c, tx))
    return c.var.page(<UnionEndPage view={view} edge={edge} />)
  })

  .post('/organisations/:id/unions/:union/:child/end', signedIn, async c => {
    const outcome = await c.var.write(async tx => endUnion(tx, (await edgeOf(c, tx)).acting))
    if (!outcome.ok) return showUnion(c, outcome)
    return c.var.seeOther(`/organisations/${idParam(c)}/union`, 'network.said.unionEnded')
  })
