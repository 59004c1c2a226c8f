import type { Tx } from '#platform/database/scope.ts'
import type { FormValues, Problem } from '#platform/http/form.ts'
import { checkForm } from '#platform/http/form.ts'
import { isId } from '#platform/http/params.ts'
import type { Localised } from '#platform/i18n/index.ts'
import { searchKey } from '#platform/text/index.ts'
import {
  applicationForm,
  type Contact,
  type Facts,
  type IndividualEntry,
  type KnownEntry,
  type OrganisationEntry,
} from '../forms/application.ts'
import type { Identifier } from '../identifiers.ts'
import { type OrganisationRecord, ownRecord } from '../queries/organisation-choice.ts'
import type { Form } from '../schema/memberships.ts'

/** A checked application, ready to be published. */
export type Submission = {
  umbrella: string
  form: Form
  name: Localised
  searchKey: string
  facts: Facts
  organisation: string | null
  identifiers: Identifier[]
}

export type SubmissionResult = { ok: true; submission: Submission } | { ok: false; problems: Problem[] }

const isKnown = (entry: object): entry is KnownEntry => !('kind' in entry)

type TermEntry = { bar: string; termFrom: string | null; termUntil: string | null }

const partnership = (entry: object) => {
  if (!('bar' in entry)) return { bar: null, term: null }
  const { bar, termFrom, termUntil } = entry as TermEntry
  return { bar, term: { from: termFrom, until: termUntil } }
}

function contactsOf(entry: OrganisationEntry): Contact[] {
  const contacts: Contact[] = [
    { kind: 'email', value: entry.email, visibility: entry.emailFor },
    { kind: 'phone', value: entry.phone, visibility: entry.phoneFor },
    { kind: 'website', value: entry.website, visibility: 'public' },
  ]
  return contacts.filter(({ value }) => value !== '')
}

function ofKnown(entry: KnownEntry, record: OrganisationRecord) {
  const { name, searchKey: folded, identifiers, ...profile } = record
  const facts: Facts = { route: 'organisation', ...profile, decision: entry.decision, ...partnership(entry) }
  // Its numbers are its own already: the application claims none.
  return { name, searchKey: folded, facts, organisation: entry.organisation, identifiers: [] }
}

function ofTyped(entry: OrganisationEntry) {
  const { name, about, kind, communities, languages, fields, level, country, region, town, decision } = entry
  const profile = { about, kind, communities, languages, fields, level, country, region, town }
  const facts: Facts = {
    route: 'organisation',
    ...profile,
    contacts: contactsOf(entry),
    decision,
    ...partnership(entry),
  }
  return {
    name,
    searchKey: searchKey(Object.values(name).join(' ')),
    facts,
    organisation: entry.organisation || null,
    identifiers: entry.identifiers,
  }
}

function ofIndividual({ name, ...facts }: IndividualEntry) {
  return {
    name,
    searchKey: searchKey(Object.values(name).join(' ')),
    facts: { route: 'individual' as const, ...facts },
    organisation: null,
    identifiers: [],
  }
}

/**
 * Checks what was typed for an application and puts together what members will read: for an organisation whose people
 * the asker belongs to, its record; otherwise what was typed.
 */
export async function readSubmission(
  tx: Tx,
  { umbrella, form, values }: { umbrella: string; form: Form; values: FormValues },
): Promise<SubmissionResult> {
  const chosen = typeof values.organisation === 'string' ? values.organisation : ''
  const record = form !== 'individual' && isId(chosen) ? await ownRecord(tx, chosen) : null
  const checked = checkForm(values, applicationForm(form, record !== null))
  if (!checked.ok) return { ok: false, problems: checked.problems }
  const entry = checked.data
  if ('basis' in entry) return { ok: true, submission: { umbrella, form, ...ofIndividual(entry) } }
  if (isKnown(entry)) return { ok: true, submission: { umbrella, form, ...ofKnown(entry, record!) } }
  return { ok: true, submission: { umbrella, form, ...ofTyped(entry) } }
}
