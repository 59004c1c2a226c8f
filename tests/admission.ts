import { readSubmission, type Submission } from '#modules/network/actions/read-submission.ts'
import { saveDraft } from '#modules/network/actions/save-draft.ts'
import { submitApplication } from '#modules/network/actions/submit-application.ts'
import type { Form } from '#modules/network/schema/memberships.ts'
import type { Database } from '#platform/database/open.ts'
import { inScope, type Tx } from '#platform/database/scope.ts'
import type { FormValues } from '#platform/http/form.ts'

/** What somebody types for an organisation; by input name. */
export const organisationValues = {
  organisation: '',
  'name:uk': 'Рада ромів Одещини',
  'name:en': 'Roma Council of Odesa',
  kind: 'informal-group',
  level: 'regional',
  country: 'UA',
  region: 'UA-51',
  town: 'Одеса',
  'communities[]': ['roma'],
  'languages[]': ['uk', 'rom'],
  'fields[]': ['education'],
  email: 'council@example.org',
  emailFor: 'members',
  phone: '',
  phoneFor: 'coordinators',
  website: 'example.org',
  decision: 'Agreed by the families on 12 May',
} satisfies FormValues

/** What an individual types. */
export const individualValues = {
  'name:uk': 'Особа з Одеси',
  country: 'UA',
  region: 'UA-51',
  'communities[]': ['roma'],
  basis: 'no_formal_organisation',
  recognisedBy: 'The families of the quarter, since 2015',
} satisfies FormValues

/** What a partner types beside what every organisation does. */
export const partnerValues = {
  ...organisationValues,
  kind: 'association',
  bar: 'Statutes, section 3.2',
  termFrom: '2027-01-01',
  termUntil: '2028-01-01',
} satisfies FormValues

const usual: Record<Form, FormValues> = {
  collective: organisationValues,
  individual: individualValues,
  agreement: partnerValues,
}

/** Writes as a person of the umbrella, or as nobody. */
export const writeAs = <T>(
  database: Database,
  umbrella: string,
  account: string | null,
  work: (tx: Tx) => Promise<T>,
): Promise<T> => inScope(database.request, { umbrella, account }, 'write', work)

/** Checks what is typed, as the review page does. Throws with the problems. */
async function submissionOf(
  tx: Tx,
  umbrella: string,
  form: Form,
  values: FormValues = usual[form],
): Promise<Submission> {
  const read = await readSubmission(tx, { umbrella, form, values })
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.submission
}

/** Keeps a draft and publishes it, in the applicant's name. */
export function apply(
  database: Database,
  umbrella: string,
  person: string,
  form: Form,
  over: FormValues = {},
) {
  const values = { ...usual[form], ...over }
  return writeAs(database, umbrella, person, async tx => {
    const { id } = await saveDraft(tx, { form, locale: 'uk', values, file: null })
    const outcome = await submitApplication(tx, id, await submissionOf(tx, umbrella, form, values))
    return { id, outcome }
  })
}

/** The same, when it must work. Returns the application's id. */
export async function published(
  database: Database,
  umbrella: string,
  person: string,
  form: Form = 'collective',
  over: FormValues = {},
): Promise<string> {
  const { id, outcome } = await apply(database, umbrella, person, form, over)
  if (!outcome.ok) throw new Error(outcome.reason)
  return id
}

/** Lets the objection period be over since a minute, as if two weeks had passed. */
export async function endPeriod(database: Database, application: string): Promise<void> {
  await database.owner.query(
    `update network.applications set submitted_at = now() - interval '15 days', objections_until = now() - interval '1 minute'
     where id = $1`,
    [application],
  )
}

/** Seals a decision about a contested application, as if the members had voted. */
export async function membersDecide(
  database: Database,
  { umbrella, application, supported }: { umbrella: string; application: string; supported: boolean },
): Promise<void> {
  const hash = "sha256('x')"
  await database.owner.query(
    `insert into initiatives.decisions (umbrella_id, id, number, kind, subject_id, title, text, text_hash, round, secret, method,
       status, outcome, opened_at, discussion_until, closes_at, sealed_at, electorate, rules, electorate_hash, opening,
       fingerprint, tally, log_hash)
     select $1, gen_random_uuid(), coalesce(max(number), 0) + 1, 'admission', $2, '{"en": "Admission"}', '{}', ${hash}, 1, true,
       'majority', 'sealed', $3, now() - interval '21 days', now() - interval '14 days', now() - interval '1 minute', now(),
       4, '{}', ${hash}, '{}', ${hash}, '{}', ${hash}
     from initiatives.decisions where umbrella_id = $1`,
    [umbrella, application, supported ? 'supported' : 'not_supported'],
  )
}

/** How an application stands. */
export async function stateOf(database: Database, application: string) {
  const { rows } = await database.owner.query<{
    status: string
    membership_id: string | null
    close_reason: string | null
  }>('select status, membership_id, close_reason from network.applications where id = $1', [application])
  return rows[0]!
}
