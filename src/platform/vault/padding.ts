import { type Bytes, type Context, joined, SealBroken } from './context.ts'

// Read by browsers too: nothing of Node may be imported here.

const step = 256
const mark = 0x80

/** Filled up to a multiple of 256 bytes (ISO/IEC 7816-4): the length of a sealed text must not tell “yes” from “no”. */
export function padded(bytes: Uint8Array): Bytes {
  const filling = new Uint8Array(step - (bytes.length % step))
  filling[0] = mark
  return joined(bytes, filling)
}

/** What was filled up. Throws SealBroken when it was not. */
export function unpadded(bytes: Bytes, context: Context): Bytes {
  const end = bytes.lastIndexOf(mark)
  if (end === -1 || bytes.subarray(end + 1).some(byte => byte !== 0)) throw new SealBroken(context)
  return bytes.subarray(0, end)
}
