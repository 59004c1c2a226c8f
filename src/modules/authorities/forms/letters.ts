import * as z from 'zod'
import { fieldsOfWork, isLanguageTag, optionalId, requiredText } from '#modules/network/index.ts'
import type { FormValues } from '#platform/http/form.ts'
import { isId } from '#platform/http/params.ts'
import { key } from '#platform/i18n/index.ts'
import type { LetterText } from '../actions/save-draft.ts'
import { communicationKinds, directions, type Ground, type Prominence } from '../schema/communications.ts'
import { channels } from '../schema/deliveries.ts'
import { oneOf } from './one-of.ts'
import { reason, reasoned } from './readers.ts'

export const mostGrounds = 20
export const mostProposals = 30
export const longestFacts = 20_000

// Browsers send the line breaks of a textarea as CR LF.
const plain = (text: string) => text.replace(/\r\n?/g, '\n')
const text = (maximum: number) => z.string().trim().max(maximum).default('').transform(plain)
const language = z.string().refine(isLanguageTag, key('platform.form.invalid'))

/** Where a letter begins: to whom, of what kind, in whose name. `membership`: `coalition` for the coalition's own. */
export const newLetterForm = z.object({
  body: z.string().refine(isId, key('authorities.letter.bodyMissing')),
  kind: oneOf(communicationKinds, 'authorities.letter.kindMissing'),
  membership: z.string().refine(value => value === 'coalition' || isId(value), key('platform.form.missing')),
  through: z.enum(['own', 'coalition']).default('own'),
  title: requiredText(300),
  follows: optionalId,
  /** Of the remedy whose words it begins with. */
  remedy: z.string().default(''),
})

const groundParts = { title: 300, article: 200, version: 120, url: 300, quote: 3000 } as const
type GroundPart = keyof typeof groundParts

const link = z
  .string()
  .trim()
  .max(groundParts.url)
  .default('')
  .refine(value => value === '' || /^https?:\/\/\S+$/.test(value), key('authorities.letter.linkWrong'))

const groundField = (part: GroundPart) => (part === 'url' ? link : text(groundParts[part]))

/** `ground-0-title` … and `proposal-0` …: as many as anybody may write, each of them may be missing. */
export const repeatedFields = Object.fromEntries([
  ...Array.from({ length: mostGrounds }, (_, n) =>
    (Object.keys(groundParts) as GroundPart[]).map(
      part => [`ground-${n}-${part}`, groundField(part)] as const,
    ),
  ).flat(),
  ...Array.from({ length: mostProposals }, (_, n) => [`proposal-${n}`, text(4000)] as const),
])

/** What was typed, by input name. */
export type Typed = Record<string, string>

/** Every place for a ground, empty ones too. */
export const groundPlaces = (typed: Typed): Ground[] =>
  Array.from({ length: mostGrounds }, (_, n) => {
    const part = (name: GroundPart) => typed[`ground-${n}-${name}`] ?? ''
    return {
      title: part('title'),
      article: part('article'),
      version: part('version'),
      url: part('url'),
      quote: part('quote'),
    }
  })

/** Every place for a proposal, empty ones too. */
export const proposalPlaces = (typed: Typed): string[] =>
  Array.from({ length: mostProposals }, (_, n) => typed[`proposal-${n}`] ?? '')

const groundsOf = (typed: Typed) => groundPlaces(typed).filter(ground => Object.values(ground).some(Boolean))
const proposalsOf = (typed: Typed) => proposalPlaces(typed).filter(Boolean)

/** The words of a letter. Saving takes what is there; what is missing is said before it goes on. */
export const letterForm = z
  .object({
    seen: z.string().default(''),
    kind: oneOf(communicationKinds, 'authorities.letter.kindMissing'),
    through: z.enum(['own', 'coalition']).default('coalition'),
    lang: language,
    title: text(300),
    facts: text(longestFacts),
    directions: z.array(z.enum(directions)).default([]),
    topics: z.array(z.string().refine(fieldsOfWork.has)).max(10).default([]),
    ...repeatedFields,
  })
  .superRefine((given, context) => {
    for (let n = 0; n < mostGrounds; n++) {
      const typed = given as unknown as Typed
      const others = (['article', 'version', 'url', 'quote'] as const).some(
        part => typed[`ground-${n}-${part}`],
      )
      if (others && !typed[`ground-${n}-title`])
        context.addIssue({
          code: 'custom',
          path: [`ground-${n}-title`],
          message: key('authorities.letter.lawMissing'),
        })
    }
  })
  .transform(({ seen, kind, through, lang, title, facts, directions, topics, ...given }) => {
    const letter: LetterText = {
      ...{ kind, through, lang, title, facts, directions, topics },
      grounds: groundsOf(given as unknown as Typed),
      proposals: proposalsOf(given as unknown as Typed),
    }
    return { seen, letter }
  })

/** The fields of grounds and proposals, filled. */
export const reasonValues = ({ grounds, proposals }: Pick<LetterText, 'grounds' | 'proposals'>): Typed =>
  Object.fromEntries([
    ...grounds.flatMap((ground, n) =>
      (Object.keys(groundParts) as GroundPart[]).map(part => [`ground-${n}-${part}`, ground[part] ?? '']),
    ),
    ...proposals.map((proposal, n) => [`proposal-${n}`, proposal]),
  ])

/** What the form is filled with when a saved letter is opened. */
export function letterValues(letter: LetterText & { updatedAt: string }): FormValues {
  const { kind, through, lang, title, facts, updatedAt } = letter
  return {
    ...{ kind, through, lang, title, facts, seen: updatedAt },
    'directions[]': letter.directions,
    'topics[]': letter.topics,
    ...reasonValues(letter),
  }
}

/** Who may read a letter from the moment it leaves: its addressee always does. */
export const firstReaders = ['public', 'members', 'parties'] as const satisfies readonly Prominence[]

/** How a letter leaves, who signs and who reads it. `onDay`: when it was posted, if somebody sends it by hand. */
export const sendingForm = z
  .object({
    seen: z.string().default(''),
    signatory: requiredText(200),
    channel: oneOf(channels, 'authorities.letter.channelMissing'),
    onDay: z.union([z.literal(''), z.iso.date(key('network.form.day'))]).default(''),
    prominence: oneOf(firstReaders, 'platform.form.missing'),
    reason,
  })
  .refine(given => given.channel !== 'post' || given.onDay !== '', {
    path: ['onDay'],
    message: key('authorities.letter.dayMissing'),
  })
  .superRefine(reasoned)

/** For which member something is done. */
export const memberForm = z.object({ membership: z.string().refine(isId, key('platform.form.missing')) })
