import * as z from 'zod'
import { locales } from '#platform/i18n/index.ts'
import { address, personName } from './sign-in.ts'

export const digests = ['each', 'daily', 'weekly', 'none'] as const

export const accountForm = z.object({
  name: personName,
  locale: z.enum(locales),
  digest: z.enum(digests),
})

export const newAddressForm = z.object({ address })

/** The box that says "I have read what happens". */
export const erasureForm = z.object({ understood: z.literal('yes', 'people.erasure.notUnderstood') })
