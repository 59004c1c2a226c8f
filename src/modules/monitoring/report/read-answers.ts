import * as z from 'zod'
import { SealBroken } from '#platform/vault/index.ts'
import type { SealedAnswers } from '../queries/reports.ts'

// Shapes alone, not rules: what was right when it was told stays readable when the questions change.
const told = z.looseObject({
  version: z.literal(1),
  locale: z.string(),
  ...Object.fromEntries(
    ['whose', 'naming', 'name', 'what', 'whom', 'why', 'after', 'reported', 'contact', 'safely'].map(name => [
      name,
      z.string().default(''),
    ]),
  ),
  signs: z.array(z.string()).default([]),
  wishes: z.array(z.string()).default([]),
  when: z.record(z.string(), z.string()),
  where: z.object({ online: z.boolean(), region: z.string(), town: z.string(), place: z.string() }),
})

/**
 * Answers as they were sealed. Browsers seal too, and somebody may write one of their own: throws SealBroken where it is no
 * report at all.
 */
export function readAnswers(text: string): SealedAnswers {
  const read = told.safeParse(parsed(text))
  if (!read.success) throw new SealBroken(['answers'], read.error)
  return read.data as unknown as SealedAnswers
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
