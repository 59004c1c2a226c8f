import { openVault } from '#modules/people/index.ts'
import { NotFound } from '#platform/http/errors.ts'
import { checkForm, type FormValues } from '#platform/http/form.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { refuse } from '#platform/refusal.ts'
import { openReport } from '../actions/open-reports.ts'
import { incidentOfReports, reportsToKnown } from '../actions/report-to-incident.ts'
import { chosenReports, readIncidentOfReports, readKnownIncident } from '../forms/intake.ts'
import { reasonForm } from '../forms/parts.ts'
import { IncidentOfReportsPage, type IncidentOfReportsProps } from '../pages/incident-of-reports.tsx'
import { findIncident } from '../queries/incident.ts'
import { type ReportLine, reportsNamed } from '../queries/report-list.ts'
import type { ReportInside } from '../queries/reports.ts'
import { vocabularyOf } from '../queries/vocabulary.ts'
import type { C } from './incident-of.ts'
import { monitors } from './monitors.ts'

const lists = ['source_kinds', 'source_links', 'date_precisions', 'priority']

type Desk = Pick<IncidentOfReportsProps, 'reports' | 'vocabulary'>

/** The reports that were chosen, all of them to be found. */
async function deskOf(c: C, given: unknown): Promise<Desk> {
  const ids = chosenReports(given)
  const desk = await c.var.read(async tx => ({
    reports: await reportsNamed(tx, ids),
    vocabulary: await vocabularyOf(tx, lists),
  }))
  if (desk.reports.length !== ids.length) throw new NotFound()
  return desk
}

// What lies in the open is known already, as exactly as it was told.
function knownFacts(reports: readonly ReportLine[]): FormValues {
  const known = reports.find(({ month }) => month !== null)
  const kinds = reports.map((_, n) => [`kind_${n}`, 'direct'])
  return {
    ...Object.fromEntries(kinds),
    month: known?.month?.slice(0, 7) ?? '',
    monthUntil: known?.monthUntil?.slice(0, 7) ?? '',
    precision: known?.precision ?? 'exact',
    region: reports.find(({ region }) => region !== null)?.region ?? '',
  }
}

// The first day and the first town that any of them tells; the monitor corrects it.
function toldFacts(opened: readonly (ReportInside | null)[]): FormValues {
  const told = opened.flatMap(inside => inside?.answers ?? [])
  const days = told.flatMap(({ when }) => ('day' in when ? when.day : []))
  return { day: days[0] ?? '', place: told.find(({ where }) => where.town !== '')?.where.town ?? '' }
}

type Shown = Partial<IncidentOfReportsProps>

async function show(c: C, desk: Desk, shown: Shown = {}, status: 200 | 409 | 422 = 200) {
  if (desk.reports.length === 0) return c.var.seeOther('/reports')
  const values = { ...knownFacts(desk.reports), ...shown.values }
  return c.var.page(<IncidentOfReportsPage {...desk} {...shown} values={values} />, { status })
}

async function openBeside(c: C) {
  const desk = await deskOf(c, c.req.queries('report'))
  const form = checkForm(await c.req.parseBody(), reasonForm)
  if (!form.ok) {
    const { values, problems } = form
    return show(c, desk, { returned: 'opening', values, problems }, 422)
  }
  const vault = await openVault(c)
  if (vault instanceof Response) return vault
  const opened = await c.var.write(async tx => {
    const inside: (ReportInside | null)[] = []
    for (const { recordId } of desk.reports)
      inside.push(await openReport(tx, vault, recordId, form.data.reason))
    return inside
  })
  return show(c, desk, { opened, values: toldFacts(opened) })
}

export const incidentOfReportsRoutes = umbrellaRoutes()
  .get('/reports/incident', monitors, async c => show(c, await deskOf(c, c.req.queries('report'))))

  // Whoever comes back from opening their vault finds the same reports, closed.
  .get('/reports/incident/opening', monitors, async c => show(c, await deskOf(c, c.req.queries('report'))))
  .post('/reports/incident/opening', monitors, openBeside)

  .post('/reports/incident', monitors, async c => {
    const body = await c.req.parseBody({ all: true })
    const desk = await deskOf(c, body.report)
    const { values, problems, given } = readIncidentOfReports(body, desk.vocabulary, desk.reports)
    if (!given) return show(c, desk, { returned: 'new', values, problems }, 422)
    const outcome = await c.var.write(tx => incidentOfReports(tx, given.facts, given.tellings))
    if (outcome.ok) return c.var.seeOther(`/incidents/${outcome.code}`, 'monitoring.said.incidentRecorded')
    return show(c, desk, { returned: 'new', values, refusal: outcome }, 409)
  })

  .post('/reports/incident/known', monitors, async c => {
    const body = await c.req.parseBody({ all: true })
    const desk = await deskOf(c, body.report)
    const { values, problems, given } = readKnownIncident(body, desk.vocabulary, desk.reports)
    if (!given) return show(c, desk, { returned: 'known', values, problems }, 422)
    const outcome = await c.var.write(async tx => {
      const incident = await findIncident(tx, given.code)
      if (!incident) return refuse('monitoring.incident.refusal.originalUnknown')
      return reportsToKnown(tx, incident.id, given.tellings)
    })
    if (outcome.ok) return c.var.seeOther(`/incidents/${given.code}`, 'monitoring.said.reportsJoined')
    return show(c, desk, { returned: 'known', values, refusal: outcome }, 409)
  })
