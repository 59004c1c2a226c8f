import * as z from 'zod'
import { key } from '#platform/i18n/index.ts'
import { secretChoices } from '../schema/secret.ts'
import { membershipField } from './initiative.ts'

export const appealForm = z.object({
  membership: membershipField,
  grounds: z.string().trim().max(4000).min(20, key('initiatives.form.reasonsShort')),
})

export const signatureForm = z.object({ membership: membershipField })

export const secretBallotForm = z.object({
  membership: membershipField,
  choice: z.enum(secretChoices, key('initiatives.secret.choiceMissing')),
})
