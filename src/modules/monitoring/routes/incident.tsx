import { openVault } from '#modules/people/index.ts'
import { readForm } from '#platform/http/form.ts'
import { idParam } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { addResponse, strikeResponse } from '../actions/authority-responses.ts'
import { changeFacts } from '../actions/change-facts.ts'
import { openSealed } from '../actions/open-sealed.ts'
import { verifyIncident } from '../actions/verify-incident.ts'
import { factsForm } from '../forms/incidents.ts'
import { reasonForm } from '../forms/parts.ts'
import { responseForm, verificationForm } from '../forms/work.ts'
import { FactsPage } from '../pages/facts.tsx'
import { IncidentPage } from '../pages/incident.tsx'
import { type IncidentView, placesOf } from '../queries/incident.ts'
import { vocabularyOf } from '../queries/vocabulary.ts'
import { at, type C, incidentOf } from './incident-of.ts'
import { incidentFacts, showIncident } from './incident-page.tsx'
import { monitors } from './monitors.ts'

const written = (month: string | null) => month?.slice(0, 7) ?? ''

const valuesOf = ({ month, monthUntil, precision, region, priority }: IncidentView) => ({
  month: written(month),
  monthUntil: written(monthUntil),
  precision,
  region: region ?? '',
  priority: priority ?? '',
})

const factsOf = (c: C) =>
  c.var.read(async tx => ({
    incident: await incidentOf(c, tx),
    vocabulary: await vocabularyOf(tx, ['date_precisions', 'priority']),
  }))

export const incidentRoutes = umbrellaRoutes()
  .get('/incidents/:code', monitors, c => showIncident(c))

  // Nothing is redirected: what was opened is in this one answer and nowhere else.
  .post('/incidents/:code/opening', monitors, async c => {
    const form = await readForm(c, reasonForm)
    if (!form.ok) return showIncident(c, 422, { form: { name: 'opening', ...form } })
    const vault = await openVault(c)
    if (vault instanceof Response) return vault
    const facts = await c.var.write(async tx => {
      const incident = await incidentOf(c, tx)
      const opened = await openSealed(tx, vault, placesOf(incident), form.data.reason)
      return { ...(await incidentFacts(c, tx)), opened }
    })
    return c.var.page(<IncidentPage {...facts} />)
  })

  .get('/incidents/:code/facts', monitors, async c => {
    const { incident, vocabulary } = await factsOf(c)
    return c.var.page(<FactsPage code={incident.code} vocabulary={vocabulary} values={valuesOf(incident)} />)
  })

  .post('/incidents/:code/facts', monitors, async c => {
    const { incident, vocabulary } = await factsOf(c)
    const form = await readForm(c, factsForm(vocabulary))
    const outcome = form.ok ? await c.var.write(tx => changeFacts(tx, incident.id, form.data)) : null
    if (outcome?.ok) return c.var.seeOther(at(c), 'monitoring.said.factsChanged')
    const shown = outcome ? { refusal: outcome } : { problems: form.ok ? [] : form.problems }
    const page = <FactsPage code={incident.code} vocabulary={vocabulary} values={form.values} {...shown} />
    return c.var.page(page, { status: outcome ? 409 : 422 })
  })

  .post('/incidents/:code/verification', monitors, async c => {
    const form = await readForm(c, verificationForm)
    if (!form.ok) return showIncident(c, 422, { form: { name: 'verification', ...form } })
    const outcome = await c.var.write(async tx =>
      verifyIncident(tx, await incidentOf(c, tx), form.data.level),
    )
    if (outcome.ok) return c.var.seeOther(at(c), 'monitoring.said.incidentVerified')
    const asked = { name: 'verification' as const, values: form.values, problems: [] }
    return showIncident(c, 409, { refusal: outcome, missing: outcome.missing, form: asked })
  })

  .post('/incidents/:code/responses', monitors, async c => {
    const { incident, vocabulary } = await c.var.read(async tx => ({
      incident: await incidentOf(c, tx),
      vocabulary: await vocabularyOf(tx, ['responses', 'actions', 'laws']),
    }))
    const form = await readForm(c, responseForm(vocabulary))
    if (!form.ok) return showIncident(c, 422, { form: { name: 'responses', ...form } })
    const outcome = await c.var.write(tx => addResponse(tx, incident.id, form.data))
    if (outcome.ok) return c.var.seeOther(at(c), 'monitoring.said.responseRecorded')
    const typed = { name: 'responses' as const, values: form.values, problems: [] }
    return showIncident(c, 409, { refusal: outcome, form: typed })
  })

  .post('/incidents/:code/responses/:response/mistake', monitors, async c => {
    const response = idParam(c, 'response')
    const outcome = await c.var.write(async tx => strikeResponse(tx, (await incidentOf(c, tx)).id, response))
    if (!outcome.ok) return showIncident(c, 409, { refusal: outcome })
    return c.var.seeOther(at(c), 'monitoring.said.responseStruck')
  })
