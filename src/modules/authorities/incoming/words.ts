import type { MessageKey } from '#platform/i18n/index.ts'
import type { Remark } from '#platform/incoming-mail/index.ts'

/** What is said about each thing that could not be kept or read as it was meant. */
export const remarkWords: Record<Exclude<Remark['kind'], 'fileNotKept'>, MessageKey> = {
  charsetMissing: 'authorities.mail.remark.charsetMissing',
  charsetWrong: 'authorities.mail.remark.charsetWrong',
  unreadable: 'authorities.mail.remark.unreadable',
  fromHtml: 'authorities.mail.remark.fromHtml',
  textCut: 'authorities.mail.remark.textCut',
  noText: 'authorities.mail.remark.noText',
  tooManyFiles: 'authorities.mail.remark.tooManyFiles',
}

export const fileRemarkWords = {
  tooLarge: 'authorities.mail.remark.fileTooLarge',
  notAccepted: 'authorities.mail.remark.fileNotAccepted',
} as const satisfies Record<string, MessageKey>
