import * as z from 'zod'
import {
  isLanguageTag,
  optionalDay,
  optionalId,
  optionalText,
  requiredDay,
  requiredLocalised,
  requiredText,
} from '#modules/network/index.ts'
import type { FormValues } from '#platform/http/form.ts'
import { isId } from '#platform/http/params.ts'
import { key, type MessageKey } from '#platform/i18n/index.ts'
import { isCountry, isRegion } from '#platform/places/index.ts'
import { searchKey } from '#platform/text/index.ts'
import type { BodyView } from '../queries/bodies.ts'
import { bodyKinds, jurisdictions } from '../schema/bodies.ts'
import { oneOf } from './one-of.ts'

export const bodyLevels = ['local', 'regional', 'national', 'international'] as const
export type BodyLevel = (typeof bodyLevels)[number]

export const schemes = ['UA-EDR', 'PL-KRS', 'PL-NIP', 'PL-REGON', 'XI-LEI', 'XI-WIKIDATA'] as const

const lines = (text: string): string[] =>
  text
    .split(/[\n;]/)
    .map(line => line.trim())
    .filter(Boolean)

const email = optionalText(254).refine(
  value => value === null || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value),
  key('authorities.body.emailWrong'),
)
const website = optionalText(300).refine(
  value => value === null || /^https?:\/\/\S+$/.test(value),
  key('authorities.letter.linkWrong'),
)

/** What is known of a public body. The columns of an import have the names of these fields. */
export const bodyForm = z
  .object({
    name: requiredLocalised(300),
    kind: oneOf(bodyKinds, 'authorities.body.kindMissing'),
    jurisdiction: oneOf(jurisdictions, 'authorities.body.jurisdictionMissing'),
    level: oneOf(bodyLevels, 'authorities.body.levelMissing'),
    country: optionalText(2).refine(
      value => value === null || isCountry(value),
      key('platform.form.invalid'),
    ),
    region: optionalText(6).refine(value => value === null || isRegion(value), key('platform.form.invalid')),
    town: optionalText(120),
    parent: optionalId,
    competences: z
      .string()
      .default('')
      .transform(lines)
      .pipe(z.array(z.string().max(300)).max(60)),
    languages: z
      .array(z.string().refine(isLanguageTag, key('platform.form.invalid')))
      .max(10)
      .default([]),
    email,
    postalAddress: optionalText(500),
    website,
    phone: optionalText(40),
    scheme: z
      .union([z.literal(''), z.enum(schemes)])
      .default('')
      .transform(value => value || null),
    identifier: optionalText(40),
    foundedOn: optionalDay,
    endedOn: optionalDay,
  })
  .superRefine((given, context) => {
    const wrong = (field: string, message: MessageKey) =>
      context.addIssue({ code: 'custom', path: [field], message })
    const outside = given.level === 'international'
    if (!outside && !given.country) wrong('country', 'platform.form.missing')
    if (outside && given.country) wrong('country', 'authorities.body.noCountry')
    if (given.region && given.region.slice(0, 2) !== given.country)
      wrong('region', 'authorities.body.regionElsewhere')
    if (given.scheme && !given.identifier) wrong('identifier', 'platform.form.missing')
    if (given.identifier && !given.scheme) wrong('scheme', 'platform.form.missing')
    if (given.foundedOn && given.endedOn && given.endedOn < given.foundedOn)
      wrong('endedOn', 'authorities.body.endsBefore')
  })
  .transform(given => ({
    ...given,
    searchKey: searchKey([...Object.values(given.name), given.town ?? ''].join(' ')),
  }))

export type BodyFacts = z.output<typeof bodyForm>

/** What the form is filled with when a body is opened. */
export function bodyValues(body: BodyView): FormValues {
  const names = Object.entries(body.name).map(([lang, name]) => [`name:${lang}`, name])
  const text = (value: string | null) => value ?? ''
  return {
    ...Object.fromEntries(names),
    ...{ kind: body.kind, jurisdiction: body.jurisdiction, level: body.level },
    ...{ country: text(body.country), region: text(body.region), town: text(body.town) },
    parent: body.parent?.id ?? '',
    competences: body.competences.join('\n'),
    'languages[]': body.languages,
    ...{ email: text(body.email), postalAddress: text(body.postalAddress), website: text(body.website) },
    ...{ phone: text(body.phone), scheme: text(body.scheme), identifier: text(body.identifier) },
    ...{ foundedOn: text(body.foundedOn), endedOn: text(body.endedOn), version: String(body.version) },
  }
}

/** Which body goes on with the work of another, since when and by which act. */
export const successionForm = z.object({
  successor: z.string().refine(isId, key('authorities.letter.bodyMissing')),
  since: requiredDay,
  ground: requiredText(500),
})

/** What is wrong or missing, for those who keep the body. */
export const remarkForm = z.object({ text: requiredText(2000) })
