import type { Tx } from '#platform/database/scope.ts'
import { NotFound } from '#platform/http/errors.ts'
import { type FormValues, readForm } from '#platform/http/form.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { giveSource } from '../actions/add-source.ts'
import { type Grade, gradeSource, setOrigin, withdrawSource } from '../actions/assess-source.ts'
import { intakeOf, sourceForm } from '../forms/incidents.ts'
import { gradeForm, originForm } from '../forms/work.ts'
import { GradePage } from '../pages/grade.tsx'
import { NewSourcePage } from '../pages/new-source.tsx'
import { SourcePage, type SourcePageProps } from '../pages/source.tsx'
import { vocabularyOf } from '../queries/vocabulary.ts'
import { at, type C, incidentOf, sourceOf } from './incident-of.ts'
import { monitors } from './monitors.ts'

const lists = ['source_kinds', 'source_links', 'reliability', 'credibility']

const placeOf = async (c: C, tx: Tx) => {
  const incident = await incidentOf(c, tx)
  const source = sourceOf(c, incident)
  return { incident, source, place: { incident: incident.id, source: source.id } }
}

const withWords = (c: C) =>
  c.var.read(async tx => ({ ...(await placeOf(c, tx)), vocabulary: await vocabularyOf(tx, lists) }))

const here = (c: C) => at(c, `/sources/${c.req.param('source')}`)

type Shown = Pick<SourcePageProps, 'refusal' | 'problems'>

async function showSource(c: C, status: 200 | 409 | 422 = 200, shown: Shown = {}) {
  const { incident, source, vocabulary } = await withWords(c)
  const page = <SourcePage incident={incident} source={source} vocabulary={vocabulary} {...shown} />
  return c.var.page(page, { status })
}

// What is graded in the other respect is not on the page: a grade is given for itself.
async function askGrade(c: C, grade: Grade) {
  const { incident, source, vocabulary } = await withWords(c)
  const values = { grade: source[grade] ?? '' }
  return c.var.page(<GradePage {...{ incident, source, vocabulary, grade, values }} />)
}

async function takeGrade(c: C, grade: Grade) {
  const { incident, source, place, vocabulary } = await withWords(c)
  const form = await readForm(c, gradeForm(vocabulary, grade))
  const outcome = form.ok ? await c.var.write(tx => gradeSource(tx, place, grade, form.data.grade)) : null
  if (outcome?.ok) return c.var.seeOther(here(c), 'monitoring.said.sourceGraded')
  const shown = outcome ? { refusal: outcome } : { problems: form.ok ? [] : form.problems }
  const page = <GradePage {...{ incident, source, vocabulary, grade, values: form.values }} {...shown} />
  return c.var.page(page, { status: outcome ? 409 : 422 })
}

const forNew = (c: C) =>
  c.var.read(async tx => ({ incident: await incidentOf(c, tx), vocabulary: await vocabularyOf(tx, lists) }))

export const incidentSourceRoutes = umbrellaRoutes()
  .get('/incidents/:code/sources/new', monitors, async c => {
    const intake = intakeOf(c.req.query('from'))
    const values: FormValues = { kind: intake === 'media' ? 'media' : 'direct' }
    return c.var.page(<NewSourcePage {...(await forNew(c))} intake={intake} values={values} />)
  })

  .post('/incidents/:code/sources', monitors, async c => {
    const { incident, vocabulary } = await forNew(c)
    const intake = intakeOf((await c.req.parseBody()).from)
    const form = await readForm(c, sourceForm(intake, vocabulary))
    const outcome = form.ok ? await c.var.write(tx => giveSource(tx, incident.id, form.data)) : null
    if (outcome?.ok) return c.var.seeOther(at(c), 'monitoring.said.sourceAdded')
    const shown = outcome ? { refusal: outcome } : { problems: form.ok ? [] : form.problems }
    const page = <NewSourcePage {...{ incident, vocabulary, intake, values: form.values }} {...shown} />
    return c.var.page(page, { status: outcome ? 409 : 422 })
  })

  .get('/incidents/:code/sources/:source', monitors, c => showSource(c))
  .get('/incidents/:code/sources/:source/reliability', monitors, c => askGrade(c, 'reliability'))
  .post('/incidents/:code/sources/:source/reliability', monitors, c => takeGrade(c, 'reliability'))
  .get('/incidents/:code/sources/:source/credibility', monitors, c => askGrade(c, 'credibility'))
  .post('/incidents/:code/sources/:source/credibility', monitors, c => takeGrade(c, 'credibility'))

  .post('/incidents/:code/sources/:source/origin', monitors, async c => {
    const form = await readForm(c, originForm)
    if (!form.ok) return showSource(c, 422, { problems: form.problems })
    const outcome = await c.var.write(async tx => {
      const { incident, place } = await placeOf(c, tx)
      const other = incident.sources.find(({ id }) => id === form.data.origin)
      if (!other) throw new NotFound()
      return setOrigin(tx, place, other.id === place.source ? other.id : other.originId)
    })
    if (!outcome.ok) return showSource(c, 409, { refusal: outcome })
    return c.var.seeOther(here(c), 'monitoring.said.originTold')
  })

  .post('/incidents/:code/sources/:source/withdrawal', monitors, async c => {
    const outcome = await c.var.write(async tx => withdrawSource(tx, (await placeOf(c, tx)).place))
    if (!outcome.ok) return showSource(c, 409, { refusal: outcome })
    return c.var.seeOther(at(c), 'monitoring.said.sourceWithdrawn')
  })
