/** How much is allowed: `burst` at once, then one every `seconds`. */
export type Allowance = { burst: number; seconds: number }

type Bucket = { tokens: number; at: number }

/** Token buckets by key, in memory. At most `capacity` keys: the longest unused is forgotten, which only forgives. */
export class TokenBuckets {
  #buckets = new Map<string, Bucket>()
  readonly #allowance: Allowance
  readonly #capacity: number

  constructor(allowance: Allowance, capacity = 20_000) {
    this.#allowance = allowance
    this.#capacity = capacity
  }

  /** Takes one token; false when there is none. `now` in milliseconds. */
  take(key: string, now = Date.now()): boolean {
    const { burst, seconds } = this.#allowance
    const bucket = this.#buckets.get(key) ?? { tokens: burst, at: now }
    const tokens = Math.min(burst, bucket.tokens + Math.max(0, now - bucket.at) / (seconds * 1000))
    this.#buckets.delete(key)
    this.#buckets.set(key, { tokens: tokens < 1 ? tokens : tokens - 1, at: now })
    if (this.#buckets.size > this.#capacity) this.#buckets.delete(this.#buckets.keys().next().value!)
    return tokens >= 1
  }

  clear(): void {
    this.#buckets.clear()
  }
}
