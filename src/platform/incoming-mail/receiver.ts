import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server'
import type { MailSettings } from '#platform/config.ts'
import { makeDataFolder } from '#platform/data-folder.ts'
import { OperatorProblem } from '#platform/operator-problem.ts'
import type { Platform } from '#platform/platform.ts'
import { readCertificate } from './certificate.ts'
import { type Allowances, usualAllowances } from './limits.ts'
import { largestMail, type Mailbox } from './mailbox.ts'
import { Reception } from './reception.ts'

/** How patient the receiver is. RFC 5321 §4.5.3.2 has honest servers never pause for longer than some minutes. */
export type Patience = {
  /** Milliseconds without a sign of life. */
  silence: number
  /** Milliseconds for all of a connection. */
  connection: number
}

const usualPatience: Patience = { silence: 120_000, connection: 15 * 60_000 }

export type ReceiverOptions = { allowances?: Allowances; patience?: Patience; folder?: string }

export type Receiver = { port: number; close: () => Promise<void> }

const connectionOf = (server: SMTPServer, session: SMTPServerSession) =>
  [...server.connections].find(connection => connection.session === session)

function optionsOf(
  reception: Reception,
  { silence, connection }: Patience,
  server: () => SMTPServer,
): SMTPServerOptions {
  const hangUp = (session: SMTPServerSession) => () =>
    connectionOf(server(), session)?.send(421, '4.4.2 This takes too long')
  return {
    name: reception.platform.config.mail!.host,
    banner: 'Parasol',
    size: largestMail,
    maxClients: 50,
    maxRecipients: 20,
    maxCommandLength: 2048,
    socketTimeout: silence,
    closeTimeout: 10_000,
    // Asking who an address belongs to would tell a name server who writes to us.
    disableReverseLookup: true,
    logger: false,
    onConnect: (session, done) => done(reception.enter(session, hangUp(session), connection)),
    onClose: session => reception.leave(session),
    onMailFrom: (_address, session, done) => done(reception.begin(session)),
    onRcptTo: ({ address }, session, done) => void reception.address(session, address).then(done),
    onData: (stream, session, done) => {
      const { mailFrom } = session.envelope
      const bounce = !mailFrom || mailFrom.address === ''
      void reception.take(stream, session, bounce).then(refusal => done(refusal, 'Kept'))
    },
  }
}

const reasons: Record<string, (settings: MailSettings) => string> = {
  EADDRINUSE: ({ port }) =>
    `Port ${port} is taken by another program: set PARASOL_MAIL_PORT to another number.`,
  EACCES: ({ port }) =>
    `Port ${port} may not be used by this user: set PARASOL_MAIL_PORT to a number above 1023 and forward port 25 to it.`,
  EADDRNOTAVAIL: ({ listen }) => `PARASOL_MAIL_LISTEN is ${listen}, which is no address of this machine.`,
}

function listening(server: SMTPServer, settings: MailSettings): Promise<void> {
  return new Promise((resolve, reject) => {
    server.server.once('error', (error: NodeJS.ErrnoException) => {
      const reason = reasons[error.code ?? '']
      reject(reason ? new OperatorProblem(reason(settings)) : error)
    })
    server.listen({ port: settings.port, host: settings.listen ?? undefined }, resolve)
  })
}

const twiceADay = 12 * 60 * 60_000

/**
 * Receives mail on the configured port until `close`. A mail is answered with yes once a room has committed it. Throws
 * OperatorProblem when the port or the certificate cannot be used.
 */
export async function receiveMail(
  platform: Platform,
  mailboxes: readonly Mailbox[],
  {
    allowances = usualAllowances,
    patience = usualPatience,
    folder = platform.config.dataFolder,
  }: ReceiverOptions = {},
): Promise<Receiver> {
  const settings = platform.config.mail
  if (!settings) throw new Error('PARASOL_MAIL_PORT is not set')
  const reception = new Reception(platform, mailboxes, await makeDataFolder(folder), allowances)
  const tls = settings.tls && (await readCertificate(settings.tls))
  const server: SMTPServer = new SMTPServer({
    ...optionsOf(reception, patience, () => server),
    ...tls,
    disabledCommands: tls ? ['AUTH'] : ['AUTH', 'STARTTLS'],
  })
  // A sender who hangs up is no news.
  server.on('error', () => {})
  await listening(server, settings)
  // A renewed certificate is taken over without a restart; a broken one is not.
  const renew = () =>
    void readCertificate(settings.tls!).then(
      files => server.updateSecureContext(files),
      () => {},
    )
  const renewal = tls ? setInterval(renew, twiceADay).unref() : undefined
  const close = async () => {
    clearInterval(renewal)
    await new Promise<void>(resolve => server.close(() => resolve()))
  }
  return { port: (server.server.address() as AddressInfo).port, close }
}
