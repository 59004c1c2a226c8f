const megabyte = 1024 * 1024

/** Bytes that took work to make, under a key that says all they were made from. Bounded; the longest unused go first. */
export class KeptBytes {
  readonly #kept = new Map<string, Uint8Array>()
  readonly #limit: number
  #bytes = 0

  constructor(limit = 16 * megabyte) {
    this.#limit = limit
  }

  find(key: string): Uint8Array | undefined {
    const bytes = this.#kept.get(key)
    if (!bytes) return undefined
    this.#kept.delete(key)
    this.#kept.set(key, bytes)
    return bytes
  }

  /** What is larger than the whole is not kept. */
  keep(key: string, bytes: Uint8Array): void {
    this.#forget(key)
    if (bytes.byteLength > this.#limit) return
    this.#kept.set(key, bytes)
    this.#bytes += bytes.byteLength
    for (const oldest of this.#kept.keys()) {
      if (this.#bytes <= this.#limit) return
      this.#forget(oldest)
    }
  }

  #forget(key: string): void {
    this.#bytes -= this.#kept.get(key)?.byteLength ?? 0
    this.#kept.delete(key)
  }
}
