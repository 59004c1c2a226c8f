import { rows, type Tx } from '#platform/database/scope.ts'
import { type Outcome, refuse, refusingWhenViolated } from '#platform/refusal.ts'
import { giveSource, type NewSource } from './add-source.ts'
import { joinToIncident } from './answer-report.ts'
import { type NewIncident, recordIncident } from './record-incident.ts'
import { incidentRefusals } from './refusals.ts'

/** A report as a source: which kind it is, and how whoever told it stands to what happened. */
export type Telling = { report: string; record: string; kind: string; link: string | null }

// No hash: few words that somebody confided can be found by trying.
const sourceOf = ({ record, kind, link }: Telling): NewSource => ({
  record,
  kind,
  link,
  authenticated: false,
  hash: null,
})

// Two monitors take the same report at the same moment: the second waits here, and then finds it taken.
async function areFree(tx: Tx, tellings: readonly Telling[]): Promise<boolean> {
  const free = await rows(
    tx,
    'monitoring.free-reports',
    `select from monitoring.reports where umbrella_id = platform.current_umbrella() and id = any ($1) and incident_id is null
     order by id for no key update`,
    [tellings.map(({ report }) => report)],
  )
  return tellings.length > 0 && free.length === tellings.length
}

async function joinAll(tx: Tx, incident: string, tellings: readonly Telling[]): Promise<Outcome> {
  for (const { report, record } of tellings) {
    const joined = await joinToIncident(tx, { report, record, incident })
    if (!joined.ok) return joined
  }
  return { ok: true }
}

/** Records an incident of which one or several reports tell; what they tell stays sealed in their own records. */
export const incidentOfReports = (
  tx: Tx,
  facts: Omit<NewIncident, 'sources'>,
  tellings: readonly Telling[],
): Promise<Outcome<{ id: string; code: string }>> =>
  refusingWhenViolated(tx, incidentRefusals, async () => {
    if (!(await areFree(tx, tellings))) return refuse('monitoring.intake.refusal.taken')
    const recorded = await recordIncident(tx, { ...facts, sources: tellings.map(sourceOf) })
    if (!recorded.ok) return recorded
    const joined = await joinAll(tx, recorded.id, tellings)
    return joined.ok ? recorded : joined
  })

/** Reports that tell of an incident which is recorded already. */
export const reportsToKnown = (tx: Tx, incident: string, tellings: readonly Telling[]): Promise<Outcome> =>
  refusingWhenViolated(tx, incidentRefusals, async () => {
    if (!(await areFree(tx, tellings))) return refuse('monitoring.intake.refusal.taken')
    for (const telling of tellings) {
      const added = await giveSource(tx, incident, sourceOf(telling))
      if (!added.ok) return added
    }
    return joinAll(tx, incident, tellings)
  })
