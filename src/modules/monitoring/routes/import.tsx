import { allow } from '#platform/http/access.ts'
import { authorize, found } from '#platform/http/errors.ts'
import { type FormValues, type Problem, readForm } from '#platform/http/form.ts'
import { idParam } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { isCoordinator } from '#platform/http/viewer.ts'
import type { Refusal } from '#platform/refusal.ts'
import { proposeUndo, undoObstacle } from '../actions/undo-import.ts'
import { undoForm } from '../forms/import.ts'
import { ImportPage } from '../pages/import.tsx'
import { ImportResultPage } from '../pages/import-result.tsx'
import { canSeeImports } from '../policy/imports.ts'
import { isMonitor } from '../policy/monitors.ts'
import { ownRecording } from '../queries/import-draft.ts'
import { findImport, listImports } from '../queries/imports.ts'
import type { C } from './incident-of.ts'

type Shown = { values?: FormValues; problems?: Problem[]; refusal?: Refusal }

async function showImport(c: C, status: 200 | 409 | 422 = 200, shown: Shown = {}) {
  const view = await c.var.read(async tx => {
    const held = found(await findImport(tx, idParam(c)))
    return { held, obstacle: await undoObstacle(tx, held.id) }
  })
  return c.var.page(<ImportResultPage {...view} mayUndo={isCoordinator(c.var.viewer)} {...shown} />, {
    status,
  })
}

export const importRoutes = umbrellaRoutes()
  .get('/incidents/import', allow(canSeeImports), async c => {
    const view = await c.var.read(async tx => ({
      imports: await listImports(tx),
      recording: await ownRecording(tx),
    }))
    return c.var.page(<ImportPage {...view} mayImport={isMonitor(c.var.viewer)} />)
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
