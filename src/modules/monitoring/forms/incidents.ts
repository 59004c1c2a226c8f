import { createHash } from 'node:crypto'
import * as z from 'zod'
import { checkbox } from '#modules/network/index.ts'
import { key } from '#platform/i18n/index.ts'
import type { NewSource } from '../actions/add-source.ts'
import type { Vocabulary } from '../coding/vocabulary.ts'
import { type DatePrecision, datePrecisions } from '../schema/incidents.ts'
import { optionalMonth, optionalTerm, pastDay, pastMonth, plainText, region, requiredTerm } from './parts.ts'

/** How a monitor learned of it: from something published, or because somebody told them. */
const intakes = ['media', 'call'] as const
export type Intake = (typeof intakes)[number]

/** As an address or a form says it. */
export const intakeOf = (said: unknown): Intake => intakes.find(one => one === said) ?? 'media'

const address = plainText(2000).refine(
  text => text === '' || /^https?:$/.test(URL.parse(text)?.protocol ?? ''),
  key('monitoring.incident.source.addressUnread'),
)

const published = { address, title: plainText(500), text: plainText(200_000) }
const missing = { message: key('platform.form.missing') }

/** A published text with where it was, pasted by the monitor: nothing is fetched from the network. */
const mediaSource = (vocabulary: Vocabulary) =>
  z.object({
    ...published,
    address: address.refine(text => text !== '', missing),
    text: published.text.refine(text => text !== '', missing),
    kind: requiredTerm(vocabulary, 'source_kinds'),
    authenticated: checkbox,
  })

const toldSource = (vocabulary: Vocabulary) =>
  z.object({
    text: published.text.refine(text => text !== '', missing),
    kind: requiredTerm(vocabulary, 'source_kinds'),
    link: optionalTerm(vocabulary, 'source_links'),
  })

/** What is archived: the text as it was pasted, and its SHA-256. */
const archivedHash = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest()

/** The fields of a source by how it was learned of, as the action takes them. */
export const sourceForm = (intake: Intake, vocabulary: Vocabulary) =>
  intake === 'media'
    ? mediaSource(vocabulary).transform(
        ({ kind, authenticated, ...texts }): NewSource => ({
          kind,
          link: null,
          authenticated,
          hash: archivedHash(texts.text),
          texts,
        }),
      )
    : toldSource(vocabulary).transform(
        ({ kind, link, text }): NewSource => ({
          kind,
          link,
          authenticated: false,
          hash: null,
          texts: { text },
        }),
      )

const when = { day: pastDay, month: pastMonth }

/** When and where, as far as it is known; the day and the town are sealed. */
export const newIncidentForm = (vocabulary: Vocabulary) =>
  z
    .object({
      ...when,
      region,
      place: plainText(300),
      summary: plainText(10_000).refine(text => text !== '', missing),
      priority: optionalTerm(vocabulary, 'priority'),
      anyway: checkbox,
    })
    .transform(({ day, month, region, place, summary, priority, anyway }) => ({
      anyway,
      region,
      priority,
      month: day === null ? month : `${day.slice(0, 7)}-01`,
      monthUntil: null,
      precision: (day === null && month !== null
        ? 'month'
        : 'exact') satisfies DatePrecision as DatePrecision,
      texts: { summary, place, day: day ?? '' },
    }))

/** The same in the open, corrected later. */
export const factsForm = (vocabulary: Vocabulary) =>
  z
    .object({
      month: pastMonth,
      monthUntil: optionalMonth,
      precision: z.enum(datePrecisions, key('platform.form.missing')),
      region,
      priority: optionalTerm(vocabulary, 'priority'),
    })
    .refine(({ month, monthUntil }) => monthUntil === null || (month !== null && monthUntil >= month), {
      path: ['monthUntil'],
      message: key('monitoring.incident.month.backwards'),
    })
    .refine(({ precision, monthUntil }) => monthUntil === null || precision === 'range', {
      path: ['precision'],
      message: key('monitoring.incident.month.rangeOnly'),
    })
    .refine(({ precision, month }) => precision !== 'half_year' || month === null || /-0[17]-/.test(month), {
      path: ['month'],
      message: key('monitoring.incident.month.halfYear'),
    })
