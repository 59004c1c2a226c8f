import { createHmac, randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { type Allowance, TokenBuckets } from '#platform/counting/token-buckets.ts'
import type { Env } from '#platform/http/context.ts'
import { keptWith } from '#platform/kept.ts'
import type { Platform } from '#platform/platform.ts'
import { clientNetwork } from './client-address.ts'

// A networking meeting signs in from one address: generous to places, strict to mailboxes.
const allowances = {
  codesOfPlace: { burst: 60, seconds: 10 },
  // With five tries a code this is one chance in 2,800 a day to guess into a mailbox's account.
  codesOfMailbox: { burst: 5, seconds: 1200 },
  codesOfAll: { burst: 400, seconds: 1 },
  triesOfPlace: { burst: 120, seconds: 5 },
  triesOfAll: { burst: 1200, seconds: 0.25 },
} satisfies Record<string, Allowance>

/**
 * Counts sign-in steps. Keys are HMACs of addresses under a key that lives in memory for one UTC day and is never
 * written anywhere, so nobody can find out later who asked, not even we.
 */
export class SignInLimits {
  #day = ''
  #key = Buffer.alloc(0)
  readonly #buckets: Record<keyof typeof allowances, TokenBuckets>

  constructor(given: Record<keyof typeof allowances, Allowance> = allowances) {
    const names = Object.keys(given) as (keyof typeof allowances)[]
    this.#buckets = Object.fromEntries(names.map(name => [name, new TokenBuckets(given[name])])) as Record<
      keyof typeof allowances,
      TokenBuckets
    >
  }

  #turnDay(): void {
    const today = new Date().toISOString().slice(0, 10)
    if (today === this.#day) return
    this.#day = today
    this.#key = randomBytes(32)
    this.forget()
  }

  #mark(what: string): string {
    return createHmac('sha256', this.#key).update(what).digest('base64url')
  }

  /** Forgets all counts. */
  forget(): void {
    for (const buckets of Object.values(this.#buckets)) buckets.clear()
  }

  /** Whether a code may be mailed to this address. A place that is not known counts with everybody. */
  mayRequestCode(place: string | null, address: string): boolean {
    this.#turnDay()
    const placed = place === null || this.#buckets.codesOfPlace.take(this.#mark(`place ${place}`))
    // What one mailbox is refused takes nothing from the others.
    return (
      placed &&
      this.#buckets.codesOfMailbox.take(this.#mark(`mailbox ${address}`)) &&
      this.#buckets.codesOfAll.take('all')
    )
  }

  /** Whether this place may try a code or a passkey. */
  mayTry(place: string | null): boolean {
    this.#turnDay()
    const placed = place === null || this.#buckets.triesOfPlace.take(this.#mark(`place ${place}`))
    return placed && this.#buckets.triesOfAll.take('all')
  }
}

/** The counts of this program. */
export const limitsOf = keptWith((_: Platform) => new SignInLimits())

/** Whether the request may have a code mailed to `address`. */
export const mayRequestCode = (c: Context<Env>, address: string): boolean =>
  limitsOf(c.var.platform).mayRequestCode(clientNetwork(c), address)

/** Whether the request may try a code or a passkey. */
export const mayTry = (c: Context<Env>): boolean => limitsOf(c.var.platform).mayTry(clientNetwork(c))
