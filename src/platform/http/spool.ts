import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { createGunzip, createGzip } from 'node:zlib'

/**
 * Takes a text in parts, as fast as they can be made, and keeps it compressed, so that whoever makes them (a transaction)
 * need not wait for the network. Resolves when all parts are there.
 */
export const spool = (parts: AsyncIterable<string>): Promise<Buffer> =>
  buffer(Readable.from(parts).pipe(createGzip({ level: 4 })))

/** What was spooled, as a body to be sent at the reader's pace. */
export const unspool = (kept: Buffer): ReadableStream =>
  Readable.toWeb(Readable.from([kept]).pipe(createGunzip())) as ReadableStream
