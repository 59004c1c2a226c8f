import type { Tx } from '#platform/database/scope.ts'
import type { I18n, MessageKey, MessageValues } from '#platform/i18n/index.ts'
import { type MailCategory, type MailTemplate, queueMail } from '#platform/mail/index.ts'

/** What mail says of a communication: number and title, who writes to whom. Never its text. */
export type CommunicationFacts = {
  number: number
  title: string
  body: Record<string, string>
  /** What happened, where mail tells of a step. */
  kind?: string
}

/** The values of its sentences. */
export const wordsOf = (i18n: I18n, { number, title, body }: CommunicationFacts): MessageValues => ({
  number,
  title,
  body: i18n.text(body).value,
})

type Telling = {
  template: MailTemplate<CommunicationFacts>
  facts: CommunicationFacts
  /** Names the event: nobody is told it twice. */
  event: string
  category: MailCategory
}

/** Queues one mail for each person. */
export async function tell(tx: Tx, people: readonly string[], telling: Telling): Promise<void> {
  const { template, facts, event, category } = telling
  for (const person of people) {
    await queueMail(tx, {
      ...{ person, event: `${template.key} ${event}`, template: template.key, category },
      values: { ...facts },
      link: `/communications/${facts.number}`,
    })
  }
}

/** A mail about a communication, of which `lines` are the sentences. */
export const mailOf = (
  key: string,
  subject: MailTemplate<CommunicationFacts>['subject'],
  lines: (facts: CommunicationFacts) => MessageKey[],
): MailTemplate<CommunicationFacts> => ({
  key: `authorities.${key}`,
  subject,
  paragraphs: (i18n, facts) => lines(facts).map(line => i18n.t(line, wordsOf(i18n, facts))),
  action: i18n => i18n.t('authorities.desk.mail.open'),
})
