import { mostRows, openFile, tableProblems, uploaded } from '#modules/network/index.ts'
import { allow } from '#platform/http/access.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { isCoordinator } from '#platform/http/viewer.ts'
import { refuse } from '#platform/refusal.ts'
import { importBodies } from '../actions/import-bodies.ts'
import { readBodies } from '../import/read-bodies.ts'
import { BodyImportPage } from '../pages/body-import.tsx'
import type { C } from './letter-of.ts'

const told = (c: C, props: Parameters<typeof BodyImportPage>[0], status: 200 | 422) =>
  c.var.page(<BodyImportPage {...props} />, { status })

export const bodyImportRoutes = umbrellaRoutes()
  .get('/bodies/import', allow(isCoordinator), c => c.var.page(<BodyImportPage />))

  .post('/bodies/import', allow(isCoordinator), async c => {
    const file = await uploaded(c, 'file')
    if (!file) return told(c, { refusal: refuse('platform.file.empty') }, 422)
    const opened = openFile(new Uint8Array(await file.arrayBuffer()), {})
    if (!opened.ok) {
      const { reason, row } = opened.problem
      return told(c, { refusal: refuse(tableProblems[reason], { row, most: mostRows }) }, 422)
    }
    const tried = (await c.req.parseBody({ all: true })).dryRun === 'yes'
    const outcome = await c.var.write(tx => importBodies(tx, readBodies(opened.file), tried))
    if (outcome.problems.length > 0) return told(c, { outcome }, 422)
    if (tried) return told(c, { outcome, tried }, 200)
    return c.var.seeOther('/bodies', 'authorities.said.bodyImported')
  })
