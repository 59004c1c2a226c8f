import * as z from 'zod'
import type { Tx } from '#platform/database/scope.ts'
import type { Role } from '#platform/http/viewer.ts'
import { queueMail } from '#platform/mail/queue.ts'
import type { MailTemplate } from '#platform/mail/template.ts'
import { roleNames, roleWord } from '../role-words.ts'

type Values = { role: string; granted: boolean }

const aRole = z.enum(roleNames as [Role, ...Role[]])

export const roleChangedMail: MailTemplate<Values> = {
  key: 'people.role_changed',
  subject: (i18n, { granted }) =>
    i18n.t(granted ? 'people.mail.role.grantedSubject' : 'people.mail.role.revokedSubject'),
  paragraphs: (i18n, { role, granted }) => [
    i18n.t(granted ? 'people.mail.role.granted' : 'people.mail.role.revoked', {
      role: roleWord(i18n, aRole.parse(role)),
    }),
    i18n.t('people.mail.role.two'),
  ],
  action: i18n => i18n.t('people.mail.role.open'),
}

/** Tells a person that two coordinators gave or took a role. */
export async function roleChanged(
  tx: Tx,
  { act, person, role, granted }: { act: string; person: string; role: Role; granted: boolean },
): Promise<void> {
  await queueMail(tx, {
    person,
    event: `people.role_changed ${act}`,
    template: roleChangedMail.key,
    values: { role, granted },
    category: 'asked',
    link: '/roles',
  })
}
