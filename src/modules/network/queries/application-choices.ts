import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { FormValues, Problem } from '#platform/http/form.ts'
import type { Localised } from '#platform/i18n/index.ts'
import type { Submission } from '../actions/read-submission.ts'
import { type Identifier, readIdentifier, schemes } from '../identifiers.ts'
import type { Form } from '../schema/memberships.ts'
import type { Asker } from './directory.ts'
import { type KnownOrganisation, knownByIdentifiers, knownByName } from './organisation-choice.ts'

/** An organisation for which the asking person acts, in any umbrella. */
export type OwnOrganisation = { id: string; name: Localised }

export type Draft = { id: string; draft: FormValues; fileId: string | null }

/** What the form starts from: the asker's draft of this form, and the organisations for which they act anywhere. */
export async function findDraft(
  tx: Tx,
  form: Form,
): Promise<{ draft: Draft | null; own: OwnOrganisation[] }> {
  const { rows } = await tx.execute<{ draft: Draft | null; own: OwnOrganisation[] }>(sql`
    select
      (select json_build_object('id', a.id, 'draft', a.draft, 'fileId', a.file_id) from network.applications a
        where a.umbrella_id = platform.current_umbrella() and a.applicant_id = platform.current_account()
          and a.form = ${form} and a.status = 'draft') as draft,
      (select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name) order by o.id), '[]'::json)
        from network.organisations o
        where ${form} <> 'individual' and o.merged_into is null and network.acts_anywhere_for(o.id)) as own`)
  return rows[0]!
}

// A number that is half typed is no question yet.
function typedIdentifiers(values: FormValues): Identifier[] {
  return schemes.flatMap(scheme => {
    const typed = values[`identifiers:${scheme}`]
    if (typeof typed !== 'string' || typed.trim() === '') return []
    const read = readIdentifier(scheme, typed)
    return read.ok ? [{ scheme, value: read.value }] : []
  })
}

/** Organisations that carry a number which was typed so far. */
export const numberedOrganisations = (tx: Tx, values: FormValues): Promise<KnownOrganisation[]> =>
  knownByIdentifiers(tx, typedIdentifiers(values))

/** Who else may be meant, and what is wrong with that: a number names another organisation, or the name is like others. */
export type Doubts = { known: KnownOrganisation[]; problems: Problem[] }

const closed = ({ hasPeople, mine }: KnownOrganisation) => hasPeople && !mine

function doubtAbout(one: KnownOrganisation, { organisation }: Submission): Problem[] {
  const field = one.scheme === null ? 'sameAs' : `identifiers:${one.scheme}`
  if (one.id !== organisation) return [{ field, message: 'network.known.problem' }]
  return closed(one) ? [{ field: 'sameAs', message: 'network.application.peopleOfItsOwn' }] : []
}

/**
 * Looks for organisations that the applicant may mean: by the numbers typed, and, until the applicant has answered that
 * question (`sameAs`), by name.
 */
export async function doubtsAbout(
  tx: Tx,
  asker: Asker,
  submission: Submission,
  values: FormValues,
): Promise<Doubts> {
  const { facts, identifiers, name, organisation } = submission
  if (facts.route === 'individual') return { known: [], problems: [] }
  const numbered = await knownByIdentifiers(tx, identifiers)
  const numberProblems = numbered.flatMap(one => doubtAbout(one, submission))
  const answered = organisation !== null || values.sameAs === 'none'
  const alike = answered ? [] : await knownByName(tx, asker, { name, country: facts.country })
  const others = alike.filter(({ id }) => !numbered.some(one => one.id === id))
  const question: Problem[] = others.length > 0 ? [{ field: 'sameAs', message: 'network.known.alike' }] : []
  return { known: [...numbered, ...others], problems: [...question, ...numberProblems] }
}
