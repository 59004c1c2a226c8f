export type { ArrivedMail, Keep, Mailbox } from './mailbox.ts'
export { readMail } from './reading.ts'
export { receiveMail } from './receiver.ts'
export { type MailWords, oneLine, type Remark } from './words-of-mail.ts'
