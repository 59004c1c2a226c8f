import * as z from 'zod'

const codes = z.union([z.string(), z.array(z.string()), z.null()])

/**
 * What a column's values mean. `values`: as it stands in the file → our code or codes; null is deliberately nothing, an
 * empty text is not decided yet. `words`: piece of a word in the row's text → code, where the column said nothing.
 * `same`: for every row that has nothing else.
 */
const coded = z.strictObject({
  column: z.string().optional(),
  split: z.array(z.string().min(1)).optional(),
  values: z.record(z.string(), codes).optional(),
  words: z.record(z.string().min(3), codes).optional(),
  same: codes.optional(),
})

/** The vocabularies that a file can fill, by the name of the incident's field. */
export const codedFields = {
  layer: 'layers',
  types: 'types',
  biases: 'bias',
  targets: 'targets',
  targetGroups: 'target_groups',
  perpetrators: 'perpetrators',
  location: 'locations',
  severity: 'severity',
  biasIndicators: 'bias_indicators',
} as const
export type CodedField = keyof typeof codedFields

/** What the source that a row names can be. */
export const sourceKinds = ['media', 'direct', 'document', 'official', 'relayed'] as const

/** A mapping file: how a chronicle of somebody else is to be read. Described for readers in docs/import-incidents.md. */
export const incidentMap = z.strictObject({
  country: z.string().regex(/^[A-Z]{2}$/),
  encoding: z.enum(['utf-8', 'utf-16le', 'windows-1251', 'windows-1250']).optional(),
  delimiter: z.enum([',', ';', '\t', '|']).optional(),
  date: z
    .strictObject({
      column: z.string(),
      until: z.string().optional(),
      monthFirst: z.boolean().optional(),
    })
    .optional(),
  region: z
    .strictObject({ column: z.string(), values: z.record(z.string(), z.string().nullable()).optional() })
    .optional(),
  town: z.strictObject({ column: z.string() }).optional(),
  latitude: z.strictObject({ column: z.string() }).optional(),
  longitude: z.strictObject({ column: z.string() }).optional(),
  text: z.strictObject({ columns: z.array(z.string()).min(1) }).optional(),
  source: z.strictObject({ column: z.string(), kind: z.enum(sourceKinds).default('media') }).optional(),
  codes: z
    .partialRecord(z.enum(Object.keys(codedFields) as [CodedField, ...CodedField[]]), coded)
    .default({}),
})

export type IncidentMap = z.infer<typeof incidentMap>
export type CodedColumn = z.infer<typeof coded>
