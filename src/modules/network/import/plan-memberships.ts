import { newId } from '#platform/id.ts'
import type { RecordedMembership } from '../queries/import.ts'
import type { Form } from '../schema/memberships.ts'
import type { Complain, MemberRow } from './member-row.ts'
import type { Subject } from './resolve.ts'

/** A membership to be taken over. Days as ISO text. */
export type NewMembership = {
  id: string
  /** The organisation or individual of the file. */
  subject: string
  organisation: string | null
  form: Form
  since: string
  until: string | null
}

export type MembershipPlan = {
  created: NewMembership[]
  /** Rows that speak of a membership that is on record. */
  recorded: Set<MemberRow>
  /** Rows that repeat an earlier row. */
  repeated: Set<MemberRow>
}

type Period = { since: string; until: string | null }

const overlap = (a: Period, b: Period) =>
  (a.until === null || b.since < a.until) && (b.until === null || a.since < b.until)

const formOf = (row: MemberRow): Form => row.form ?? 'collective'

function refuseDays(row: MemberRow, today: string, complain: Complain): boolean {
  if (row.since && row.since > today) complain('since', 'network.import.problem.future')
  else if (row.until && row.until > today) complain('until', 'network.import.problem.future')
  else if (row.since && row.until && row.until <= row.since)
    complain('until', 'network.import.problem.backwards')
  else return false
  return true
}

// Which recorded membership a row means: the one that began on its day; without a day the one of today, or the last.
function meant(recorded: readonly RecordedMembership[], row: MemberRow): RecordedMembership | undefined {
  if (row.since) return recorded.find(({ since }) => since === row.since)
  return (
    recorded.find(({ status }) => status !== 'ended') ??
    recorded.toSorted((a, b) => (a.since < b.since ? 1 : -1))[0]
  )
}

type Reading = {
  subject: Subject
  recorded: readonly RecordedMembership[]
  plan: MembershipPlan
  /** What the file itself adds for this subject so far. */
  created: NewMembership[]
  spokenOf: Set<string>
  today: string
}

function planKnown(
  { plan, spokenOf }: Reading,
  row: MemberRow,
  known: RecordedMembership,
  complain: Complain,
) {
  if (row.until && row.until !== known.until) {
    complain('until', 'network.import.problem.endOnRecord', { day: known.until ?? '–' })
  } else if (spokenOf.has(known.id)) plan.repeated.add(row)
  else plan.recorded.add(row)
  spokenOf.add(known.id)
}

function planNew({ subject, recorded, plan, created, today }: Reading, row: MemberRow, complain: Complain) {
  const form = formOf(row)
  const period = { since: row.since ?? today, until: row.until ?? null }
  if (period.until !== null && period.until <= period.since) return complain('since', 'platform.form.missing')
  const ofForm = created.filter(other => other.form === form)
  if (ofForm.some(other => other.since === period.since && other.until === period.until)) {
    plan.repeated.add(row)
    return
  }
  const clash = [...recorded.filter(other => other.form === form), ...ofForm].find(
    // What is shown of an individual belongs to one membership: a second one begins with an application.
    other => form === 'individual' || overlap(other, period),
  )
  if (clash) {
    const { since, until } = clash
    return complain('since', 'network.import.problem.overlaps', { since, until: until ?? '–' })
  }
  const individual = form === 'individual'
  const id = individual ? subject.id : newId()
  created.push({ id, subject: subject.id, organisation: individual ? null : subject.id, form, ...period })
}

/**
 * Which memberships the rows of one subject add. An import begins memberships and neither moves nor ends one that is on
 * record: that is the member's own act, or one of two coordinators.
 */
export function planMemberships(
  subject: Subject,
  recorded: readonly RecordedMembership[],
  plan: MembershipPlan,
  { today, complain }: { today: string; complain: (row: MemberRow) => Complain },
): void {
  const reading: Reading = { subject, recorded, plan, created: [], spokenOf: new Set(), today }
  for (const row of subject.rows) {
    if (refuseDays(row, today, complain(row))) continue
    const known = meant(
      recorded.filter(membership => membership.form === formOf(row)),
      row,
    )
    if (known) planKnown(reading, row, known, complain(row))
    else planNew(reading, row, complain(row))
  }
  plan.created.push(...reading.created)
}
