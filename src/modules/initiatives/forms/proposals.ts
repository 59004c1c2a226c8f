import * as z from 'zod'
import { requiredLocalised, requiredText } from '#modules/network/index.ts'
import { key, type Localised } from '#platform/i18n/index.ts'
import { fitsDeclared, isChangeable } from '../declared-rules.ts'
import type { RuleStanding } from '../queries/coalition-rules.ts'
import { type RuleChange, stances } from '../schema/proposals.ts'
import { membershipField } from './initiative.ts'

// Browsers send the line breaks of a textarea as CR LF; kept so, every comparison of texts would find them.
const plain = (text: Localised): Localised =>
  Object.fromEntries(Object.entries(text).map(([locale, part]) => [locale, part!.replace(/\r\n?/g, '\n')]))

/** A text in at least one language, with the line breaks of a text. */
export const words = (maximum: number) => requiredLocalised(maximum).transform(plain)

/** The input of a rule's proposed value. */
export const valueField = (rule: string): string => `rule-${rule.replace('.', '--')}`

/** Languages in which every part is there: one of them counts. */
const sharedLanguages = (parts: readonly Localised[]): string[] => {
  const [first = {}, ...others] = parts
  return Object.keys(first).filter(locale => others.every(part => part[locale]))
}

/** The language whose wording counts: the one the author used the pages in, or another in which everything is there. */
export const authoritativeOf = (parts: readonly Localised[], preferred: string): string => {
  const shared = sharedLanguages(parts)
  return shared.includes(preferred) ? preferred : shared[0]!
}

const common = { membership: membershipField, title: words(200), reasons: words(4000) }

function wholeInOneLanguage(
  given: { title: Localised; reasons: Localised; body?: Localised },
  context: z.RefinementCtx,
) {
  const parts = [given.title, given.reasons, ...(given.body ? [given.body] : [])]
  if (parts.every(part => Object.keys(part).length > 0) && sharedLanguages(parts).length === 0)
    context.addIssue({ code: 'custom', path: ['reasons'], message: key('initiatives.change.oneLanguage') })
}

const typedValue = (rule: RuleStanding) =>
  z
    .string()
    .trim()
    .default('')
    .refine(
      typed => typed === '' || (/^\d{1,6}$/.test(typed) && fitsDeclared(rule, Number(typed))),
      key('initiatives.rule.outOfBounds'),
    )

const changesIn = (given: Record<string, unknown>, rules: readonly RuleStanding[]): RuleChange[] =>
  rules.flatMap(rule => {
    const typed = given[valueField(rule.key)]
    if (typed === undefined || typed === '' || typed === String(rule.value)) return []
    return [{ key: rule.key, version: rule.version, from: rule.value, to: Number(typed) }]
  })

/** Other values of rules; an input that says what is in force changes nothing. */
export function valuesForm(all: readonly RuleStanding[]) {
  const rules = all.filter(isChangeable)
  const fields = Object.fromEntries(rules.map(rule => [valueField(rule.key), typedValue(rule)]))
  return z
    .object({ ...fields, ...common })
    .superRefine(wholeInOneLanguage)
    .transform(({ membership, title, reasons, ...given }, context) => {
      const changes = changesIn(given, rules)
      if (changes.length === 0)
        context.addIssue({ code: 'custom', path: [], message: key('initiatives.rule.nothingChanged') })
      return { membership, title, reasons, changes }
    })
}

/** The wording of a text; `ends`: it shall hold no longer, and needs no wording. */
export const textForm = z.object({ ...common, body: words(20_000) }).superRefine(wholeInOneLanguage)

export const endForm = z.object(common).superRefine(wholeInOneLanguage)

/** What the version was when somebody began to rewrite a proposal. */
export const baseField = z.coerce.number().int().min(1)

export const remarkForm = z.object({
  membership: membershipField,
  stance: z.enum(stances, key('initiatives.comment.stanceMissing')),
  body: requiredText(5000),
})

export const reasonForm = z.object({ reason: requiredText(4000) })
