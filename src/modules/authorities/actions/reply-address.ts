import { rows, type Tx } from '#platform/database/scope.ts'
import { addressOf, newToken } from '../incoming/address.ts'

/**
 * The address to which the authority may answer by mail about one communication; made when it is first asked for, and the
 * same ever after. `host` is where mail is received (`platform.config.mail?.host`): null where none is. It tells whoever has
 * it nothing and lets them write about this communication alone; it is never a member's own address.
 */
export async function replyAddress(
  tx: Tx,
  communication: string,
  host: string | null | undefined,
): Promise<string | null> {
  if (!host) return null
  await rows(
    tx,
    'authorities.make-reply-address',
    `insert into authorities.reply_addresses (communication_id, token) values ($1, $2)
     on conflict (umbrella_id, communication_id) do nothing`,
    [communication, newToken()],
  )
  const [known] = await rows<{ token: string; slug: string }>(
    tx,
    'authorities.reply-address',
    `select a.token, u.slug from authorities.reply_addresses a join platform.umbrellas u on u.id = a.umbrella_id
     where a.umbrella_id = platform.current_umbrella() and a.communication_id = $1`,
    [communication],
  )
  return known ? addressOf(known.slug, known.token, host) : null
}

/** The same for the job that mails the letter, which acts for nobody: as long as the letter waits to be mailed. */
export async function mailedReplyAddress(
  tx: Tx,
  communication: string,
  host: string | null | undefined,
): Promise<string | null> {
  if (!host) return null
  const [known] = await rows<{ token: string; slug: string }>(
    tx,
    'authorities.mailed-reply-address',
    'select token, slug from authorities.reply_to_mail($1)',
    [communication],
  )
  return known ? addressOf(known.slug, known.token, host) : null
}
