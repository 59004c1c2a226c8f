import * as z from 'zod'

/** To which communication a mail belongs. */
export const filingForm = z.object({
  number: z
    .string()
    .trim()
    .regex(/^№?\s*[1-9]\d{0,8}$/, 'authorities.mail.problem.number')
    .transform(text => Number(text.replace(/\D/g, ''))),
})
