import * as z from 'zod'
import { key } from '#platform/i18n/index.ts'
import { checkbox, optionalDay, requiredDay, requiredText } from './parts.ts'

/** Who shall act for the member: somebody of the umbrella, or an address to invite; on which document, from when. */
export const mandateForm = z
  .object({
    person: z.union([z.literal(''), z.uuid()]).default(''),
    address: z.union([z.literal(''), z.email(key('network.form.emailShape')).max(300)]).default(''),
    role: z.enum(['primary', 'deputy'], key('platform.form.missing')),
    document: requiredText(500),
    from: requiredDay,
    until: optionalDay,
    handOver: checkbox,
  })
  .refine(({ person, address }) => (person === '') !== (address === ''), {
    path: ['person'],
    message: key('network.mandate.whoMissing'),
    when: () => true,
  })
  .refine(({ from, until }) => !from || !until || from < until, {
    path: ['until'],
    message: key('network.form.termBackwards'),
    when: () => true,
  })

export type MandateEntry = z.output<typeof mandateForm>

/** Why a mandate is refused or ended, or a membership ended, suspended, reactivated. */
export const reasonForm = z.object({ reason: requiredText(2000) })

/** Leaving: why, and on which day between the first and the last (ISO). */
export const leavingForm = ({ first, last }: { first: string; last: string }) =>
  z.object({
    on: requiredDay.refine(
      day => day === '' || (day >= first && day <= last),
      key('network.leaving.dayOutside'),
    ),
    reason: requiredText(2000),
  })
