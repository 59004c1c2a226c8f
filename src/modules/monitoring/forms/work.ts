import * as z from 'zod'
import { key } from '#platform/i18n/index.ts'
import { codingFields } from '../coding/fields.ts'
import type { Compared, Settled } from '../coding/settle.ts'
import type { Vocabulary } from '../coding/vocabulary.ts'
import type { ChosenCodes } from '../schema/codings.ts'
import { verifications } from '../schema/incidents.ts'
import { incidentCode, optionalTerm, plainText, requiredMonth, requiredTerm, severalTerms } from './parts.ts'

/** Levels that can be given by hand. */
const givenLevels = verifications.filter(level => level !== 'VD')

export const verificationForm = z.object({ level: z.enum(givenLevels, key('platform.form.missing')) })

export const responseForm = (vocabulary: Vocabulary) =>
  z.object({
    response: requiredTerm(vocabulary, 'responses'),
    month: requiredMonth,
    action: optionalTerm(vocabulary, 'actions'),
    law: optionalTerm(vocabulary, 'laws'),
    words: plainText(5000),
  })

export const gradeForm = (vocabulary: Vocabulary, list: string) =>
  z.object({ grade: requiredTerm(vocabulary, list) })

export const originForm = z.object({ origin: z.uuid(key('platform.form.missing')) })

/** Which incident stays. */
export const mergeForm = z.object({ original: incidentCode('monitoring.incident.refusal.originalUnknown') })

/** What a coding must have to be finished; a draft may lack anything. */
const needed = ['layer', 'types', 'biases'] as const

function checkWhole(codes: ChosenCodes, context: z.RefinementCtx): void {
  for (const name of needed) {
    const value = codes[name]
    if (value === null || value?.length === 0)
      context.addIssue({ code: 'custom', path: [name], message: key('platform.form.missing') })
  }
  const biases = [codes.biases ?? []].flat()
  if (biases.length > 1 && codes.bias === null)
    context.addIssue({ code: 'custom', path: ['bias'], message: key('monitoring.coding.mainMissing') })
}

/** What a coder chose. Where there is one motive it is the main one; a main motive is one of the motives. */
export function codingForm(vocabulary: Vocabulary) {
  const fields = Object.fromEntries(
    codingFields.map(({ name, list, several }) => [
      name,
      several ? severalTerms(vocabulary, list) : optionalTerm(vocabulary, list),
    ]),
  )
  return z
    .object({ ...fields, intent: z.enum(['draft', 'finish']).default('draft') })
    .transform(({ intent, ...given }, context) => {
      const codes = given as ChosenCodes
      const biases = [codes.biases ?? []].flat()
      if (codes.bias === null && biases.length === 1) codes.bias = biases[0]!
      if (typeof codes.bias === 'string' && !biases.includes(codes.bias))
        context.addIssue({ code: 'custom', path: ['bias'], message: key('monitoring.coding.mainOutside') })
      if (intent === 'finish') checkWhole(codes, context)
      return { codes, finish: intent === 'finish' }
    })
}

/** Whose choice holds, for each field in which two differ. */
export const settlementForm = (compared: readonly Compared[]) =>
  z.object(
    Object.fromEntries(
      compared
        .filter(({ same }) => !same)
        .map(({ field }) => [
          field.name,
          z.enum(
            field.several ? ['first', 'second', 'both'] : ['first', 'second'],
            key('monitoring.coding.settleMissing'),
          ),
        ]),
    ),
  ) as unknown as z.ZodType<Record<string, Settled>>
