import { rows, type Tx } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { enqueue } from '#platform/jobs/index.ts'
import type { MailValues } from './template.ts'

/**
 * `asked`: what the person asked for or must know to act (confirmations, a decision on their application); at once.
 * `soon`: news that a digest would bring too late (a vote that is about to close); at once, with one-click unsubscribing.
 * `news`: everything else; in the person's digest, with one-click unsubscribing.
 */
export type MailCategory = 'asked' | 'soon' | 'news'

/** To a person (`people.people`), or to the address of an invitation (`people.invitations`). */
export type MailRecipient = { person: string } | { invitation: string }

export type QueuedMail = MailRecipient & {
  /** What the mail tells, such as `network.application_published 0192…`: one recipient is told one event once. */
  event: string
  /** Key of the template. */
  template: string
  values?: MailValues
  category: MailCategory
  /** The page it leads to: a path below the umbrella, or below the language when there is no umbrella. */
  link?: string
}

/**
 * Hands a mail in with the caller's transaction; it is sent after the commit. Returns whether it is new: false when this
 * recipient was told this event before.
 */
export async function queueMail(tx: Tx, mail: QueuedMail): Promise<boolean> {
  const id = newId()
  const [scope] = await rows<{ umbrella: string | null }>(
    tx,
    'mail.scope',
    'select platform.current_umbrella() as umbrella',
  )
  const { umbrella } = scope!
  const inserted = await tx.$client.query({
    name: 'mail.queue',
    text: `insert into platform.mail (id, umbrella_id, person_id, invitation_id, event, category, template, values, link)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
    values: [
      id,
      umbrella,
      'person' in mail ? mail.person : null,
      'invitation' in mail ? mail.invitation : null,
      mail.event,
      mail.category,
      mail.template,
      JSON.stringify(mail.values ?? {}),
      mail.link ?? null,
    ],
  })
  if (!inserted.rowCount) return false
  await enqueue(tx, 'mail.send', { umbrella, id })
  return true
}
