import * as z from 'zod'
import type { Tx } from '#platform/database/scope.ts'
import type { MessageKey } from '#platform/i18n/index.ts'
import { queueMail } from '#platform/mail/queue.ts'
import type { MailTemplate } from '#platform/mail/template.ts'
import type { Purpose } from '../schema/people.ts'

type Values = { purpose: string; days: number }

const subjects = {
  mandate: 'people.mail.invitation.mandate',
  member: 'people.mail.invitation.member',
  coordinator: 'people.mail.invitation.coordinator',
  officer: 'people.mail.invitation.officer',
} as const satisfies Record<Purpose, MessageKey>

const aPurpose = z.enum(['mandate', 'member', 'coordinator', 'officer'])

export const invitationTemplate: MailTemplate<Values> = {
  key: 'people.invitation',
  subject: (i18n, { purpose }) => i18n.t(subjects[aPurpose.parse(purpose)]),
  paragraphs: (i18n, { days }) => [
    i18n.t('people.mail.invitation.told'),
    i18n.t('people.mail.invitation.days', { days }),
    i18n.t('people.mail.invitation.notYou'),
  ],
  action: i18n => i18n.t('people.mail.invitation.open'),
}

/** Mails the link of an invitation to its address. */
export async function invitationMail(
  tx: Tx,
  { id, token, purpose, days }: { id: string; token: string; purpose: Purpose; days: number },
): Promise<void> {
  await queueMail(tx, {
    invitation: id,
    event: `people.invitation ${id}`,
    template: invitationTemplate.key,
    values: { purpose, days },
    category: 'asked',
    link: `/invitation/${token}`,
  })
}
