import type { Tx } from '#platform/database/scope.ts'
import { pdfResponse } from '#platform/documents/index.ts'
import { fileResponse, findFile } from '#platform/files/index.ts'
import { allow, published } from '#platform/http/access.ts'
import { found } from '#platform/http/errors.ts'
import { idParam } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import type { RefusalShown } from '#ui/index.ts'
import { RealisationPage } from '../pages/realisation.tsx'
import type { NameableBy } from '../pages/realisation-group.tsx'
import { RealisationPledgesPage } from '../pages/realisation-pledges.tsx'
import { RealisationReportsPage } from '../pages/realisation-reports.tsx'
import { RealisationTasksPage } from '../pages/realisation-tasks.tsx'
import { RealisationsPage } from '../pages/realisations.tsx'
import { summaryPaper } from '../papers/summary.ts'
import { canSeeReceipts, canWork, couldJoin, ownInGroup } from '../policy/realisation.ts'
import { listRealisations, type RealisationView } from '../queries/realisation.ts'
import { receiptFile, resourcesOf } from '../queries/realisation-money.ts'
import { progressOf } from '../queries/realisation-progress.ts'
import { accountFile, accountOf } from '../queries/realisation-reports.ts'
import { milestonesOf, type Nameable, nameable, tasksOf } from '../queries/realisation-work.ts'
import { realisationStatuses } from '../schema/realisation.ts'
import { type C, realisationOf } from './realisation-desk.tsx'

type Shown = 200 | 409

async function nameableBy(c: C, tx: Tx, realisation: RealisationView): Promise<NameableBy> {
  const { viewer } = c.var
  const working = canWork(viewer, realisation) ? ownInGroup(viewer, realisation) : []
  const found = await nameable(tx, [...working, ...couldJoin(viewer, realisation)])
  const name = (one: Nameable) => c.var.i18n.text(one.name).value
  return {
    people: new Map(found.map(one => [one.membership, one.people])),
    names: new Map(found.map(one => [one.membership, name(one)])),
  }
}

/** The page of a realisation, with what a button on it was told. */
export async function showProgress(c: C, status: Shown = 200, refusal?: RefusalShown) {
  const { viewer } = c.var
  const props = await c.var.read(async tx => {
    const realisation = await realisationOf(c, tx)
    const progress = await progressOf(tx, realisation.id)
    return { realisation, ...progress, nameable: await nameableBy(c, tx, realisation) }
  })
  return c.var.page(<RealisationPage {...props} viewer={viewer} refusal={refusal} />, { status })
}

/** The page of tasks and milestones. */
export async function showTasks(c: C, status: Shown = 200, refusal?: RefusalShown) {
  const props = await c.var.read(async tx => {
    const realisation = await realisationOf(c, tx)
    const { id } = realisation
    return { realisation, tasks: await tasksOf(tx, id), milestones: await milestonesOf(tx, id) }
  })
  return c.var.page(<RealisationTasksPage {...props} viewer={c.var.viewer} refusal={refusal} />, { status })
}

/** The page of needs, pledges and money. */
export async function showPledges(c: C, status: Shown = 200, refusal?: RefusalShown) {
  const props = await c.var.read(async tx => {
    const realisation = await realisationOf(c, tx)
    return { realisation, resources: await resourcesOf(tx, realisation.id) }
  })
  return c.var.page(<RealisationPledgesPage {...props} viewer={c.var.viewer} refusal={refusal} />, { status })
}

async function showReports(c: C) {
  const props = await c.var.read(async tx => {
    const realisation = await realisationOf(c, tx)
    return { realisation, ...(await accountOf(tx, realisation.id)) }
  })
  return c.var.page(<RealisationReportsPage {...props} viewer={c.var.viewer} />)
}

async function sendFile(c: C, which: (tx: Tx, realisation: string, id: string) => Promise<string | null>) {
  const file = await c.var.read(async tx => {
    const { id } = await realisationOf(c, tx)
    return found(await findFile(tx, found(await which(tx, id, idParam(c)))))
  })
  return fileResponse(c.var.read, file)
}

async function sendSummary(c: C) {
  const { i18n, umbrella, platform } = c.var
  const paper = await c.var.read(async tx => {
    const realisation = await realisationOf(c, tx)
    const progress = await progressOf(tx, realisation.id)
    return summaryPaper({ realisation, ...progress }, i18n, umbrella, platform.config.origin)
  })
  return pdfResponse(paper, `${umbrella.slug}-${paper.name}`)
}

export const realisationRoutes = umbrellaRoutes()
  .get('/realisations', published, async c => {
    const status = realisationStatuses.find(one => one === c.req.query('status')) ?? null
    const list = await c.var.read(tx => listRealisations(tx, status))
    return c.var.page(<RealisationsPage list={list} status={status} />)
  })
  .get('/realisations/:number', published, c => showProgress(c))
  .get('/realisations/:number/tasks', published, c => showTasks(c))
  .get('/realisations/:number/pledges', published, c => showPledges(c))
  .get('/realisations/:number/reports', published, showReports)
  .get('/realisations/:number/summary', published, sendSummary)
  .get('/realisations/:number/files/:id', published, c => sendFile(c, accountFile))
  .get('/realisations/:number/receipts/:id', allow(canSeeReceipts), c => sendFile(c, receiptFile))
