// The program that reads mail, started by reading.ts as a process of its own: what a stranger sent may take all the time and
// memory of this process, and not the server's.
import { readHeaders, readWords } from './words-of-mail.ts'

process.once('message', async (raw: Uint8Array) => {
  const words = await readWords(raw).catch(() => readHeaders(raw).catch(() => null))
  process.send?.({ words }, undefined, {}, () => process.disconnect?.())
})
