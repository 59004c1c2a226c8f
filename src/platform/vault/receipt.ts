import { keyFor } from './cipher.ts'
import { type Bytes, utf8 } from './context.ts'
import { type KeyPair, keyPairFrom } from './seal.ts'

// Read by browsers too: nothing of Node may be imported here.

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 20
const group = 4

/** A new receipt: 100 random bits in Crockford's base 32, in groups that can be read aloud and copied by hand. */
export function newReceipt(): string {
  const random = crypto.getRandomValues(new Uint8Array(length))
  return grouped(Array.from(random, byte => alphabet[byte & 31]).join(''))
}

const grouped = (signs: string): string => signs.match(new RegExp(`.{${group}}`, 'g'))!.join('-')

/** The receipt as it was given out, from however it was typed; null when it cannot be one. */
export function readReceipt(typed: string): string | null {
  const signs = typed
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  return signs.length === length && [...signs].every(sign => alphabet.includes(sign)) ? grouped(signs) : null
}

/** What a receipt stands for: an id to find the record by, and a key pair to open it. Neither leads to the other. */
export type ReceiptKeys = { lookup: Bytes } & KeyPair

/**
 * The keys of a receipt as `newReceipt` or `readReceipt` gave it, within one umbrella. HKDF and nothing slower: nobody tries
 * out 2^100 receipts, and somebody who reports must not wait on an old phone.
 */
export async function receiptKeys(umbrella: string, receipt: string): Promise<ReceiptKeys> {
  const secret = utf8(receipt)
  const lookup = await keyFor(secret, ['receipt-lookup', umbrella])
  return { lookup, ...(await keyPairFrom(await keyFor(secret, ['receipt-key', umbrella]))) }
}
