import * as z from 'zod'
import { key } from '#platform/i18n/index.ts'
import { optionalText } from './parts.ts'

const membership = z.uuid(key('network.form.memberMissing'))

/** «We have read it and do not object», or taking an objection back: for which member. */
export const memberForm = z.object({ membership })

/** An objection needs reasons that the applicant can answer. */
export const objectionForm = z.object({
  membership,
  reasons: z
    .string()
    .trim()
    .min(1, key('network.objection.reasonsMissing'))
    .min(20, key('network.objection.reasonsShort'))
    .max(4000),
})

/** Why an application is taken back: nobody has to say. */
export const withdrawalForm = z.object({ reason: optionalText(2000) })
