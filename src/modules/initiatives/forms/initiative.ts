import * as z from 'zod'
import { fieldsOfWork, isLanguageTag, requiredText } from '#modules/network/index.ts'
import { isId } from '#platform/http/params.ts'
import { key, type Localised, type MessageKey } from '#platform/i18n/index.ts'
import { type TextPart, textParts } from '../initiative-text.ts'
import type { PartTexts } from '../schema/discussion.ts'
import { type ScopeAnswer, translationStates } from '../schema/initiatives.ts'

/** The longest text of a part, in characters. */
export const longest = (part: TextPart): number => (part === 'title' ? 200 : 12_000)

// Browsers send the line breaks of a textarea as CR LF; kept so, every comparison of texts would find them.
const plain = (text: string) => text.replace(/\r\n?/g, '\n')

const typed = (part: TextPart) => z.string().trim().max(longest(part)).default('').transform(plain)

const texts = {
  title: typed('title'),
  need: typed('need'),
  goals: typed('goals'),
  beneficiaries: typed('beneficiaries'),
  asked: typed('asked'),
  plan: typed('plan'),
}

/** The parts of a text out of a form, empty ones left out. */
const collect = (given: Record<TextPart, string>): PartTexts =>
  Object.fromEntries(textParts.filter(part => given[part]).map(part => [part, given[part]]))

const language = z.string().refine(isLanguageTag, key('platform.form.invalid'))

/** What the coalition's list of topics is asked with: `scope-0` and `why-0` for the first. */
const scopeFields = (topics: readonly Localised[]): object =>
  Object.fromEntries(
    topics.flatMap((_topic, n) => [
      [`scope-${n}`, z.enum(['no', 'touches', '']).default('')],
      [`why-${n}`, z.string().trim().max(2000).default('').transform(plain)],
    ]),
  )

type Said = Record<string, unknown>

function answersOf(given: Said, topics: readonly Localised[], locale: string): ScopeAnswer[] {
  const answers: ScopeAnswer[] = []
  for (const [n, topic] of topics.entries()) {
    const said = given[`scope-${n}`]
    if (said === 'no') answers.push({ topic, touches: false })
    if (said === 'touches') answers.push({ topic, touches: true, why: String(given[`why-${n}`]), locale })
  }
  return answers
}

/**
 * The form of a draft. Saving takes whatever is there; `strict` asks for everything that publishing needs, and names every
 * gap at once.
 */
export const draftForm = (topics: readonly Localised[], locale: string, strict: boolean) =>
  z
    .object({
      membership: z.string().default(''),
      seen: z.union([z.literal(''), z.iso.datetime({ offset: true })]).default(''),
      authoritative: language,
      languages: z.array(language).max(30).default([]),
      topics: z.array(z.string().refine(fieldsOfWork.has)).max(10).default([]),
      ...texts,
      ...scopeFields(topics),
    })
    .superRefine((given, context) => {
      if (!strict) return
      const missing = (path: string, message: MessageKey) =>
        context.addIssue({ code: 'custom', path: [path], message })
      for (const part of textParts) if (!given[part]) missing(part, 'platform.form.missing')
      if (given.topics.length === 0) missing('topics', 'initiatives.draft.topicMissing')
      for (const n of topics.keys()) {
        const said = (given as Said)[`scope-${n}`]
        if (!said) missing(`scope-${n}`, 'initiatives.draft.scopeUnanswered')
        if (said === 'touches' && !(given as Said)[`why-${n}`]) {
          missing(`why-${n}`, 'initiatives.draft.whyMissing')
        }
      }
    })
    .transform(given => ({
      membership: given.membership,
      seen: given.seen,
      authoritative: given.authoritative,
      languages: given.languages,
      topics: given.topics,
      texts: collect(given),
      scopeAnswers: answersOf(given, topics, locale),
    }))

/** A text in one more language, with how it came about. */
export const translationForm = z
  .object({
    ...texts,
    state: z.enum(translationStates, key('initiatives.translation.stateMissing')),
    base: z.coerce.number().int().min(0).default(0),
    reasons: z.string().trim().max(2000).default(''),
  })
  .refine(given => given.title !== '', { path: ['title'], message: key('platform.form.missing') })
  .transform(({ state, base, reasons, ...given }) => ({ state, base, reasons, texts: collect(given) }))

const whole = {
  base: z.coerce.number().int().min(1),
  ...texts,
}

const wholeText = (given: Record<TextPart, string>, context: z.RefinementCtx) => {
  for (const part of textParts) {
    if (!given[part])
      context.addIssue({ code: 'custom', path: [part], message: key('platform.form.missing') })
  }
}

/** New words for the authoritative text: by the initiator (`reasons` is the note of the version) or as an amendment. */
export const changeForm = z
  .object({ ...whole, membership: z.string().default(''), reasons: requiredText(4000) })
  .superRefine((given, context) => wholeText(given, context))
  .transform(({ base, membership, reasons, ...given }) => ({
    base,
    membership,
    reasons,
    texts: collect(given),
  }))

/** For which member something is said: an id, checked against the viewer's mandates by the route. */
export const membershipField = z.string().refine(isId, key('platform.form.missing'))
