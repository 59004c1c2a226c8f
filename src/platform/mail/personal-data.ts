import { rows, type Tx } from '#platform/database/scope.ts'

/** The mails on record for the transaction's own account, as plain JSON for their export. */
export async function exportPersonFromMail(tx: Tx): Promise<Record<string, unknown>[]> {
  return rows(
    tx,
    'mail.export-person',
    `select umbrella_id as umbrella, event, template, category, values, status, queued_at, settled_at
     from platform.mail where person_id = platform.current_account() order by queued_at, id`,
  )
}

/** Forgets all mail to the transaction's own account, sent or waiting. */
export async function erasePersonFromMail(tx: Tx): Promise<void> {
  await rows(
    tx,
    'mail.erase-person',
    'delete from platform.mail where person_id = platform.current_account()',
  )
}
