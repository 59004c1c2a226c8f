import * as z from 'zod'
import { isRegion } from '#platform/places/index.ts'
import { sealedChunkSize } from '#platform/vault/stream.ts'
import { precisions } from '../report/answers.ts'
import { consentUses } from '../report/consent-uses.ts'
import { chunksAtOnce, mostFiles } from '../report/seal-report.ts'

// What a browser hands in that sealed a report by itself. Nobody here can look inside; what can be seen from outside is checked.

const bytes = (length: number) =>
  z
    .base64()
    .transform(text => new Uint8Array(Buffer.from(text, 'base64')))
    .refine(read => read.length === length)
const hpke = 1 + 32 + 32 + 16
const month = z.string().regex(/^(19|20)\d\d-(0[1-9]|1[0-2])-01$/)
const lastChunk = 1600

const from = {
  record: z.uuidv4(),
  receipt: z.strictObject({
    id: z.uuidv4(),
    lookup: bytes(32),
    publicKey: bytes(32),
    sealed: bytes(hpke),
  }),
}

const shadow = z
  .object({
    region: z.string().refine(isRegion).nullable(),
    month: month.nullable(),
    monthUntil: month.nullable(),
    precision: z.enum(precisions).exclude(['unknown']).nullable(),
  })
  .refine(({ month, precision }) => (month === null) === (precision === null))
  .refine(({ month, monthUntil, precision }) =>
    precision === 'range'
      ? monthUntil !== null && month !== null && month <= monthUntil
      : monthUntil === null,
  )
  .refine(({ month, precision }) => precision !== 'half_year' || /-0[17]-01$/.test(month ?? ''))
  .refine(({ month }) => month === null || month <= Temporal.Now.plainDateISO('Europe/Kyiv').toString())

const sent = z.strictObject({
  id: z.uuidv4(),
  chunks: z
    .int()
    .min(1)
    .max(lastChunk + 1),
})

/** The whole report: stanzas, what may lie in the open, which files came before. The sealed answers travel beside it. */
export const sealedReportForm = z
  .object({
    ...from,
    id: z.uuidv4(),
    team: z.strictObject({ id: z.uuid(), sealed: bytes(hpke) }),
    part: z.uuidv4(),
    files: z.array(sent).max(mostFiles),
    uses: z.array(z.enum(consentUses)),
  })
  .and(shadow)
export type SealedReport = z.output<typeof sealedReportForm>

/** A file that begins; its sealed description travels beside it. */
export const sealedFileForm = z.strictObject({ ...from, file: z.uuidv4() })
export type SealedFileBegun = z.output<typeof sealedFileForm>

/** Chunks of a file that began. */
export const sealedChunksForm = z
  .strictObject({ ...from, file: z.uuidv4(), position: z.int().min(0).max(lastChunk) })
  .refine(({ position }) => position % chunksAtOnce === 0)

const gcm = 12 + 16

/** Whether these can be sealed answers: filled up to 256 bytes, and no longer than the longest answers. */
export const canBeText = ({ length }: Uint8Array, longest: number): boolean =>
  length >= 256 + gcm && length <= longest && (length - gcm) % 256 === 0

/** Whether these can be chunks of a file from this position on. */
export const canBeChunks = ({ length }: Uint8Array, position: number): boolean =>
  length > 16 &&
  length <= chunksAtOnce * sealedChunkSize &&
  (length % sealedChunkSize === 0 || length % sealedChunkSize > 16) &&
  position + Math.ceil(length / sealedChunkSize) - 1 <= lastChunk
