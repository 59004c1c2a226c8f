import { rows, type Tx } from '#platform/database/scope.ts'

/** A mail that a demonstration shows instead of sending it. */
export type DemonstrationMail = {
  id: string
  subject: string
  text: string
  html: string
  sentAt: Temporal.Instant
}

/** The newest mails to the transaction's own account; always empty outside of demonstrations. */
export async function demonstrationMail(tx: Tx, limit = 50): Promise<DemonstrationMail[]> {
  const found = await rows<Omit<DemonstrationMail, 'sentAt'> & { sentAt: string }>(
    tx,
    'mail.demonstration',
    `select id, subject, body_text as text, body_html as html, sent_at as "sentAt" from platform.demonstration_mail
     where person_id = platform.current_account() order by sent_at desc limit $1`,
    [limit],
  )
  return found.map(mail => ({ ...mail, sentAt: Temporal.Instant.from(mail.sentAt) }))
}
