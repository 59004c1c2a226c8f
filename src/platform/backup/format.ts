import { z } from 'zod'

// A backup is a tar archive, compressed with zstd, encrypted with age, so that in need it can be opened without Parasol:
// age --decrypt backup.age | zstd --decompress | tar --extract
// In it, in this order: about.json, secrets.json, the rows of every table in pieces (tables/<schema>.<table>/000001,
// text of COPY, in the order of the primary key), jobs that wait, and last manifest.json.

/** Raised when a program of the older kind could not read a backup of the newer. */
export const formatVersion = 1

export const aboutEntry = 'about.json'
export const secretsEntry = 'secrets.json'
export const manifestEntry = 'manifest.json'

/** Jobs that pg-boss had taken over. They are restored into the outbox, from which pg-boss takes them again. */
export const waitingJobsPart = 'waiting-jobs'

/** The archive's name of one piece of a part. A part's rows are its pieces in a row; a piece may end inside a row. */
export function pieceOf(part: string, number: number): string {
  return `tables/${part}/${String(number).padStart(6, '0')}`
}

/** The part that an entry is a piece of; null for other entries. */
export function partOf(entry: string): string | null {
  return /^tables\/([^/]+)\/\d+$/.exec(entry)?.[1] ?? null
}

/** What is read first, whatever the version of the format. */
export const aboutSchema = z.object({ format: z.int(), program: z.string(), madeAt: z.iso.datetime() })
export type About = z.infer<typeof aboutSchema>

const partSchema = z.object({
  name: z.string(),
  schema: z.string(),
  table: z.string(),
  columns: z.array(z.string()).min(1),
  rows: z.int(),
  bytes: z.int(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})

/** Rows of one table. `bytes` and `sha256` are of the text of COPY, all pieces together. */
export type Part = z.infer<typeof partSchema>

export const manifestSchema = z.object({
  format: z.literal(formatVersion),
  program: z.string(),
  madeAt: z.iso.datetime(),
  postgres: z.string(),
  migrations: z.array(z.object({ number: z.int(), name: z.string(), hash: z.string() })).min(1),
  umbrellas: z.array(z.object({ slug: z.string(), name: z.record(z.string(), z.string()) })),
  parts: z.array(partSchema),
})
export type Manifest = z.infer<typeof manifestSchema>
