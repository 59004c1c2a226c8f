import { openVault } from '#modules/people/index.ts'
import { found } from '#platform/http/errors.ts'
import { type FormValues, readForm } from '#platform/http/form.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { type Outcome, refuse } from '#platform/refusal.ts'
import { giveBackCoding, keepCoding } from '../actions/keep-coding.ts'
import { openSealed } from '../actions/open-sealed.ts'
import { takeCodes } from '../actions/take-codes.ts'
import { codingLists } from '../coding/fields.ts'
import { compareCodings, settleCodings } from '../coding/settle.ts'
import { reasonForm } from '../forms/parts.ts'
import { codingForm, settlementForm } from '../forms/work.ts'
import { CodingPage, type CodingPageProps } from '../pages/coding.tsx'
import { ComparisonPage, type ComparisonProps } from '../pages/comparison.tsx'
import { canCode, canCompare, canTakeAlone } from '../policy/coding.ts'
import { codingsOf } from '../queries/codings.ts'
import { placesOf } from '../queries/incident.ts'
import { vocabularyOf } from '../queries/vocabulary.ts'
import type { ChosenCodes } from '../schema/codings.ts'
import { at, type C, incidentOf } from './incident-of.ts'
import { showIncident } from './incident-page.tsx'
import { monitors } from './monitors.ts'

const valuesOf = (codes: ChosenCodes = {}): FormValues =>
  Object.fromEntries(
    Object.entries(codes).map(([name, value]) =>
      Array.isArray(value) ? [`${name}[]`, value] : [name, value ?? ''],
    ),
  )

const desk = (c: C) =>
  c.var.read(async tx => {
    const incident = await incidentOf(c, tx)
    const mine = (await codingsOf(tx, incident.id)).find(coding => coding.mine)
    return { incident, vocabulary: await vocabularyOf(tx, codingLists), values: valuesOf(mine?.codes) }
  })

const notOpen = refuse('monitoring.coding.refusal.notOpen')

async function showCoding(c: C, status: 200 | 409 | 422 = 200, shown: Partial<CodingPageProps> = {}) {
  const facts = await desk(c)
  if (!canCode(facts.incident)) return showIncident(c, 409, { refusal: shown.refusal ?? notOpen })
  return c.var.page(<CodingPage {...facts} {...shown} />, { status })
}

const pairOf = (c: C) =>
  c.var.read(async tx => {
    const incident = await incidentOf(c, tx)
    const [first, second] = (await codingsOf(tx, incident.id)).filter(({ done }) => done)
    const vocabulary = await vocabularyOf(tx, codingLists)
    return { incident, vocabulary, codings: found(first && second && ([first, second] as const)) }
  })

async function showComparison(c: C, status: 200 | 409 | 422 = 200, shown: Partial<ComparisonProps> = {}) {
  return c.var.page(<ComparisonPage {...(await pairOf(c))} {...shown} />, { status })
}

/** Two have finished: what differs is settled by the form, from what they stored. */
async function settle(c: C) {
  const { incident, codings } = await pairOf(c)
  const compared = compareCodings(codings[0].codes, codings[1].codes)
  const form = await readForm(c, settlementForm(compared))
  if (!form.ok) return showComparison(c, 422, { values: form.values, problems: form.problems })
  const settled = settleCodings(compared, form.data)
  if (!settled.ok) {
    const problems = settled.open.map(field => ({ field, message: 'monitoring.coding.mainOutside' as const }))
    return showComparison(c, 422, { values: form.values, problems })
  }
  const outcome = await c.var.write(tx => takeCodes(tx, incident.id, settled.codes))
  if (!outcome.ok) return showComparison(c, 409, { values: form.values, refusal: outcome })
  return c.var.seeOther(at(c), 'monitoring.said.codesTaken')
}

/** One has finished and nobody else began: their own codes stand. */
async function takeAlone(c: C) {
  const outcome = await c.var.write(async (tx): Promise<Outcome> => {
    const incident = await incidentOf(c, tx)
    const mine = (await codingsOf(tx, incident.id)).find(coding => coding.mine)
    if (!mine || !canTakeAlone(incident)) return refuse('monitoring.coding.refusal.notAlone')
    return takeCodes(tx, incident.id, mine.codes)
  })
  if (!outcome.ok) return showIncident(c, 409, { refusal: outcome })
  return c.var.seeOther(at(c), 'monitoring.said.codesTaken')
}

export const codingRoutes = umbrellaRoutes()
  .get('/incidents/:code/coding', monitors, c => showCoding(c))

  .post('/incidents/:code/coding', monitors, async c => {
    const { incident, vocabulary } = await desk(c)
    if (!canCode(incident)) return showCoding(c)
    const form = await readForm(c, codingForm(vocabulary))
    if (!form.ok) return showCoding(c, 422, { values: form.values, problems: form.problems })
    const { codes, finish } = form.data
    const outcome = await c.var.write(tx => keepCoding(tx, incident.id, codes, finish))
    if (!outcome.ok) return showCoding(c, 409, { values: form.values, refusal: outcome })
    return finish
      ? c.var.seeOther(at(c), 'monitoring.said.codingFinished')
      : c.var.seeOther(at(c, '/coding'), 'monitoring.said.codingKept')
  })

  .post('/incidents/:code/coding/opening', monitors, async c => {
    const form = await readForm(c, reasonForm)
    if (!form.ok) return showCoding(c, 422, { opening: { name: 'opening', ...form } })
    const vault = await openVault(c)
    if (vault instanceof Response) return vault
    const opened = await c.var.write(async tx =>
      openSealed(tx, vault, placesOf(await incidentOf(c, tx)), form.data.reason),
    )
    return showCoding(c, 200, { opened })
  })

  .post('/incidents/:code/coding/return', monitors, async c => {
    const outcome = await c.var.write(async tx => giveBackCoding(tx, (await incidentOf(c, tx)).id))
    if (!outcome.ok) return showIncident(c, 409, { refusal: outcome })
    return c.var.seeOther(at(c), 'monitoring.said.codingGivenBack')
  })

  .get('/incidents/:code/comparison', monitors, c => showComparison(c))

  .post('/incidents/:code/codes', monitors, async c => {
    const incident = await c.var.read(tx => incidentOf(c, tx))
    return canCompare(incident) ? settle(c) : takeAlone(c)
  })
