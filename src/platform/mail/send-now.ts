import { setTimeout as sleep } from 'node:timers/promises'
import type { Locale } from '#platform/i18n/index.ts'
import { newId } from '#platform/id.ts'
import { keptWith } from '#platform/kept.ts'
import type { Platform } from '#platform/platform.ts'
import { letterOf } from './compose.ts'
import type { MailTemplate, MailValues } from './template.ts'
import { closePost, hostOf, post, SmtpError } from './transport.ts'

/** A mail that cannot wait for a queue, such as a sign-in code. It is kept nowhere: after a crash the person asks again. */
export type UrgentMail<V extends MailValues = MailValues> = {
  /** Null does everything but send, so that nothing about an address shows in the time it takes. */
  to: string | null
  locale: Locale
  template: MailTemplate<V>
  values: V
  /** Path below the language. */
  link?: string
}

// A server that is busy for a moment is asked again; a code is of no use much later.
const pauses = [0, 3_000, 20_000]
const most = 500

const sending = keptWith((_: Platform) => new Set<Promise<void>>())

async function attempt<V extends MailValues>(
  platform: Platform,
  mail: UrgentMail<V>,
  messageId: string,
): Promise<void> {
  const told = {
    template: mail.template as MailTemplate,
    values: mail.values,
    link: mail.link ?? null,
    place: null,
  }
  const letter = letterOf(platform, { locale: mail.locale, person: null }, told, false)
  if (mail.to !== null) await post(platform, { to: mail.to, from: 'Parasol', messageId, letter }, 'codes')
}

async function deliver<V extends MailValues>(platform: Platform, mail: UrgentMail<V>): Promise<void> {
  const messageId = `<${newId()}@${hostOf(platform)}>`
  for (const pause of pauses) {
    if (pause) await sleep(pause, undefined, { ref: false })
    try {
      return await attempt(platform, mail, messageId)
    } catch (error) {
      platform.log.warn({ template: mail.template.key, err: error }, 'a mail that cannot wait was not sent')
      const lasting = !(error instanceof SmtpError) || (error.responseCode ?? 0) >= 500
      if (lasting) return
    }
  }
}

/**
 * Sends a mail at once, without the caller waiting: it returns in the same time for a known and an unknown address, and
 * never throws. A failure is logged without the address.
 */
export function sendNow<V extends MailValues>(platform: Platform, mail: UrgentMail<V>): void {
  const known = sending(platform)
  if (known.size >= most) {
    platform.log.error('too many mails are waiting to be sent at once; one was dropped')
    return
  }
  // Not before the answer is on its way.
  const done = new Promise<void>(resolve => setImmediate(resolve))
    .then(() => deliver(platform, mail))
    .finally(() => known.delete(done))
  known.add(done)
}

/** Lets mails under way finish (at most `grace` milliseconds), then closes the connections to the mail server. */
export async function closeMail(platform: Platform, grace = 5_000): Promise<void> {
  await Promise.race([Promise.allSettled([...sending(platform)]), sleep(grace, undefined, { ref: false })])
  closePost(platform)
}
