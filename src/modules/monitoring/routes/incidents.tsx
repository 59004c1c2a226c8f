import type { Tx } from '#platform/database/scope.ts'
import { checkForm, type FormValues, type Problem } from '#platform/http/form.ts'
import { isId } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { isRegion } from '#platform/places/index.ts'
import { recordIncident } from '../actions/record-incident.ts'
import type { Vocabulary } from '../coding/vocabulary.ts'
import { intakeOf, newIncidentForm, sourceForm } from '../forms/incidents.ts'
import { IncidentsPage } from '../pages/incidents.tsx'
import { NewIncidentPage, type NewIncidentProps } from '../pages/new-incident.tsx'
import { incidentWithText } from '../queries/duplicates.ts'
import { type IncidentFilter, type IncidentKey, listIncidents, waitings } from '../queries/incidents.ts'
import { vocabularyOf } from '../queries/vocabulary.ts'
import { verifications } from '../schema/incidents.ts'
import type { C } from './incident-of.ts'
import { monitors } from './monitors.ts'

const listVocabularies = ['verification', 'bias', 'types']
/** The vocabularies that the forms of sources and of new incidents need. */
const intakeVocabularies = ['source_kinds', 'source_links', 'priority']

const firstYear = 2014

function periodOf(choice: string | undefined, today: Temporal.PlainDate): IncidentFilter['period'] {
  const until = today.with({ day: 1 })
  const [, months] = /^(3|12)m$/.exec(choice ?? '') ?? []
  if (months)
    return {
      from: until.subtract({ months: Number(months) - 1 }).toString(),
      until: until.toString(),
    }
  const year = Number(choice)
  if (!Number.isInteger(year) || year < firstYear || year > today.year) return null
  return { from: `${year}-01-01`, until: `${year}-12-01` }
}

function afterOf(written: string | undefined): IncidentKey | null {
  const [month = '', id] = (written ?? '').split('_')
  if (!isId(id) || !/^(unknown|\d{4}-(0[1-9]|1[0-2])-01)$/.test(month)) return null
  return { month: month === 'unknown' ? null : month, id }
}

function filterOf(c: C, today: Temporal.PlainDate): IncidentFilter {
  const { region, bias, period, after } = c.req.query()
  return {
    waiting: waitings.find(one => one === c.req.query('waiting')) ?? null,
    verification: verifications.find(one => one === c.req.query('verification')) ?? null,
    region: region && isRegion(region) ? region : null,
    bias: bias && /^[\w.+-]{1,40}$/.test(bias) ? bias : null,
    period: periodOf(period, today),
    after: afterOf(after),
  }
}

const newPage = (c: C, props: NewIncidentProps, status: 200 | 409 | 422 = 200) =>
  c.var.page(<NewIncidentPage {...props} />, { status })

/** Both halves of the form are checked, so that every problem is named at once. */
async function readIncident(c: C, vocabulary: Vocabulary) {
  const body = await c.req.parseBody({ all: true })
  const intake = intakeOf(body.from)
  const facts = checkForm(body, newIncidentForm(vocabulary))
  const source = checkForm(body, sourceForm(intake, vocabulary))
  const problems: Problem[] = [...(source.ok ? [] : source.problems), ...(facts.ok ? [] : facts.problems)]
  const values: FormValues = facts.values
  const given = facts.ok && source.ok ? { ...facts.data, sources: [source.data] } : null
  return { intake, problems, values, given }
}

const archivedElsewhere = async (tx: Tx, { anyway, sources: [source] }: GivenIncident) =>
  anyway || !source?.hash ? null : incidentWithText(tx, source.hash)

type GivenIncident = NonNullable<Awaited<ReturnType<typeof readIncident>>['given']>

export const incidentsRoutes = umbrellaRoutes()
  .get('/incidents', monitors, async c => {
    const today = c.var.i18n.dayOf(Temporal.Now.instant())
    const filter = filterOf(c, today)
    const { list, vocabulary } = await c.var.read(async tx => ({
      list: await listIncidents(tx, filter),
      vocabulary: await vocabularyOf(tx, listVocabularies),
    }))
    const years = Array.from({ length: today.year - firstYear + 1 }, (_, back) => today.year - back)
    const period = filter.period ? (c.req.query('period') ?? '') : ''
    return c.var.page(
      <IncidentsPage {...list} filter={filter} period={period} years={years} vocabulary={vocabulary} />,
    )
  })

  .get('/incidents/new', monitors, async c => {
    const vocabulary = await c.var.read(tx => vocabularyOf(tx, intakeVocabularies))
    const intake = intakeOf(c.req.query('from'))
    const values = { kind: intake === 'media' ? 'media' : 'direct' }
    return newPage(c, { intake, vocabulary, values })
  })

  .post('/incidents', monitors, async c => {
    const vocabulary = await c.var.read(tx => vocabularyOf(tx, intakeVocabularies))
    const { intake, problems, values, given } = await readIncident(c, vocabulary)
    if (!given) return newPage(c, { intake, vocabulary, values, problems }, 422)
    const outcome = await c.var.write(async tx => {
      const known = await archivedElsewhere(tx, given)
      return known === null ? recordIncident(tx, given) : { ok: false as const, known }
    })
    if (outcome.ok) return c.var.seeOther(`/incidents/${outcome.code}`, 'monitoring.said.incidentRecorded')
    const shown = 'known' in outcome ? { known: outcome.known } : { refusal: outcome }
    return newPage(c, { intake, vocabulary, values, ...shown }, 409)
  })
