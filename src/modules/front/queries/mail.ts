import { rows, type Tx } from '#platform/database/scope.ts'
import type { ShownMail } from '../pages/demonstration.tsx'

/** The newest fifty mails of the account that asks; row-level security shows no others. */
export async function ownMail(tx: Tx): Promise<ShownMail[]> {
  const found = await rows<Omit<ShownMail, 'sentAt'> & { sentAt: string }>(
    tx,
    'front.own-mail',
    `select id, subject, body_text as text, sent_at as "sentAt" from platform.demonstration_mail
     where person_id = platform.current_account() order by sent_at desc limit 50`,
  )
  return found.map(row => ({ ...row, sentAt: Temporal.Instant.from(row.sentAt) }))
}
