import { published } from '#platform/http/access.ts'
import { found } from '#platform/http/errors.ts'
import { readForm } from '#platform/http/form.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { addTerm } from '../actions/add-term.ts'
import { endTerm } from '../actions/end-term.ts'
import { agreementByField } from '../coding/agreement.ts'
import { termForm } from '../forms/terms.ts'
import { AgreementPage } from '../pages/agreement.tsx'
import { VocabulariesPage } from '../pages/vocabularies.tsx'
import { VocabularyPage, type VocabularyProps } from '../pages/vocabulary.tsx'
import { isMonitor } from '../policy/monitors.ts'
import { codingPairs } from '../queries/coding-pairs.ts'
import { findVocabulary, listVocabularies, vocabularyOf } from '../queries/vocabulary.ts'
import type { C } from './incident-of.ts'
import { monitors } from './monitors.ts'

const listParam = (c: C) => c.req.param('list') ?? ''

const wordsOf = (c: C) =>
  c.var.read(async tx => {
    const vocabulary = found(await findVocabulary(tx, listParam(c)))
    const layers = (await vocabularyOf(tx, ['layers'])).get('layers') ?? []
    return { vocabulary, layers }
  })

async function show(c: C, status: 200 | 409 | 422 = 200, shown: Partial<VocabularyProps> = {}) {
  const keeps = isMonitor(c.var.viewer)
  return c.var.page(<VocabularyPage {...(await wordsOf(c))} keeps={keeps} {...shown} />, { status })
}

export const vocabularyRoutes = umbrellaRoutes()
  .get('/vocabularies', published, async c =>
    c.var.page(<VocabulariesPage lists={await c.var.read(listVocabularies)} />),
  )

  .get('/vocabularies/:list', published, c => show(c))

  .post('/vocabularies/:list/terms', monitors, async c => {
    const { vocabulary } = await wordsOf(c)
    const { list } = vocabulary
    const form = await readForm(c, termForm(list))
    if (!form.ok) return show(c, 422, { values: form.values, problems: form.problems })
    const outcome = await c.var.write(tx => addTerm(tx, { list, ...form.data }))
    if (!outcome.ok) return show(c, 409, { values: form.values, refusal: outcome })
    return c.var.seeOther(`/vocabularies/${list}`, 'monitoring.said.termAdded')
  })

  .post('/vocabularies/:list/terms/:term/end', monitors, async c => {
    const list = listParam(c)
    // The database counts days by its own clock, as it does for what was coded today.
    const today = Temporal.Now.plainDateISO('UTC')
    const outcome = await c.var.write(tx => endTerm(tx, { list, code: c.req.param('term') }, today))
    if (!outcome.ok) return show(c, 409, { refusal: outcome })
    return c.var.seeOther(`/vocabularies/${list}`, 'monitoring.said.termEnded')
  })

  .get('/coding-agreement', monitors, async c => {
    const pairs = await c.var.read(codingPairs)
    return c.var.page(<AgreementPage agreement={agreementByField(pairs)} pairs={pairs.length} />)
  })
