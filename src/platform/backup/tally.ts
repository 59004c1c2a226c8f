import { createHash } from 'node:crypto'

const newline = 10

/** Counts and hashes the text of COPY, where every row, and nothing else, ends with a newline. */
export class Tally {
  rows = 0
  bytes = 0
  #hash = createHash('sha256')

  add(piece: Uint8Array): void {
    this.bytes += piece.length
    this.#hash.update(piece)
    for (let at = piece.indexOf(newline); at >= 0; at = piece.indexOf(newline, at + 1)) this.rows++
  }

  /** What it came to. Nothing can be added afterwards. */
  result(): { rows: number; bytes: number; sha256: string } {
    return { rows: this.rows, bytes: this.bytes, sha256: this.#hash.digest('hex') }
  }
}
