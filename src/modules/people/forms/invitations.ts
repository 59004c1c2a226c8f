import * as z from 'zod'
import { locales } from '#platform/i18n/index.ts'
import { address } from './sign-in.ts'

/** An invitation to coordinate. */
export const invitationForm = z.object({ address, locale: z.enum(locales) })
