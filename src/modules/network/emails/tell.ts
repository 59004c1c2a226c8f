import type { Tx } from '#platform/database/scope.ts'
import { type MailCategory, type MailTemplate, queueMail } from '#platform/mail/index.ts'
import type { MailFacts } from './words.ts'

type Telling = {
  template: MailTemplate<MailFacts>
  /** The row it is about, and what makes a second telling of it another event. */
  about: string
  facts: MailFacts
  category: MailCategory
  link: string
}

/** Queues one mail for each person; nobody is told one event twice. */
export async function tell(
  tx: Tx,
  persons: Iterable<string>,
  { template, about, facts, category, link }: Telling,
): Promise<void> {
  for (const person of new Set(persons)) {
    await queueMail(tx, {
      person,
      event: `${template.key} ${about}`,
      template: template.key,
      values: facts,
      category,
      link,
    })
  }
}
