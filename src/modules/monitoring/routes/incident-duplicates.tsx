import { openVault } from '#modules/people/index.ts'
import { readForm } from '#platform/http/form.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { mergeIncident, separateIncident } from '../actions/merge-incident.ts'
import { openSealed } from '../actions/open-sealed.ts'
import { compareOpened, type Likeness } from '../duplicates/compare.ts'
import { reasonForm } from '../forms/parts.ts'
import { mergeForm } from '../forms/work.ts'
import { DuplicatesPage, type DuplicatesProps } from '../pages/duplicates.tsx'
import { likelyDuplicates } from '../queries/duplicates.ts'
import { placesOf } from '../queries/incident.ts'
import { vocabularyOf } from '../queries/vocabulary.ts'
import { placeKey, type SealedPlace } from '../sealed-place.ts'
import { at, type C, incidentOf } from './incident-of.ts'
import { showIncident } from './incident-page.tsx'
import { monitors } from './monitors.ts'

const desk = (c: C) =>
  c.var.read(async tx => {
    const incident = await incidentOf(c, tx)
    return {
      incident,
      candidates: await likelyDuplicates(tx, incident.id),
      vocabulary: await vocabularyOf(tx, ['types']),
    }
  })

async function show(c: C, status: 200 | 409 | 422 = 200, shown: Partial<DuplicatesProps> = {}) {
  return c.var.page(<DuplicatesPage {...(await desk(c))} {...shown} />, { status })
}

export const incidentDuplicateRoutes = umbrellaRoutes()
  .get('/incidents/:code/duplicates', monitors, c => show(c))

  // Every candidate that is opened for comparing is an opening of it, with the reason that was given here.
  .post('/incidents/:code/duplicates', monitors, async c => {
    const form = await readForm(c, reasonForm)
    if (!form.ok) return show(c, 422, { opening: { name: 'opening', ...form } })
    const vault = await openVault(c)
    if (vault instanceof Response) return vault
    const { incident, candidates, vocabulary } = await desk(c)
    const own = placesOf(incident)
    const places = [...own, ...candidates.flatMap(candidate => candidate.places)]
    const opened = await c.var.write(tx => openSealed(tx, vault, places, form.data.reason))
    const partsOf = (of: readonly SealedPlace[]) => of.flatMap(place => opened.get(placeKey(place)) ?? [])
    const likeness = new Map<string, Likeness | null>(
      candidates.map(candidate => {
        const parts = partsOf(candidate.places)
        return [candidate.id, parts.length > 0 ? compareOpened(partsOf(own), parts) : null]
      }),
    )
    const alike = (id: string) => likeness.get(id)?.text ?? -1
    const sorted = candidates.toSorted((a, b) => alike(b.id) - alike(a.id))
    return c.var.page(<DuplicatesPage {...{ incident, candidates: sorted, vocabulary, likeness }} />)
  })

  .post('/incidents/:code/merger', monitors, async c => {
    const form = await readForm(c, mergeForm)
    if (!form.ok) return show(c, 422, { values: form.values, problems: form.problems })
    const outcome = await c.var.write(async tx =>
      mergeIncident(tx, (await incidentOf(c, tx)).id, form.data.original),
    )
    if (!outcome.ok) return show(c, 409, { values: form.values, refusal: outcome })
    return c.var.seeOther(`/incidents/${form.data.original}`, 'monitoring.said.incidentMerged')
  })

  .post('/incidents/:code/separation', monitors, async c => {
    const outcome = await c.var.write(async tx => separateIncident(tx, (await incidentOf(c, tx)).id))
    if (!outcome.ok) return showIncident(c, 409, { refusal: outcome })
    return c.var.seeOther(at(c), 'monitoring.said.incidentSeparated')
  })
