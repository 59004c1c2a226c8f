import { rows } from '#platform/database/scope.ts'
import type { Locale } from '#platform/i18n/index.ts'
import type { JobContext } from '#platform/jobs/index.ts'
import { readerLocale } from './compose.ts'
import type { Digest } from './due.ts'
import type { StoredMail } from './stored-mail.ts'

/** Who a mail goes to, read at the moment of sending: no queue ever holds an address. */
export type Recipient = { address: string; locale: Locale; person: string | null; digest: Digest }

/** Why there is nobody to send to. */
export type Unreachable = 'no-address' | 'erased'

/** A person, as they themselves would see it, and the confirmed address of their account. */
export async function recipientPerson(context: JobContext, person: string): Promise<Recipient | Unreachable> {
  const [found] = await context.inScope({ umbrella: null, account: person }, 'read', tx =>
    rows<{ locale: string; digest: Digest; erased: boolean }>(
      tx,
      'mail.recipient',
      `select locale, digest, erased_at is not null as erased from people.people where id = platform.current_account()`,
    ),
  )
  if (!found || found.erased) return 'erased'
  const { rows: users } = await context.platform.database.accounts.query<{ email: string }>(
    'select email from accounts.users where id = $1 and email_verified',
    [person],
  )
  if (!users[0]) return 'no-address'
  return { address: users[0].email, locale: readerLocale(found.locale), person, digest: found.digest }
}

/** The address of an invitation that is still open. */
async function invited(
  context: JobContext,
  umbrella: string,
  invitation: string,
): Promise<Recipient | Unreachable> {
  const [found] = await context.inScope({ umbrella, account: null }, 'read', tx =>
    rows<{ address: string; locale: string }>(
      tx,
      'mail.invited',
      `select address, locale from people.invitations
       where umbrella_id = platform.current_umbrella() and id = $1 and address is not null
         and accepted_at is null and withdrawn_at is null and expires_at > now()`,
      [invitation],
    ),
  )
  if (!found) return 'no-address'
  return { address: found.address, locale: readerLocale(found.locale), person: null, digest: 'each' }
}

/** Whom a mail reaches now and in which language, or why it reaches nobody. */
export function recipientOf(context: JobContext, mail: StoredMail): Promise<Recipient | Unreachable> {
  if (mail.person !== null) return recipientPerson(context, mail.person)
  return invited(context, mail.umbrella!, mail.invitation!)
}
