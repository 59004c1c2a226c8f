import type { I18n, Localised, MessageKey, MessageValues } from '#platform/i18n/index.ts'
import type { MailTemplate } from '#platform/mail/index.ts'
import { lastDay } from '../deadlines.ts'

/** What the mails of admission, membership and mandates are about; each uses what it needs. */
export type MailFacts = {
  /** Whose application, or which member. */
  name?: Record<string, string>
  /** The member that objected. */
  member?: Record<string, string>
  /** How the holder of a mandate wants to be called. */
  person?: string
  /** A moment at which a period ends. */
  until?: string
  /** A day. */
  on?: string
  /** A short reason in the words of whoever gave it. */
  reason?: string
  days?: number
}

const named = (i18n: I18n, name: Localised | undefined) => (name ? i18n.text(name).value : '')

function words(i18n: I18n, facts: MailFacts): MessageValues {
  return {
    name: named(i18n, facts.name),
    member: named(i18n, facts.member),
    person: facts.person ?? '',
    until: facts.until ? i18n.date(lastDay(i18n, facts.until)) : '',
    on: facts.on ? i18n.date(facts.on) : '',
    reason: facts.reason ?? '',
    days: facts.days ?? 0,
  }
}

type Texts = { subject: MessageKey; paragraphs: readonly MessageKey[]; action: MessageKey }

/** A mail of this room: its texts are messages over the same few facts. */
export const mailOf = (key: string, texts: Texts): MailTemplate<MailFacts> => ({
  key: `network.${key}`,
  subject: (i18n, facts) => i18n.t(texts.subject, words(i18n, facts)),
  paragraphs: (i18n, facts) => texts.paragraphs.map(paragraph => i18n.t(paragraph, words(i18n, facts))),
  action: i18n => i18n.t(texts.action),
})
