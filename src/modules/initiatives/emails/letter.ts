import type { Tx } from '#platform/database/scope.ts'
import type { I18n, Localised, MessageKey, MessageValues } from '#platform/i18n/index.ts'
import { type MailCategory, type MailTemplate, queueMail } from '#platform/mail/index.ts'

/** What letters about texts and their discussion tell; each uses what it needs. */
export type LetterFacts = {
  /** Number of the initiative. */
  initiative?: number
  /** Number of the decision. */
  decision?: number
  title?: Record<string, string>
  /** The member that did it. */
  member?: Record<string, string>
  /** Number of the amendment. */
  amendment?: number
  accepted?: boolean
  /** A day on which a period ends: a moment as ISO text. */
  until?: string
}

const named = (i18n: I18n, text: Localised | undefined) => (text ? i18n.text(text).value : '')

const words = (i18n: I18n, facts: LetterFacts): MessageValues => ({
  initiative: facts.initiative ? i18n.number(facts.initiative) : '',
  decision: facts.decision ? i18n.number(facts.decision) : '',
  title: named(i18n, facts.title),
  member: named(i18n, facts.member),
  amendment: facts.amendment ? i18n.number(facts.amendment) : '',
  answer: facts.accepted ? 'accepted' : 'refused',
  until: facts.until ? i18n.dateTime(facts.until) : '',
})

type Texts = { subject: MessageKey; text: MessageKey; action: MessageKey }

/** A letter of this room: its texts are messages over the same few facts. */
export const letterOf = (key: string, texts: Texts): MailTemplate<LetterFacts> => ({
  key: `initiatives.${key}`,
  subject: (i18n, facts) => i18n.t(texts.subject, words(i18n, facts)),
  paragraphs: (i18n, facts) => [i18n.t(texts.text, words(i18n, facts))],
  action: i18n => i18n.t(texts.action),
})

type Sending = {
  letter: MailTemplate<LetterFacts>
  /** The row it is about, and what makes a second telling of it another event. */
  about: string
  facts: LetterFacts
  category: MailCategory
  link: string
}

/** Queues one letter for each person but the one who acted; nobody is told one event twice. */
export async function send(
  tx: Tx,
  persons: Iterable<string>,
  { letter, about, facts, category, link }: Sending,
): Promise<void> {
  const { rows } = await tx.$client.query<{ asking: string | null }>(
    'select platform.current_account() as asking',
  )
  for (const person of new Set(persons)) {
    if (person === rows[0]!.asking) continue
    const event = `${letter.key} ${about}`
    await queueMail(tx, { person, event, template: letter.key, values: facts, category, link })
  }
}
