import * as z from 'zod'
import type { FormValues } from '#platform/http/form.ts'
import { key, type MessageKey } from '#platform/i18n/index.ts'
import { isCountry, isRegion } from '#platform/places/index.ts'
import { type Identifier, isScheme, readIdentifier } from '../identifiers.ts'
import type { ContactEntry, OrganisationProfile } from '../organisation-profile.ts'
import { contactKinds, visibilities } from '../schema/organisations.ts'
import { communities } from '../vocabulary/communities.ts'
import { fieldsOfWork } from '../vocabulary/fields-of-work.ts'
import { isLanguageTag } from '../vocabulary/languages.ts'
import { levels } from '../vocabulary/levels.ts'
import { organisationKinds } from '../vocabulary/organisation-kinds.ts'
import { optionalLocalised, optionalText } from './parts.ts'

const codes = (has: (code: string) => boolean) => z.array(z.string().refine(has)).max(100).default([])

/** A form offers so many contacts; empty ones are left out. */
export const contactPlaces = 12

const founded = z
  .string()
  .default('')
  .transform((value, context) => {
    if (value === '') return null
    const fits =
      z.iso.date().safeParse(value).success &&
      value > '1000' &&
      value <= Temporal.Now.plainDateISO().toString()
    if (!fits) context.addIssue({ code: 'custom', message: key('network.organisation.foundedShape') })
    return value
  })

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

const website = z.url({ protocol: /^https?$/ })
const shapes: Record<ContactEntry['kind'], { fits: (value: string) => boolean; problem: MessageKey }> = {
  email: { fits: value => z.email().safeParse(value).success, problem: key('network.contact.emailShape') },
  phone: { fits: value => /^[+\d][\d\s()-]{4,40}$/.test(value), problem: key('network.contact.phoneShape') },
  website: { fits: value => website.safeParse(value).success, problem: key('network.contact.websiteShape') },
  address: { fits: () => true, problem: key('platform.form.invalid') },
  social: { fits: value => website.safeParse(value).success, problem: key('network.contact.websiteShape') },
}

// People write addresses of the web without their beginning.
const completed = ({ kind, value }: Pick<ContactEntry, 'kind' | 'value'>): string =>
  (kind === 'website' || kind === 'social') && !value.includes('://') ? `https://${value}` : value

const contact = z
  .object({
    kind: z.enum(contactKinds),
    value: z.string().trim().max(300).default(''),
    visibility: z.enum(visibilities),
  })
  .optional()
  .transform((typed, context): ContactEntry | null => {
    if (!typed?.value) return null
    const entry = { ...typed, value: completed(typed) }
    const { fits, problem } = shapes[entry.kind]
    if (!fits(entry.value)) context.addIssue({ code: 'custom', path: ['value'], message: problem })
    return entry
  })

const contactNames = Array.from({ length: contactPlaces }, (_, place) => `contact${place}`)
const contacts = Object.fromEntries(contactNames.map(name => [name, contact])) as Record<
  string,
  typeof contact
>

const facts = {
  name: optionalLocalised(200).refine(
    name => Object.keys(name).length > 0,
    key('network.organisation.nameMissing'),
  ),
  kind: z.string().refine(organisationKinds.has, key('platform.form.missing')),
  country: z.string().refine(isCountry, key('platform.form.missing')),
  region: optionalText(6),
  town: optionalText(120),
  communities: codes(communities.has),
  identifiers,
}

// Asked even when something else is wrong, so that every problem is named at once.
const regionFits = ({ country, region }: { country?: unknown; region?: unknown }) =>
  typeof region !== 'string' || (isRegion(region) && region.startsWith(`${country}-`))
const regionProblem = {
  path: ['region'],
  message: key('network.organisation.regionElsewhere'),
  when: () => true,
}

/** The whole profile, with the version that the person has read. */
export const organisationForm = z
  .object({
    ...facts,
    ...contacts,
    version: z.coerce.number().int().positive(),
    about: optionalLocalised(4000),
    languages: codes(isLanguageTag),
    fields: codes(fieldsOfWork.has),
    level: z.string().refine(levels.has, key('platform.form.missing')),
    foundedOn: founded,
  })
  .refine(regionFits, regionProblem)
  .transform(({ version, ...entry }) => {
    const given = contactNames.flatMap(
      name => (entry as Record<string, unknown>)[name] ?? [],
    ) as ContactEntry[]
    const rest = Object.fromEntries(Object.entries(entry).filter(([name]) => !contactNames.includes(name)))
    return { version, profile: { ...rest, contacts: given } as OrganisationProfile }
  })

/** An organisation that its union describes: what is needed to recognise it. */
export const constituentForm = z.object(facts).refine(regionFits, regionProblem)
export type ConstituentEntry = z.output<typeof constituentForm>

const parts = (name: string, text: Record<string, string | undefined>) =>
  Object.fromEntries(Object.entries(text).map(([tag, value]) => [`${name}:${tag}`, value]))

/** A profile as its form shows it. */
export function organisationValues(profile: OrganisationProfile, version: number): FormValues {
  const { name, about, identifiers: numbers, contacts: given, region, town, foundedOn, ...plain } = profile
  return {
    ...plain,
    ...parts('name', name),
    ...parts('about', about),
    ...Object.fromEntries(numbers.map(({ scheme, value }) => [`identifiers:${scheme}`, value])),
    ...Object.assign({}, ...given.map((entry, place) => parts(`contact${place}`, entry))),
    region: region ?? '',
    town: town ?? '',
    foundedOn: foundedOn ?? '',
    version: String(version),
  }
}
