import type { Context } from 'hono'
import { mostRows, type OpenedFile, openFile, tableProblems, uploaded } from '#modules/network/index.ts'
import { allow } from '#platform/http/access.ts'
import type { UmbrellaEnv } from '#platform/http/context.ts'
import { authorize, found } from '#platform/http/errors.ts'
import { type FormValues, type Problem, readForm } from '#platform/http/form.ts'
import { idParam } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { isCoordinator } from '#platform/http/viewer.ts'
import type { Refusal } from '#platform/refusal.ts'
import { importChronicle } from '../actions/import-chronicle.ts'
import { proposeUndo, undoObstacle } from '../actions/undo-import.ts'
import { importForm, readMap, undoForm } from '../forms/import.ts'
import { fingerprint } from '../import/fingerprint.ts'
import type { IncidentMap } from '../import/incident-map.ts'
import { knownCodes } from '../import/known-codes.ts'
import { missingColumns, readIncidents } from '../import/read-incidents.ts'
import { gazetteer } from '../import/read-place.ts'
import { suggestMap } from '../import/suggest-map.ts'
import { ImportPage } from '../pages/import.tsx'
import { ImportResultPage } from '../pages/import-result.tsx'
import type { Trial } from '../pages/import-trial.tsx'
import { canSeeImports } from '../policy/imports.ts'
import { isMonitor } from '../policy/monitors.ts'
import { findImport, listImports } from '../queries/imports.ts'
import { ownCodes } from '../queries/terms.ts'

type C = Context<UmbrellaEnv>

type Shown = { values?: FormValues; problems?: Problem[]; refusal?: Refusal; trial?: Trial }

const show = async (c: C, status: 200 | 409 | 422 = 200, shown: Shown = {}) =>
  c.var.page(
    <ImportPage imports={await c.var.read(listImports)} mayImport={isMonitor(c.var.viewer)} {...shown} />,
    { status },
  )

const wrong = (
  c: C,
  values: FormValues,
  field: string,
  message: Problem['message'],
  of?: Problem['values'],
) => show(c, 422, { values, problems: [{ field, message, values: of }] })

async function tryOut(c: C, file: OpenedFile, map: IncidentMap): Promise<Trial> {
  const own = await c.var.read(ownCodes)
  const { summary, problems } = await readIncidents(file, map, knownCodes(own), gazetteer)
  return { summary, problems, usable: missingColumns(file, map).length === 0 }
}

async function record(c: C, bytes: Uint8Array, name: string, file: OpenedFile, map: IncidentMap) {
  const chronicle = { file, map, fingerprint: fingerprint(c.var.platform, file), by: 'page' } as const
  return c.var.write(tx => importChronicle(tx, { name, bytes }, chronicle))
}

async function showImport(c: C, status: 200 | 409 | 422 = 200, shown: Omit<Shown, 'trial'> = {}) {
  const view = await c.var.read(async tx => {
    const held = found(await findImport(tx, idParam(c)))
    return { held, obstacle: await undoObstacle(tx, held.id) }
  })
  return c.var.page(<ImportResultPage {...view} mayUndo={isCoordinator(c.var.viewer)} {...shown} />, {
    status,
  })
}

export const importRoutes = umbrellaRoutes()
  .get('/incidents/import', allow(canSeeImports), c => show(c))

  .post('/incidents/import', allow(isMonitor), async c => {
    const form = await readForm(c, importForm)
    const upload = await uploaded(c, 'file')
    if (!form.ok) return show(c, 422, { values: form.values, problems: form.problems })
    const { map: written, step } = form.data
    if (!upload) return wrong(c, form.values, 'file', 'monitoring.import.page.fileMissing')
    const read = written.trim() === '' ? null : readMap(written)
    if (read && !read.ok)
      return wrong(c, form.values, 'map', 'monitoring.import.page.mapWrong', { problem: read.problem })
    const bytes = new Uint8Array(await upload.arrayBuffer())
    const opened = openFile(bytes, { encoding: read?.map.encoding, delimiter: read?.map.delimiter })
    if (!opened.ok) {
      const { reason, row } = opened.problem
      return wrong(c, form.values, 'file', tableProblems[reason], { row, most: mostRows })
    }
    const map = read?.map ?? suggestMap(opened.file)
    const trial = await tryOut(c, opened.file, map)
    const values = { ...form.values, map: read ? written : JSON.stringify(map, null, 2) }
    if (step === 'try' || !read || !trial.usable) return show(c, trial.usable ? 200 : 422, { values, trial })
    const done = await record(c, bytes, upload.name, opened.file, map)
    return done.ok
      ? c.var.seeOther(`/incidents/import/${done.id}`)
      : show(c, 409, { values, refusal: done, trial })
  })

  .get('/incidents/import/:id', allow(canSeeImports), c => showImport(c))

  .post('/incidents/import/:id/undo', allow(canSeeImports), async c => {
    authorize(isCoordinator(c.var.viewer))
    const form = await readForm(c, undoForm)
    if (!form.ok) return showImport(c, 422, { values: form.values, problems: form.problems })
    const outcome = await c.var.write(async tx => {
      const held = found(await findImport(tx, idParam(c)))
      return proposeUndo(tx, c.var.viewer, held.id, form.data.reason)
    })
    if (!outcome.ok) return showImport(c, 409, { values: form.values, refusal: outcome })
    return c.var.seeOther('/acts')
  })
