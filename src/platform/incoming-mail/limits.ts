import { createHmac, randomBytes } from 'node:crypto'
import { networkOf } from '#platform/counting/network.ts'
import { type Allowance, TokenBuckets } from '#platform/counting/token-buckets.ts'

export type Allowances = {
  /** Connections and mails of one network, and of all together. */
  connections: { place: Allowance; all: Allowance }
  mails: { place: Allowance; all: Allowance }
  /** At the same time, from one network. */
  atOnce: number
  /** A relay of one's own hands over everybody's mail: it is counted with all only. */
  isOwn: (address: string) => boolean
}

export const usualAllowances: Allowances = {
  connections: { place: { burst: 30, seconds: 4 }, all: { burst: 600, seconds: 0.2 } },
  mails: { place: { burst: 30, seconds: 6 }, all: { burst: 300, seconds: 0.5 } },
  atOnce: 5,
  isOwn: address => /^(127\.|::1$|::ffff:127\.)/.test(address),
}

/**
 * Counts what networks send. Keys are HMACs of networks under a key that lives in memory for a day and is never written
 * anywhere, as for people: who wrote to whom is nobody's to find out from us.
 */
export class MailLimits {
  #day = ''
  #key = Buffer.alloc(0)
  #buckets = new Map<string, TokenBuckets>()
  readonly #open = new Map<string, number>()
  readonly #allowances: Allowances

  constructor(allowances: Allowances) {
    this.#allowances = allowances
  }

  #turnDay(): void {
    const today = new Date().toISOString().slice(0, 10)
    if (today === this.#day) return
    this.#day = today
    this.#key = randomBytes(32)
    this.#buckets.clear()
  }

  #take(what: 'connections' | 'mails', scope: 'place' | 'all', mark: string): boolean {
    const name = `${what} ${scope}`
    const buckets = this.#buckets.get(name) ?? new TokenBuckets(this.#allowances[what][scope])
    this.#buckets.set(name, buckets)
    return buckets.take(mark)
  }

  /** By what a sender is counted; null for one's own relay. */
  markOf(address: string): string | null {
    this.#turnDay()
    if (this.#allowances.isOwn(address)) return null
    return createHmac('sha256', this.#key).update(networkOf(address)).digest('base64url')
  }

  /** Whether one more may connect or send. What one network is refused takes nothing from the others. */
  take(what: 'connections' | 'mails', mark: string | null): boolean {
    this.#turnDay()
    return (mark === null || this.#take(what, 'place', mark)) && this.#take(what, 'all', 'all')
  }

  /** Lets one in; false when too many of the network are inside. Whoever was let in is let `out`. */
  in(mark: string | null): boolean {
    if (mark === null) return true
    const inside = this.#open.get(mark) ?? 0
    if (inside >= this.#allowances.atOnce) return false
    this.#open.set(mark, inside + 1)
    return true
  }

  out(mark: string | null): void {
    if (mark === null) return
    const left = (this.#open.get(mark) ?? 1) - 1
    if (left > 0) this.#open.set(mark, left)
    else this.#open.delete(mark)
  }
}
