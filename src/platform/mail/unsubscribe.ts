import { createHmac, timingSafeEqual } from 'node:crypto'
import { inScope, rows } from '#platform/database/scope.ts'
import type { Platform } from '#platform/platform.ts'

const markBytes = 16

function mark(key: Buffer, person: Buffer): Buffer {
  return createHmac('sha256', key).update('unsubscribe').update(person).digest().subarray(0, markBytes)
}

/** What a link in a mail proves: that it came to this person. Does not expire, because old mails keep their links. */
export function unsubscribeToken(key: Buffer, person: string): string {
  const id = Buffer.from(person.replaceAll('-', ''), 'hex')
  return Buffer.concat([id, mark(key, id)]).toString('base64url')
}

/** The person whom a token names; null for anything that we did not make. */
export function personOfToken(key: Buffer, token: string): string | null {
  if (!/^[\w-]{43}$/.test(token)) return null
  const bytes = Buffer.from(token, 'base64url')
  const id = bytes.subarray(0, 16)
  if (!timingSafeEqual(bytes.subarray(16), mark(key, id))) return null
  return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/**
 * One-click unsubscribing (RFC 8058): the token alone says who it is, no session and no question. Stops all news; what a
 * person asks for still comes. Returns false when the token is not one of ours.
 */
export async function unsubscribe(platform: Platform, token: string): Promise<boolean> {
  const person = personOfToken(platform.secrets.mail, token)
  if (person === null) return false
  await inScope(platform.database.request, { umbrella: null, account: person }, 'write', tx =>
    rows(
      tx,
      'mail.unsubscribe',
      `update people.people set digest = 'none' where id = platform.current_account()`,
    ),
  )
  return true
}
