import * as z from 'zod'
import { key } from '#platform/i18n/index.ts'
import { isCountry, isRegion } from '#platform/places/index.ts'
import { sides } from '../schema/aid.ts'
import { isLanguageTag } from '../vocabulary/languages.ts'
import { needKinds } from '../vocabulary/need-kinds.ts'
import { optionalText, requiredDay, requiredText } from './parts.ts'

const place = (isPlace: (code: string) => boolean) =>
  z
    .string()
    .default('')
    .refine(code => code === '' || isPlace(code), key('platform.form.invalid'))
    .transform(code => code || null)

const facts = {
  kind: z.string().refine(needKinds.has, key('platform.form.missing')),
  title: requiredText(200),
  body: z.string().trim().max(5000).default(''),
  contentLocale: z.string().refine(isLanguageTag, key('platform.form.missing')),
  country: place(isCountry),
  region: place(isRegion),
  languages: z.array(z.string().refine(isLanguageTag)).max(50).default([]),
  until: requiredDay,
}

// Asked even when something else is wrong, so that every problem is named at once.
const inCountry = ({ country, region }: { country?: unknown; region?: unknown }) =>
  typeof region !== 'string' || region === '' || region.startsWith(`${country}-`)
const elsewhere = { path: ['region'], message: key('network.form.regionElsewhere'), when: () => true }

const membership = z.uuid(key('network.form.memberMissing'))

export const listingForm = z
  .object({ membership, side: z.enum(sides, key('platform.form.missing')), ...facts })
  .refine(inCountry, elsewhere)

/** Whose it is and which side stay as they are. */
export const changeListingForm = z.object(facts).refine(inCountry, elsewhere)

const useful = z.enum(['yes', 'no'], key('platform.form.missing')).transform(value => value === 'yes')

export const settlementForm = z.discriminatedUnion(
  'status',
  [
    z.object({ status: z.literal('closed'), useful, outcome: optionalText(2000) }),
    z.object({ status: z.literal('withdrawn') }),
  ],
  key('platform.form.missing'),
)

export const reopeningForm = z.object({ until: requiredDay })

export const responseForm = z.object({ membership, word: optionalText(2000) })

export const matchAnswerForm = z.object({
  answer: z.enum(['accepted', 'declined'], key('platform.form.missing')),
  word: optionalText(2000),
})

export const outcomeForm = z.object({ useful, outcome: optionalText(2000) })
