import { directionOf } from '#platform/i18n/locale.ts'
import { GiveUp } from '#platform/jobs/index.ts'
import type { Platform } from '#platform/platform.ts'
import { hostOf, type MailAttachment, post, SmtpError } from './transport.ts'

/** A letter that people send to an office outside: not to a person of ours, and not news. */
export type OutwardLetter = {
  to: string
  /** In whose name: the sender that the office reads. */
  from: string
  /** The row that it is of: the same letter keeps its Message-ID when it has to go again. */
  id: string
  lang: string
  subject: string
  paragraphs: string[]
  /** Where an answer goes; null: to the installation's own address. */
  replyTo: string | null
  attachment: MailAttachment
}

/**
 * Hands a letter with its document to the mail server, for a job: an address that is refused for good ends the job, anything
 * else is tried again.
 */
export async function postOut(platform: Platform, outward: OutwardLetter): Promise<void> {
  const { to, from, id, lang, subject, paragraphs, replyTo, attachment } = outward
  const letter = {
    lang,
    dir: directionOf(lang),
    subject,
    sections: [{ items: [{ paragraphs }] }],
    footer: [from],
  }
  const messageId = `<${id}@${hostOf(platform)}>`
  try {
    await post(
      platform,
      { to, from, messageId, letter, replyTo: replyTo ?? undefined, attachment, byPerson: true },
      'news',
    )
  } catch (error) {
    throw error instanceof SmtpError && error.addressRefused ? new GiveUp('address-refused') : error
  }
}
