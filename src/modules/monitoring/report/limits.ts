import { createHmac, randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { clientNetwork } from '#modules/people/index.ts'
import { TokenBuckets } from '#platform/counting/token-buckets.ts'
import type { UmbrellaEnv } from '#platform/http/context.ts'
import { keptWith } from '#platform/kept.ts'
import type { Platform } from '#platform/platform.ts'

const allowances = {
  reports: { place: { burst: 10, seconds: 300 }, all: { burst: 120, seconds: 10 } },
  files: { place: { burst: 30, seconds: 60 }, all: { burst: 120, seconds: 15 } },
  // About a megabyte each.
  chunks: { place: { burst: 1200, seconds: 1 }, all: { burst: 6000, seconds: 0.2 } },
  receipts: { place: { burst: 30, seconds: 20 }, all: { burst: 600, seconds: 1 } },
  messages: { place: { burst: 20, seconds: 60 }, all: { burst: 240, seconds: 5 } },
} as const

/** What an anonymous person may do only so often. */
export type Limited = keyof typeof allowances

/**
 * Counts without knowing whom: keys are HMACs of networks under a key of this process, which is never written anywhere and
 * changes every day. People who come through Tor have no network of their own and are counted together.
 */
export class ReportLimits {
  #day = ''
  #key = Buffer.alloc(0)
  #buckets = new Map<string, TokenBuckets>()

  #bucketsOf(what: Limited, scope: 'place' | 'all'): TokenBuckets {
    const name = `${what} ${scope}`
    const known = this.#buckets.get(name) ?? new TokenBuckets(allowances[what][scope])
    this.#buckets.set(name, known)
    return known
  }

  #turnDay(): void {
    const today = new Date().toISOString().slice(0, 10)
    if (today === this.#day) return
    this.#day = today
    this.#key = randomBytes(32)
    this.#buckets.clear()
  }

  /** Whether one more is allowed from this network; null: from nowhere in particular. */
  take(what: Limited, place: string | null): boolean {
    this.#turnDay()
    const mark = place && createHmac('sha256', this.#key).update(place).digest('base64url')
    return (!mark || this.#bucketsOf(what, 'place').take(mark)) && this.#bucketsOf(what, 'all').take('all')
  }
}

const limitsOf = keptWith((_: Platform) => new ReportLimits())

// An onion service hands its visitors over from this machine.
const isNobody = /^(127\.|::1$|0:0:0:0$)/

/** Whether this request may do one more of `what`. */
export function mayDo(c: Context<UmbrellaEnv>, what: Limited): boolean {
  const place = clientNetwork(c)
  return limitsOf(c.var.platform).take(what, place && !isNobody.test(place) ? place : null)
}
