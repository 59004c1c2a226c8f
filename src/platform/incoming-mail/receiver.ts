import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server'
import type { MailSettings } from '#platform/config.ts'
import { makeDataFolder } from '#platform/data-folder.ts'
import { OperatorProblem } from '#platform/operator-problem.ts'
import type { Platform } from '#platform/platform.ts'
import { putAside } from './aside.ts'
import { readCertificate } from './certificate.ts'
import { mailCounter, type Outcome } from './counter.ts'
import { type Allowances, MailLimits, usualAllowances } from './limits.ts'
import { type Keep, largestMail, type Mailbox } from './mailbox.ts'

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

const saysNo = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode })

const tooBusy = (code: 421 | 451) => saysNo(code, '4.7.0 Too much at once from your network, try again later')
const unwell = () => saysNo(451, '4.3.0 We cannot take this now, try again later')
const full = () => saysNo(452, '4.2.2 This mailbox is full for now, try again later')
const unknown = () =>
  saysNo(550, '5.1.1 No such address here. Please answer to the address that stands in the letter you got')
const tooLarge = () => saysNo(552, '5.3.4 A mail may have 25 MB here; please send large documents by a link')

const mostRefused = 10

/** What is known of a connection while it lasts. */
type Guest = {
  mark: string | null
  inside: boolean
  refused: number
  keeps: Map<string, Keep>
  timer?: NodeJS.Timeout
}

class Reception {
  readonly #guests = new WeakMap<SMTPServerSession, Guest>()
  readonly #limits: MailLimits
  readonly #count: (outcome: Outcome) => void

  readonly platform: Platform
  readonly #mailboxes: readonly Mailbox[]
  readonly #folder: string

  constructor(platform: Platform, mailboxes: readonly Mailbox[], folder: string, allowances: Allowances) {
    this.platform = platform
    this.#mailboxes = mailboxes
    this.#folder = folder
    this.#limits = new MailLimits(allowances)
    this.#count = mailCounter(platform)
  }

  /** Lets a connection in, or not; `hangUp` ends it when it lasts too long. */
  enter(session: SMTPServerSession, hangUp: () => void, longest: number): Error | null {
    const mark = this.#limits.markOf(session.remoteAddress)
    const guest: Guest = { mark, inside: false, refused: 0, keeps: new Map() }
    this.#guests.set(session, guest)
    if (!this.#limits.take('connections', mark) || !this.#limits.in(mark)) return this.#defer(tooBusy(421))
    guest.inside = true
    guest.timer = setTimeout(hangUp, longest).unref()
    return null
  }

  leave(session: SMTPServerSession): void {
    const guest = this.#guests.get(session)
    clearTimeout(guest?.timer)
    if (guest?.inside) this.#limits.out(guest.mark)
    this.#guests.delete(session)
  }

  begin(session: SMTPServerSession): Error | null {
    const guest = this.#guests.get(session)
    return guest && this.#limits.take('mails', guest.mark) ? null : this.#defer(tooBusy(451))
  }

  async address(session: SMTPServerSession, address: string): Promise<Error | null> {
    const guest = this.#guests.get(session)
    if (!guest || guest.refused >= mostRefused) return this.#defer(tooBusy(421))
    try {
      const keep = await this.#find(address)
      if (keep) guest.keeps.set(address, keep)
      else guest.refused++
      if (!keep) this.#count('refused')
      return keep ? null : unknown()
    } catch (error) {
      return this.#trouble(error)
    }
  }

  async take(
    stream: Parameters<typeof putAside>[0],
    session: SMTPServerSession,
    bounce: boolean,
  ): Promise<Error | null> {
    try {
      const mail = await putAside(stream, this.#folder)
      if (!mail) {
        this.#count('oversized')
        return tooLarge()
      }
      try {
        return mail.size === 0
          ? saysNo(554, '5.6.0 This mail is empty')
          : await this.#keep(session, { ...mail, bounce })
      } finally {
        await mail.close()
      }
    } catch (error) {
      return this.#trouble(error)
    }
  }

  async #keep(session: SMTPServerSession, mail: Parameters<Keep>[0]): Promise<Error | null> {
    const keeps = this.#guests.get(session)?.keeps
    let someFull = false
    // One after another: two addresses may belong to two umbrellas, and no transaction crosses them. Who has kept it already
    // says so again when the sender comes back because of another.
    for (const { address } of session.envelope.rcptTo) {
      const keep = keeps?.get(address)
      if (!keep) return this.#defer(unwell())
      if ((await keep(mail)) === 'full') someFull = true
    }
    if (someFull) return this.#defer(full())
    this.#count('kept')
    return null
  }

  async #find(address: string): Promise<Keep | undefined> {
    const at = address.lastIndexOf('@')
    const [local, host] = [address.slice(0, at), address.slice(at + 1)].map(part => part.toLowerCase())
    if (!local || host !== this.platform.config.mail?.host) return undefined
    for (const mailbox of this.#mailboxes) {
      const keep = await mailbox(this.platform, local)
      if (keep) return keep
    }
    return undefined
  }

  #defer(answer: Error): Error {
    this.#count('deferred')
    return answer
  }

  // Neither addresses nor what stands in the mail: a code says enough to find the trouble.
  #trouble(error: unknown): Error {
    const { code, name } = error as { code?: string; name?: string }
    if (code !== 'ECONNECTION') this.platform.log.warn({ code: code ?? name }, 'a mail could not be taken')
    return this.#defer(unwell())
  }
}

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
