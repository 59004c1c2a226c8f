import * as z from 'zod'
import { key } from '#platform/i18n/index.ts'
import {
  checkbox,
  optionalDay,
  optionalId,
  optionalText,
  requiredDay,
  requiredLocalised,
  requiredText,
} from './parts.ts'

const inOrder = ({ termFrom, termUntil }: { termFrom?: unknown; termUntil?: unknown }) =>
  typeof termFrom !== 'string' || typeof termUntil !== 'string' || termUntil >= termFrom

/** The document itself is read beside the form, see `uploaded`. */
export const agreementForm = z
  .object({
    title: requiredLocalised(300),
    documentPublic: checkbox,
    signedOn: requiredDay,
    signedForUmbrella: requiredText(300),
    signedForPartner: requiredText(300),
    termFrom: requiredDay,
    termUntil: optionalDay,
    renews: optionalId,
  })
  .refine(inOrder, {
    path: ['termUntil'],
    message: key('network.agreement.termBackwards'),
    // Asked even when something else is wrong, so that every problem is named at once.
    when: () => true,
  })

/** Refusing needs a word: what is to be mended. */
export const agreementAnswerForm = z
  .object({ answer: z.enum(['confirmed', 'refused']), word: optionalText(2000) })
  .refine(given => given.answer === 'confirmed' || given.word !== null, {
    path: ['word'],
    message: key('network.agreement.wordMissing'),
  })

export const endAgreementForm = z.object({ day: requiredDay, reason: requiredText(2000) })
