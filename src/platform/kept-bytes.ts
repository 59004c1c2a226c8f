const megabyte = 1024 * 1024

/** Bytes that took work to make, under a key that says all they were made from. Bounded; the longest unused go first. */
export class KeptBytes<Value extends { byteLength: number } = Uint8Array> {
  readonly #kept = new Map<string, Value>()
  readonly #limit: number
  #bytes = 0

  constructor(limit = 16 * megabyte) {
    this.#limit = limit
  }

  find(key: string): Value | undefined {
    const value = this.#kept.get(key)
    if (!value) return undefined
    this.#kept.delete(key)
    this.#kept.set(key, value)
    return value
  }

  /** What is larger than the whole is not kept. */
  keep(key: string, value: Value): void {
    this.forget(key)
    if (value.byteLength > this.#limit) return
    this.#kept.set(key, value)
    this.#bytes += value.byteLength
    for (const oldest of this.#kept.keys()) {
      if (this.#bytes <= this.#limit) return
      this.forget(oldest)
    }
  }

  forget(key: string): void {
    this.#bytes -= this.#kept.get(key)?.byteLength ?? 0
    this.#kept.delete(key)
  }

  forgetAll(which: (value: Value) => boolean): void {
    for (const [key, value] of this.#kept) if (which(value)) this.forget(key)
  }
}
