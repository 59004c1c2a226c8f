import type { Tx } from '#platform/database/scope.ts'
import { queueMail } from '#platform/mail/queue.ts'
import type { MailTemplate } from '#platform/mail/template.ts'

export const willingMail: MailTemplate = {
  key: 'people.willing_to_coordinate',
  subject: i18n => i18n.t('people.mail.willing.subject'),
  paragraphs: i18n => [i18n.t('people.mail.willing.told'), i18n.t('people.mail.willing.next')],
  action: i18n => i18n.t('people.mail.willing.open'),
}

/** Tells who invited that the person is there and the role can be proposed. */
export async function willingToCoordinate(
  tx: Tx,
  { invitation, inviter }: { invitation: string; inviter: string },
): Promise<void> {
  await queueMail(tx, {
    person: inviter,
    event: `people.willing_to_coordinate ${invitation}`,
    template: willingMail.key,
    category: 'asked',
    link: '/roles/proposal',
  })
}
