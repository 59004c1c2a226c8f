import * as z from 'zod'
import { checkbox } from '#modules/network/index.ts'
import { key } from '#platform/i18n/index.ts'
import { longestText, mostIncidents, packFields } from '../packs/draft.ts'
import { type Addressee, addressees, type PackKind } from '../schema/packs.ts'
import { incidentCode, plainText, reasonForm } from './parts.ts'

const code = incidentCode('monitoring.pack.codeWrong')

const every = { toldAgreed: checkbox, reason: reasonForm.shape.reason }

const odihr = z.object({
  ...every,
  year: z.coerce.number(key('monitoring.pack.yearWrong')).int().min(1990).max(2100),
  lang: z.enum(['en', 'uk', 'pl'], key('platform.form.missing')),
  incidents: z
    .array(code)
    .default([])
    .refine(codes => codes.length > 0, key('monitoring.pack.noneChosen'))
    .refine(codes => codes.length <= mostIncidents, key('monitoring.pack.tooMany')),
})

/** What was chosen, the same for every kind. */
export type Chosen = {
  year: number | null
  addressee: Addressee | null
  lang: 'uk' | 'pl' | 'en'
  codes: string[]
  toldAgreed: boolean
  reason: string
}

const oneIncident = { ...every, incident: code }

const forms = {
  odihr: odihr.transform(
    ({ incidents, ...rest }): Chosen => ({ ...rest, codes: incidents, addressee: null }),
  ),
  complaint: z
    .object({
      ...oneIncident,
      addressee: z.enum(addressees.complaint, key('platform.form.missing')),
      lang: z.enum(['uk', 'pl'], key('platform.form.missing')),
    })
    .transform(({ incident, ...rest }): Chosen => ({ ...rest, codes: [incident], year: null })),
  // Each Commissioner reads the language of their country.
  commissioner: z
    .object({ ...oneIncident, addressee: z.enum(addressees.commissioner, key('platform.form.missing')) })
    .transform(
      ({ incident, addressee, ...rest }): Chosen => ({
        ...rest,
        addressee,
        codes: [incident],
        year: null,
        lang: addressee === 'pl_commissioner' ? 'pl' : 'uk',
      }),
    ),
} as const

/** The beginning of a pack of one kind. */
export const newPackForm = (kind: PackKind) => forms[kind]

/** What is typed about one incident, which draft it goes on from, and what happens next. */
export const draftForm = (kind: PackKind) =>
  z.object({
    ...Object.fromEntries(packFields[kind].map(name => [name, plainText(longestText[kind])])),
    n: z.coerce.number().int().min(0),
    seen: z.uuid(),
    reason: reasonForm.shape.reason,
    redact: z.array(z.string().max(300)).default([]),
    next: z.string().default('keep'),
  })

export const confirmForm = z.object({ seen: z.uuid(), reason: reasonForm.shape.reason })

/** Who reported was promised to be asked before anything is sent. */
export const handOverForm = z.object({
  asked: z
    .string()
    .default('')
    .refine(value => value === 'yes', key('monitoring.pack.askedMissing')),
})
