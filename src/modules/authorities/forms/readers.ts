import type * as z from 'zod'
import { optionalText } from '#modules/network/index.ts'
import { key } from '#platform/i18n/index.ts'

/** Why not everybody reads it. */
export const reason = optionalText(1000)

/** What is kept from others is kept for a reason that somebody can ask about. */
export const reasoned = <T extends { prominence: string; reason: string | null }>(
  data: T,
  context: z.core.$RefinementCtx<T>,
) => {
  if (data.prominence === 'public' || data.reason !== null) return
  context.addIssue({
    code: 'custom',
    path: ['reason'],
    message: key('authorities.publication.refusal.reasonMissing'),
    input: data.reason,
  })
}
