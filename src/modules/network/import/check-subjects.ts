import type { Complain, MemberRow } from './member-row.ts'
import type { Subject } from './resolve.ts'

/** What a new organisation cannot be without. */
export function requireOrganisation(
  subject: Subject,
  said: MemberRow,
  country: string | null,
  complain: Complain,
): void {
  if (subject.known) return
  if (Object.keys(said.name).length === 0) complain('name:uk', 'platform.form.missing')
  if (!said.country && !country) complain('country', 'platform.form.missing')
}

const onlyOrganisations = ['kind', 'level', 'website', 'email'] as const

/** What a new individual representative cannot be without, and what none of them has. */
export function requireIndividual(
  subject: Subject,
  said: MemberRow,
  country: string | null,
  complain: Complain,
): void {
  for (const fact of onlyOrganisations)
    if (said[fact]) complain(fact, 'network.import.problem.notOfIndividuals')
  for (const { scheme } of said.identifiers) complain(scheme, 'network.import.problem.notOfIndividuals')
  requireOrganisation(subject, said, country, complain)
  if (subject.known) return
  if (!said.basis) complain('basis', 'platform.form.missing')
  if (!said.recognisedBy) complain('recognised_by', 'platform.form.missing')
}
