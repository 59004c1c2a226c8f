import type { SMTPServerSession } from 'smtp-server'
import type { Platform } from '#platform/platform.ts'
import { putAside } from './aside.ts'
import { mailCounter, type Outcome } from './counter.ts'
import { type Allowances, MailLimits } from './limits.ts'
import type { Keep, Mailbox } from './mailbox.ts'

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

/** Decides who comes in, which addresses there are, and when a mail is ours. What it returns is what the sender is told. */
export class Reception {
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
