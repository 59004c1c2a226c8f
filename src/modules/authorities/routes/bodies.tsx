import { allow, open, published } from '#platform/http/access.ts'
import { authorize, found } from '#platform/http/errors.ts'
import { type FormValues, type Problem, readForm } from '#platform/http/form.ts'
import { idParam } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { isCoordinator, isInside, isSignedIn } from '#platform/http/viewer.ts'
import { isRegion } from '#platform/places/index.ts'
import type { RefusalShown } from '#ui/index.ts'
import { addBody, alterBody } from '../actions/keep-body.ts'
import { bodyForm, bodyValues } from '../forms/bodies.ts'
import { BodiesPage } from '../pages/bodies.tsx'
import { BodyPage } from '../pages/body.tsx'
import { BodyFormPage } from '../pages/body-form.tsx'
import { Impact } from '../pages/impact.tsx'
import { MaterialsOfBody } from '../pages/material-items.tsx'
import { canWriteLetters } from '../policy/letters.ts'
import { type BodiesAsk, type BodyView, findBodies, findBody } from '../queries/bodies.ts'
import { historyOf, possibleParents } from '../queries/body-history.ts'
import { impactOf } from '../queries/impact.ts'
import { listMaterials } from '../queries/materials.ts'
import { bodyKinds } from '../schema/bodies.ts'
import type { C } from './letter-of.ts'

export type Told = { values?: FormValues; problems?: Problem[]; refusal?: RefusalShown }

function askOf(c: C): BodiesAsk {
  const { q = '', kind, region } = c.req.query()
  return {
    words: q,
    kind: bodyKinds.find(one => one === kind) ?? null,
    country: null,
    region: region !== undefined && isRegion(region) ? region : null,
  }
}

// More stand on a page of their own.
const shownAtBody = 20

const fromOf = (c: C) => (/^\d{1,5}$/.test(c.req.query('from') ?? '') ? Number(c.req.query('from')) : 0)

export async function showBody(c: C, told: Told = {}, status: 200 | 422 = 200) {
  const read = await c.var.read(async tx => {
    const body = found(await findBody(tx, idParam(c)))
    const ask = { body: body.id, kind: null, from: 0 }
    const [history, impact] = [await historyOf(tx, body.id), await impactOf(tx, body.id)]
    return { body, history, impact, written: await listMaterials(tx, ask, shownAtBody) }
  })
  const { viewer } = c.var
  const may = { mayWrite: canWriteLetters(viewer), inside: isInside(viewer) }
  const impact = <Impact impact={read.impact} />
  const { materials, next } = read.written
  const published = (
    <MaterialsOfBody
      body={read.body.id}
      materials={materials}
      keeps={isCoordinator(viewer)}
      more={next !== null}
    />
  )
  return c.var.page(<BodyPage {...read} {...may} {...told} impact={impact} materials={published} />, {
    status,
  })
}

/** The body of the address, for those who may alter it. */
export async function ownBody(c: C): Promise<BodyView> {
  const body = found(await c.var.read(tx => findBody(tx, idParam(c))))
  authorize(body.mayAlter)
  return body
}

async function showForm(c: C, id: string | null, told: Told, status: 200 | 409 | 422 = 200) {
  const parents = await c.var.read(possibleParents)
  return c.var.page(<BodyFormPage id={id} parents={parents} values={{}} {...told} />, { status })
}

export const bodyRoutes = umbrellaRoutes()
  .get('/bodies', published, async c => {
    const [ask, from] = [askOf(c), fromOf(c)]
    const read = await c.var.readOnce(tx => findBodies(tx, ask, c.var.i18n.locale, from))
    return c.var.page(<BodiesPage {...{ ask, from, ...read }} mayAdd={isCoordinator(c.var.viewer)} />)
  })

  .get('/bodies/new', allow(isCoordinator), c => showForm(c, null, {}))

  .post('/bodies', allow(isCoordinator), async c => {
    const form = await readForm(c, bodyForm)
    if (!form.ok) return showForm(c, null, form, 422)
    const outcome = await c.var.write(tx => addBody(tx, form.data))
    if (!outcome.ok) return showForm(c, null, { values: form.values, refusal: outcome }, 409)
    return c.var.seeOther(`/bodies/${outcome.id}`, 'authorities.said.bodyAdded')
  })

  .get('/bodies/:id', open, c => showBody(c))

  .get('/bodies/:id/facts', allow(isSignedIn), async c => {
    const body = await ownBody(c)
    return showForm(c, body.id, { values: bodyValues(body) })
  })

  .post('/bodies/:id/facts', allow(isSignedIn), async c => {
    const { id, version } = await ownBody(c)
    const form = await readForm(c, bodyForm)
    if (!form.ok) return showForm(c, id, form, 422)
    const seen = Number(form.values.version) || version
    const outcome = await c.var.write(tx => alterBody(tx, id, seen, form.data))
    if (!outcome.ok) return showForm(c, id, { values: form.values, refusal: outcome }, 409)
    return c.var.seeOther(`/bodies/${id}`, 'authorities.said.bodySaved')
  })
