import { uploaded } from '#modules/network/index.ts'
import { fileResponse, findFile } from '#platform/files/index.ts'
import { allow, open, published } from '#platform/http/access.ts'
import { found } from '#platform/http/errors.ts'
import { type FormValues, type Problem, readForm } from '#platform/http/form.ts'
import { idParam } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { isCoordinator } from '#platform/http/viewer.ts'
import type { RefusalShown } from '#ui/index.ts'
import {
  addMaterial,
  changeMaterial,
  discardMaterial,
  publishMaterial,
  withdrawMaterial,
} from '../actions/keep-material.ts'
import { materialsCsv, publicMaterial } from '../exports/materials.ts'
import { materialForm, materialValues, materialWithdrawal, readMaterialsAsk } from '../forms/materials.ts'
import { MaterialFormPage, MaterialWithdrawalPage } from '../pages/material-form.tsx'
import { MaterialsPage } from '../pages/materials.tsx'
import { findBody } from '../queries/bodies.ts'
import { findMaterial, listMaterials, publishedMaterials } from '../queries/materials.ts'
import type { C } from './letter-of.ts'
import { homeOf } from './register.tsx'

type Told = { values: FormValues; problems?: Problem[]; refusal?: RefusalShown }
type Status = 200 | 409 | 422

const material = async (c: C) => found(await c.var.read(tx => findMaterial(tx, idParam(c))))

async function showNew(c: C, told: Told, status: Status = 200) {
  const body = found(await c.var.read(tx => findBody(tx, idParam(c))))
  return c.var.page(<MaterialFormPage body={body} material={null} {...told} />, { status })
}

async function showFacts(c: C, told?: Told, status: Status = 200) {
  const shown = await material(c)
  const values = told?.values ?? materialValues(shown)
  return c.var.page(<MaterialFormPage body={shown.body} material={shown} {...told} values={values} />, {
    status,
  })
}

async function showWithdrawal(c: C, told: Told, status: Status = 200) {
  const shown = await material(c)
  return c.var.page(<MaterialWithdrawalPage body={shown.body} material={shown} {...told} />, { status })
}

const placeOf = async (c: C) => `/bodies/${(await material(c)).body.id}#materials`

export const materialRoutes = umbrellaRoutes()
  .get('/materials', published, async c => {
    const ask = readMaterialsAsk(c.req.query())
    const read = await c.var.readOnce(tx => listMaterials(tx, ask))
    return c.var.page(<MaterialsPage ask={ask} {...read} keeps={isCoordinator(c.var.viewer)} />)
  })

  .get('/materials.csv', open, async c => {
    const all = await c.var.read(tx => publishedMaterials(tx, readMaterialsAsk(c.req.query())))
    return c.body(materialsCsv(all, { i18n: c.var.i18n, home: homeOf(c) }), 200, {
      'Content-Type': 'text/csv; charset=utf-8; header=present',
      'Content-Disposition': `attachment; filename="${c.var.umbrella.slug}-materials.csv"`,
    })
  })

  .get('/materials.json', open, async c => {
    const all = await c.var.read(tx => publishedMaterials(tx, readMaterialsAsk(c.req.query())))
    return c.json(all.map(one => publicMaterial(one, homeOf(c))))
  })

  .get('/bodies/:id/materials/new', allow(isCoordinator), c => showNew(c, { values: { lang: c.var.locale } }))

  .post('/bodies/:id/materials', allow(isCoordinator), async c => {
    const [form, file] = [await readForm(c, materialForm), await uploaded(c, 'file')]
    if (!form.ok) return showNew(c, form, 422)
    const outcome = await c.var.write(async tx =>
      addMaterial(
        tx,
        found(await findBody(tx, idParam(c))).id,
        form.data,
        file && { name: file.name, bytes: file },
      ),
    )
    if (!outcome.ok) return showNew(c, { values: form.values, refusal: outcome }, 409)
    return c.var.seeOther(`/bodies/${idParam(c)}#materials`, 'authorities.said.materialAdded')
  })

  .get('/materials/:id/facts', allow(isCoordinator), c => showFacts(c))

  .post('/materials/:id/facts', allow(isCoordinator), async c => {
    const [form, file] = [await readForm(c, materialForm), await uploaded(c, 'file')]
    if (!form.ok) return showFacts(c, form, 422)
    const { id } = await material(c)
    const handedIn = file && { name: file.name, bytes: file }
    const outcome = await c.var.write(tx => changeMaterial(tx, id, form.data, handedIn))
    if (!outcome.ok) return showFacts(c, { values: form.values, refusal: outcome }, 409)
    return c.var.seeOther(await placeOf(c), 'authorities.said.materialSaved')
  })

  .post('/materials/:id/publication', allow(isCoordinator), async c => {
    const { id } = await material(c)
    const outcome = await c.var.write(tx => publishMaterial(tx, id))
    if (!outcome.ok) return showFacts(c, { values: materialValues(await material(c)), refusal: outcome }, 409)
    return c.var.seeOther(await placeOf(c), 'authorities.said.materialPublished')
  })

  .get('/materials/:id/withdrawal', allow(isCoordinator), c => showWithdrawal(c, { values: {} }))

  .post('/materials/:id/withdrawal', allow(isCoordinator), async c => {
    const form = await readForm(c, materialWithdrawal)
    if (!form.ok) return showWithdrawal(c, form, 422)
    const { id } = await material(c)
    const outcome = await c.var.write(tx => withdrawMaterial(tx, id, form.data.reason))
    if (!outcome.ok) return showWithdrawal(c, { values: form.values, refusal: outcome }, 409)
    return c.var.seeOther(await placeOf(c), 'authorities.said.materialWithdrawn')
  })

  .post('/materials/:id/removal', allow(isCoordinator), async c => {
    const { id, body } = await material(c)
    const outcome = await c.var.write(tx => discardMaterial(tx, id))
    if (!outcome.ok) return showFacts(c, { values: materialValues(await material(c)), refusal: outcome }, 409)
    return c.var.seeOther(`/bodies/${body.id}#materials`, 'authorities.said.materialDiscarded')
  })

  .get('/materials/:id/file', open, async c => {
    const { fileId } = await material(c)
    const file = await c.var.read(tx => findFile(tx, found(fileId)))
    return fileResponse(c.var.read, found(file))
  })
