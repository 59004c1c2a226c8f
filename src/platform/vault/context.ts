// Read by browsers too: nothing of Node may be imported here.

/** Bytes that Web Crypto takes. */
export type Bytes = Uint8Array<ArrayBuffer>

const encoder = new TextEncoder()

/** UTF-8. */
export const utf8 = (text: string): Bytes => encoder.encode(text)

/** A copy that Web Crypto takes, whatever memory the bytes live in. */
export const copyOf = (bytes: Uint8Array): Bytes => new Uint8Array(bytes)

/** One after the other. */
export function joined(...parts: Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** What a seal is for: what was sealed for one context opens in no other, so that nobody can move it to another place. */
export type Context = readonly [purpose: string, ...ids: string[]]

/** The context as bytes. The length in front of each field keeps a letter from moving from one field to the next. */
export function contextBytes(context: Context): Bytes {
  return joined(
    ...['parasol vault 1', ...context].flatMap(field => {
      const bytes = utf8(field)
      return [utf8(`${bytes.length}:`), bytes]
    }),
  )
}

/** What was to be opened is damaged, was moved from another place, or was never sealed for this key. */
export class SealBroken extends Error {
  constructor(context: Context, cause?: unknown) {
    super(`a seal does not open: ${context[0]}`, { cause })
    this.name = 'SealBroken'
  }
}
