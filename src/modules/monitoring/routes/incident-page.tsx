import type { Tx } from '#platform/database/scope.ts'
import { codingLists } from '../coding/fields.ts'
import { IncidentPage, type IncidentPageProps } from '../pages/incident.tsx'
import { placesOf } from '../queries/incident.ts'
import { namedOpenings } from '../queries/openings.ts'
import { vocabularyOf } from '../queries/vocabulary.ts'
import { type C, incidentOf } from './incident-of.ts'

const lists = [
  ...codingLists,
  ...['verification', 'priority', 'source_kinds', 'source_links', 'reliability', 'credibility'],
  ...['responses', 'actions'],
]

type Shown = Partial<Omit<IncidentPageProps, 'incident' | 'vocabulary' | 'openings'>>

/** What the page of an incident needs; all texts are opened together, so the first record tells who opened them. */
export async function incidentFacts(c: C, tx: Tx) {
  const incident = await incidentOf(c, tx)
  const [own] = placesOf(incident)
  return {
    incident,
    vocabulary: await vocabularyOf(tx, lists),
    openings: await namedOpenings(tx, own?.record ?? null, own?.part ? own.code : ''),
  }
}

/** The page of the incident, with what a form on it was told. */
export async function showIncident(c: C, status: 200 | 409 | 422 = 200, shown: Shown = {}) {
  const facts = await c.var.read(tx => incidentFacts(c, tx))
  return c.var.page(<IncidentPage {...facts} {...shown} />, { status })
}
