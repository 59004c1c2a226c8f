import type { Tx } from '#platform/database/scope.ts'
import { queueMail } from '#platform/mail/queue.ts'
import type { MailTemplate } from '#platform/mail/template.ts'

export const actWaitingMail: MailTemplate = {
  key: 'people.act_waiting',
  subject: i18n => i18n.t('people.mail.actWaiting.subject'),
  paragraphs: i18n => [i18n.t('people.mail.actWaiting.told'), i18n.t('people.mail.actWaiting.why')],
  action: i18n => i18n.t('people.mail.actWaiting.open'),
}

/** Tells the other coordinators that an act waits for its second person. It says not what: mail is read by others too. */
export async function actWaiting(tx: Tx, { act, people }: { act: string; people: string[] }): Promise<void> {
  for (const person of people) {
    await queueMail(tx, {
      person,
      event: `people.act_waiting ${act}`,
      template: actWaitingMail.key,
      category: 'asked',
      link: '/acts',
    })
  }
}
