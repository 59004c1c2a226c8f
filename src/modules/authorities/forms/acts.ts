import * as z from 'zod'
import { isLanguageTag, requiredDay, requiredText } from '#modules/network/index.ts'
import type { FormValues } from '#platform/http/form.ts'
import { key } from '#platform/i18n/index.ts'
import { type Article, draftActKinds } from '../schema/draft-acts.ts'
import { oneOf } from './one-of.ts'

export const mostArticles = 60
const parts = { number: 20, heading: 300, text: 12_000 } as const
type Part = keyof typeof parts

const plain = (text: string) => text.replace(/\r\n?/g, '\n')

const articleFields: object = Object.fromEntries(
  Array.from({ length: mostArticles }, (_, n) =>
    (Object.keys(parts) as Part[]).map(part => [
      `article-${n}-${part}`,
      z.string().trim().max(parts[part]).default('').transform(plain),
    ]),
  ).flat(),
)

/** The articles that were typed, those without words left out; one without a number gets its place. */
function articlesOf(given: object): Article[] {
  const typed = given as Record<string, string>
  return Array.from({ length: mostArticles }, (_, n) => ({
    number: typed[`article-${n}-number`] ?? '',
    heading: typed[`article-${n}-heading`] ?? '',
    text: typed[`article-${n}-text`] ?? '',
  }))
    .filter(({ heading, text }) => heading !== '' || text !== '')
    .map((article, n) => ({ ...article, number: article.number || String(n + 1) }))
}

/** A draft act. Articles are added, moved and taken out one press at a time. */
export const actForm = z
  .object({
    seen: z.string().default(''),
    kind: oneOf(draftActKinds, 'authorities.act.kindMissing'),
    title: requiredText(300),
    lang: z.string().refine(isLanguageTag, key('platform.form.invalid')),
    reasons: z.string().trim().max(20_000).default('').transform(plain),
    ...articleFields,
  })
  .transform(({ seen, kind, title, lang, reasons, ...given }) => ({
    ...{ seen, kind, title, lang, reasons },
    articles: articlesOf(given),
  }))

/** The act that a body issued. */
export const issuedForm = z
  .object({
    title: requiredText(300),
    on: requiredDay,
    url: z
      .string()
      .trim()
      .max(300)
      .default('')
      .refine(value => value === '' || /^https?:\/\/\S+$/.test(value), key('authorities.letter.linkWrong')),
    ...articleFields,
  })
  .transform(({ title, on, url, ...given }) => ({ title, on, url: url || null, articles: articlesOf(given) }))

/** The fields of articles, filled. */
export const articleValues = (articles: readonly Article[]): FormValues =>
  Object.fromEntries(
    articles.flatMap((article, n) =>
      (Object.keys(parts) as Part[]).map(part => [`article-${n}-${part}`, article[part]]),
    ),
  )

/** What a press beside an article does: `up-2`, `down-0`, `remove-1`. Null for any other press. */
export function rearranged(intent: unknown, articles: readonly Article[]): Article[] | null {
  const [, deed, place] = /^(up|down|remove)-(\d{1,2})$/.exec(String(intent)) ?? []
  if (deed === undefined || place === undefined) return null
  const n = Number(place)
  if (deed === 'remove') return articles.filter((_, m) => m !== n)
  const to = deed === 'up' ? n - 1 : n + 1
  if (!articles[n] || !articles[to]) return [...articles]
  const moved = [...articles]
  ;[moved[n], moved[to]] = [articles[to]!, articles[n]!]
  return moved
}
