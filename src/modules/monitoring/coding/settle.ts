import type { ChosenCodes } from '../schema/codings.ts'
import { type CodingField, chosenIn, codingFields } from './fields.ts'

/** Whose choice holds where two differ; `both` is for fields that take several codes. */
export type Settled = 'first' | 'second' | 'both'

/** What two coders chose in one field. */
export type Compared = { field: CodingField; first: string[]; second: string[]; same: boolean }

const sameCodes = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every(code => b.includes(code))

/** Two codings field by field, those that differ among them. */
export const compareCodings = (a: ChosenCodes, b: ChosenCodes): Compared[] =>
  codingFields.map(field => {
    const [first, second] = [chosenIn(a, field.name), chosenIn(b, field.name)]
    return { field, first, second, same: sameCodes(first, second) }
  })

function settledIn({ first, second, same }: Compared, answer: Settled | undefined): string[] | null {
  if (same || answer === 'first') return first
  if (answer === 'second') return second
  return answer === 'both' ? [...new Set([...first, ...second])] : null
}

/**
 * The codes on which two agree, after they settled what differed. Null for `bias` outside `biases`: the main motive is one
 * of the motives, and the database says so too.
 */
export function settleCodings(
  compared: readonly Compared[],
  answers: Readonly<Record<string, Settled | undefined>>,
): { ok: true; codes: ChosenCodes } | { ok: false; open: string[] } {
  const settled = compared.map(one => ({ one, codes: settledIn(one, answers[one.field.name]) }))
  const open = settled.filter(({ codes }) => codes === null).map(({ one }) => one.field.name)
  if (open.length > 0) return { ok: false, open }
  const codes: ChosenCodes = Object.fromEntries(
    settled.map(({ one, codes }) => [one.field.name, one.field.several ? codes : (codes![0] ?? null)]),
  )
  const [main] = chosenIn(codes, 'bias')
  if (main !== undefined && !chosenIn(codes, 'biases').includes(main)) return { ok: false, open: ['bias'] }
  return { ok: true, codes }
}
