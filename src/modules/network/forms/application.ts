import * as z from 'zod'
import { key, type MessageKey } from '#platform/i18n/index.ts'
import { isCountry, isRegion } from '#platform/places/index.ts'
import type { Identifier } from '../identifiers.ts'
import { isScheme, readIdentifier } from '../identifiers.ts'
import type { Basis, Form } from '../schema/memberships.ts'
import type { ContactKind, Visibility } from '../schema/organisations.ts'
import { communities } from '../vocabulary/communities.ts'
import { fieldsOfWork } from '../vocabulary/fields-of-work.ts'
import { isLanguageTag } from '../vocabulary/languages.ts'
import { levels } from '../vocabulary/levels.ts'
import { organisationKinds } from '../vocabulary/organisation-kinds.ts'
import { checkbox, optionalDay, optionalLocalised, optionalText, requiredText } from './parts.ts'

export type Contact = { kind: ContactKind; value: string; visibility: Visibility }

type Profile = {
  about: Record<string, string>
  communities: string[]
  languages: string[]
  fields: string[]
  country: string
  region: string | null
  town: string | null
}

/** What an organisation submitted: a collective member, or a partner (then with `bar` and `term`). */
export type OrganisationFacts = Profile & {
  route: 'organisation'
  kind: string
  level: string
  contacts: Contact[]
  /** The decision of the organisation, or how an informal group agreed. */
  decision: string
  /** Which of the partner's own documents keeps it from joining. */
  bar: string | null
  term: { from: string | null; until: string | null } | null
}

export type IndividualFacts = Profile & {
  route: 'individual'
  basis: Basis
  /** Who recognises the person as a voice of the community. */
  recognisedBy: string
  listed: boolean
}

/** What was submitted, as members read it. */
export type Facts = OrganisationFacts | IndividualFacts

const codes = (has: (code: string) => boolean) => z.array(z.string().refine(has)).max(100).default([])
const localisedName = optionalLocalised(200).refine(
  name => Object.keys(name).length > 0,
  key('network.form.nameMissing'),
)

const profile = {
  name: localisedName,
  about: optionalLocalised(4000),
  communities: codes(communities.has).refine(list => list.length > 0, key('network.form.communityMissing')),
  languages: codes(isLanguageTag),
  fields: codes(fieldsOfWork.has),
  country: z.string().refine(isCountry, key('platform.form.missing')),
  region: optionalText(6),
  town: optionalText(120),
}

const regionFits = (place: { country: string; region: string | null }) =>
  !place.region || (isRegion(place.region) && place.region.startsWith(`${place.country}-`))
// Said together with whatever else is wrong, and not only when everything else is right.
const always = { when: () => true }
const regionProblem = { path: ['region'], message: key('network.form.regionElsewhere'), ...always }

const identifiers = z
  .record(z.string(), z.string())
  .default({})
  .transform((typed, context) => {
    const read: Identifier[] = []
    for (const [scheme, value] of Object.entries(typed)) {
      if (!isScheme(scheme) || value.trim() === '') continue
      const result = readIdentifier(scheme, value)
      if (result.ok) read.push({ scheme, value: result.value })
      else context.addIssue({ code: 'custom', path: [scheme], message: result.problem })
    }
    return read
  })

const visibility = z.enum(['public', 'members', 'coordinators']).default('members')
const optionalOf = (schema: z.ZodType<string>, problem: MessageKey) =>
  z
    .string()
    .trim()
    .default('')
    .refine(value => value === '' || schema.safeParse(value).success, problem)
const website = z.url({ protocol: /^https?$/ }).max(300)

const contacts = {
  email: optionalOf(z.email().max(300), key('network.form.emailShape')),
  emailFor: visibility,
  phone: optionalOf(z.string().regex(/^[+\d][\d\s()-]{4,40}$/), key('network.form.phoneShape')),
  phoneFor: visibility,
  website: z
    .string()
    .trim()
    .default('')
    .transform(value => (value === '' || value.includes('://') ? value : `https://${value}`))
    .refine(value => value === '' || website.safeParse(value).success, key('network.form.websiteShape')),
}

const decision = requiredText(500)
const partner = { bar: requiredText(1000), termFrom: optionalDay, termUntil: optionalDay }
const organisation = z.union([z.literal(''), z.uuid()]).default('')

const termRuns = (term: { termFrom: string | null; termUntil: string | null }) =>
  !term.termFrom || !term.termUntil || term.termFrom < term.termUntil
const termProblem = { path: ['termUntil'], message: key('network.form.termBackwards'), ...always }

const whole = {
  ...profile,
  ...contacts,
  organisation,
  kind: z.string().refine(organisationKinds.has, key('platform.form.missing')),
  level: z.string().refine(levels.has, key('platform.form.missing')),
  identifiers,
  decision,
}

/** An organisation's own people add only what its record does not hold. */
const known = { organisation: z.uuid(), decision }

const collectiveForm = z.object(whole).refine(regionFits, regionProblem)
const partnerForm = z
  .object({ ...whole, ...partner })
  .refine(regionFits, regionProblem)
  .refine(termRuns, termProblem)
const knownCollectiveForm = z.object(known)
const knownPartnerForm = z.object({ ...known, ...partner }).refine(termRuns, termProblem)
const individualForm = z
  .object({
    ...profile,
    basis: z.enum(['not_widely_represented', 'no_formal_organisation'], key('network.form.basisMissing')),
    recognisedBy: requiredText(2000),
    listed: checkbox,
  })
  .refine(regionFits, regionProblem)

/** An individual's own profile, later: what recognised them stays as it was admitted. */
export const profileForm = z.object({ ...profile, listed: checkbox }).refine(regionFits, regionProblem)

export type OrganisationEntry = z.output<typeof partnerForm> | z.output<typeof collectiveForm>
export type KnownEntry = z.output<typeof knownPartnerForm> | z.output<typeof knownCollectiveForm>
export type IndividualEntry = z.output<typeof individualForm>

/** The schema of an application's form. `ownRecord`: the applicant already acts for the organisation chosen. */
export function applicationForm(form: Form, ownRecord: boolean) {
  if (form === 'individual') return individualForm
  if (form === 'agreement') return ownRecord ? knownPartnerForm : partnerForm
  return ownRecord ? knownCollectiveForm : collectiveForm
}
