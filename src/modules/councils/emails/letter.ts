import type { Tx } from '#platform/database/scope.ts'
import type { MessageKey } from '#platform/i18n/index.ts'
import { type MailCategory, type MailTemplate, queueMail } from '#platform/mail/index.ts'

/** What letters of this room tell; each uses what it needs. */
export type LetterFacts = { council: Record<string, string>; number?: number; at?: string; day?: string }

type Texts = { subject: MessageKey; text: MessageKey; action: MessageKey }

/** A letter of this room: its texts are messages over the same few facts. */
export function letterOf(key: string, texts: Texts): MailTemplate<LetterFacts> {
  return {
    key: `councils.${key}`,
    subject: (i18n, { council, number = 0 }) =>
      i18n.t(texts.subject, { council: i18n.text(council).value, number }),
    paragraphs: (i18n, { council, number = 0, at, day }) => [
      i18n.t(texts.text, {
        council: i18n.text(council).value,
        number,
        at: at ? i18n.dateTime(at) : '',
        day: day ? i18n.date(day) : '',
      }),
    ],
    action: i18n => i18n.t(texts.action),
  }
}

type Sending = {
  letter: MailTemplate<LetterFacts>
  about: string
  facts: LetterFacts
  category: MailCategory
  link: string
}

/** Queues one letter for each person; nobody is told one event twice. */
export async function send(
  tx: Tx,
  persons: Iterable<string>,
  { letter, about, facts, category, link }: Sending,
): Promise<void> {
  for (const person of new Set(persons)) {
    await queueMail(tx, {
      person,
      event: `${letter.key} ${about}`,
      template: letter.key,
      values: facts,
      category,
      link,
    })
  }
}
