import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { until } from './until.ts'

/** A mail as it arrived: `email` parsed, `raw` as it came over the wire, `to` from the envelope. */
export type ReceivedMail = {
  to: string[]
  from: string
  raw: string
  email: Email
  header: (name: string) => string | undefined
}

export type MailServer = {
  url: string
  received: ReceivedMail[]
  /** Answers the next recipients with these codes instead of taking them, and the data of the next mails likewise. */
  refuse: { recipients: number[]; data: number[] }
  /** Called before a mail is taken. */
  beforeAccept: (mail: ReceivedMail) => Promise<void> | void
  /** Resolves when so many mails to this address are there. */
  mailsTo: (address: string, count?: number) => Promise<ReceivedMail[]>
  stop: () => Promise<void>
}

const failure = (code: number) =>
  Object.assign(new Error('refused for <somebody@example.org>'), { responseCode: code })

async function parse(raw: Buffer, to: string[], from: string): Promise<ReceivedMail> {
  const email = await PostalMime.parse(raw)
  const header = (name: string) => email.headers.find(({ key }) => key === name.toLowerCase())?.value
  return { to, from, raw: raw.toString('latin1'), email, header }
}

/** A real SMTP server on a loopback port of its own, for tests. */
export async function startMailServer(): Promise<MailServer> {
  const refuse: MailServer['refuse'] = { recipients: [], data: [] }
  const received: ReceivedMail[] = []
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    hideSTARTTLS: true,
    onRcptTo: (_address, _session, callback) => {
      const code = refuse.recipients.shift()
      callback(code === undefined ? null : failure(code))
    },
    onData: async (stream, session, callback) => {
      const raw = Buffer.concat(await Array.fromAsync<Buffer>(stream))
      const code = refuse.data.shift()
      if (code !== undefined) return callback(failure(code))
      const sender = session.envelope.mailFrom
      const mail = await parse(
        raw,
        session.envelope.rcptTo.map(({ address }) => address),
        sender ? sender.address : '',
      )
      await own.beforeAccept(mail)
      received.push(mail)
      callback(null)
    },
  })
  server.on('error', () => {})
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as { port: number }
  const own: MailServer = {
    url: `smtp://127.0.0.1:${port}`,
    received,
    refuse,
    beforeAccept: () => {},
    mailsTo: async (address, count = 1) => {
      const mine = () => received.filter(mail => mail.to.includes(address))
      await until(
        () => mine().length >= count,
        () => `${mine().length} of ${count} mails to ${address} arrived`,
      )
      return mine()
    },
    stop: () => new Promise<void>(resolve => server.close(() => resolve())),
  }
  return own
}
