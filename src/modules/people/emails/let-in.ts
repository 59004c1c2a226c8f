import type { Tx } from '#platform/database/scope.ts'
import { queueMail } from '#platform/mail/queue.ts'
import type { MailTemplate } from '#platform/mail/template.ts'
import type { TeamKind } from '#platform/vault/index.ts'

export const letInMail: MailTemplate = {
  key: 'people.let_in',
  subject: i18n => i18n.t('people.vault.mail.letInSubject'),
  paragraphs: i18n => [i18n.t('people.vault.mail.letIn')],
  action: i18n => i18n.t('people.vault.mail.letInOpen'),
}

/** Tells a person that a colleague let them in with the key they have now. */
export async function letIn(tx: Tx, person: string, key: string, kind: TeamKind): Promise<void> {
  await queueMail(tx, {
    person,
    event: `people.let_in ${kind} ${key}`,
    template: letInMail.key,
    category: 'asked',
    link: `/vault/${kind}`,
  })
}
