import * as z from 'zod'
import { key } from '#platform/i18n/index.ts'

/** How many texts a week somebody wants to read; nothing for no limit. */
export const limitForm = z.object({
  perWeek: z
    .string()
    .trim()
    .default('')
    .refine(
      text => text === '' || (/^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= 500),
      key('monitoring.welfare.limitWrong'),
    )
    .transform(text => (text === '' ? null : Number(text))),
})

export const offerForm = z.object({ coding: z.uuid(), to: z.uuid() })
