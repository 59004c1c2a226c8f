import type { I18n } from '#platform/i18n/index.ts'

/** What a queued mail keeps for its template until it is sent: plain JSON, never sealed text. */
export type MailValue = string | number | boolean | null | MailValue[] | { [key: string]: MailValue }
export type MailValues = { [key: string]: MailValue }

/**
 * The words of one kind of mail, as the room that sends it has them. All of it is plain text; paragraphs become `<p>`.
 * Values are what `queueMail` was given, and may be as old as the mail waited.
 */
export type MailTemplate<V extends MailValues = MailValues> = {
  /** `area.name`, unique in the program. */
  key: string
  subject(i18n: I18n, values: V): string
  paragraphs(i18n: I18n, values: V): string[]
  /** What the button says that leads to the mail's link. */
  action?(i18n: I18n, values: V): string
  /** Forgotten, with who got it, when what it is about has ended and `mail.forget` is asked for. */
  passing?: boolean
}
