import * as z from 'zod'
import { fieldsOfWork, isLanguageTag, optionalId, requiredText } from '#modules/network/index.ts'
import type { FormValues } from '#platform/http/form.ts'
import type { MessageKey } from '#platform/i18n/index.ts'
import type { Standard } from '../actions/propose.ts'
import { needs } from '../legislation.ts'
import { proposalStepKinds, routes, standardKinds } from '../schema/proposals.ts'
import { requiredDate } from './councils.ts'
import { webAddress } from './parts.ts'

const key = (name: MessageKey): MessageKey => name

const mostStandards = 12

const text = (maximum: number) => z.string().trim().max(maximum).default('')

/** `standard-0-kind` …: as many as anybody may name, each of them may be missing. */
const repeated = Object.fromEntries(
  Array.from({ length: mostStandards }, (_, n) => [
    [`standard-${n}-kind`, z.enum(standardKinds).or(z.literal('')).default('')],
    [`standard-${n}-title`, text(300)],
    [`standard-${n}-article`, text(100)],
    [`standard-${n}-url`, webAddress],
  ]).flat(),
) as Record<string, z.ZodType<string | null>>

type Typed = Record<string, unknown>

const standardsOf = (typed: Typed): Standard[] =>
  Array.from({ length: mostStandards }, (_, n) => {
    const part = (name: string) => typed[`standard-${n}-${name}`]
    const kind = standardKinds.find(known => known === part('kind')) ?? 'treaty'
    const url = (part('url') as string | null) ?? null
    return { kind, title: String(part('title') ?? ''), article: String(part('article') ?? ''), url }
  }).filter(({ title }) => title !== '')

/** What the form of a proposal shows of one that is kept. */
export const standardValues = (standards: readonly Standard[]): FormValues =>
  Object.fromEntries(
    standards.flatMap(({ kind, title, article, url }, n) => [
      [`standard-${n}-kind`, kind],
      [`standard-${n}-title`, title],
      [`standard-${n}-article`, article],
      [`standard-${n}-url`, url ?? ''],
    ]),
  )

const words = {
  summary: requiredText(10_000),
  draftActId: optionalId,
  bodyId: optionalId,
  topics: z
    .array(z.string().refine(topic => fieldsOfWork.has(topic), key('platform.form.invalid')))
    .default([]),
  ...repeated,
}

/** `council`: an id, or nothing for the coalition's own without one. */
export const proposalForm = z
  .object({
    route: z.enum(routes, key('platform.form.missing')),
    title: requiredText(300),
    lang: z.string().refine(isLanguageTag, key('platform.form.invalid')),
    councilId: optionalId,
    preparedOn: requiredDate,
    public: z
      .literal('no')
      .optional()
      .transform(value => value !== 'no'),
    ...words,
  })
  .transform(typed => ({ ...typed, standards: standardsOf(typed as Typed) }))

export const revisionForm = z
  .object(words)
  .transform(typed => ({ ...typed, standards: standardsOf(typed as Typed) }))

/** A step with everything that its kind needs; what it need not have is left out. The document is looked at by the route. */
export const proposalStepForm = z
  .object({
    kind: z.enum(proposalStepKinds),
    onDay: requiredDate,
    itemId: optionalId,
    communicationId: optionalId,
    reference: text(120),
    url: webAddress,
    text: text(10_000),
  })
  .superRefine((typed, context) => {
    const wanted = needs[typed.kind]
    const missing = (field: string) =>
      context.addIssue({ code: 'custom', path: [field], message: key('platform.form.missing') })
    if (wanted.includes('item') && !typed.itemId) missing('itemId')
    if (wanted.includes('letter') && !typed.communicationId) missing('communicationId')
    if (wanted.includes('number') && !typed.reference) missing('reference')
    if (wanted.includes('reasons') && !typed.text) missing('text')
  })
