import * as z from 'zod'
import type { FormValues, Problem } from '#platform/http/form.ts'
import { isCountry } from '#platform/places/index.ts'
import { encodings } from '../import/decode.ts'
import type { Mapping } from '../import/header-names.ts'

/** How delimiters are called in the form: a tab cannot be typed. */
const delimiterNames = { comma: ',', semicolon: ';', tab: '\t', bar: '|' } as const

const delimiter = z.enum(['comma', 'semicolon', 'tab', 'bar'])

/** The file itself is read beside the form, see `uploaded`. Empty: recognised by the program. */
export const uploadForm = z.object({
  encoding: z
    .union([z.literal(''), z.enum(encodings)])
    .default('')
    .transform(chosen => chosen || undefined),
  delimiter: z
    .union([z.literal(''), delimiter])
    .default('')
    .transform(chosen => (chosen ? delimiterNames[chosen] : undefined)),
})

/** What each heading means, by its place: `column-0`; and values for all rows. */
export const mappingForm = z.record(z.string(), z.union([z.string(), z.array(z.string())]))

const forms = ['collective', 'individual', 'agreement']

/** What the form shows for a mapping. */
export function mappingValues(header: readonly string[], mapping: Mapping): FormValues {
  const constant = (column: string) =>
    Object.entries(mapping)
      .find(([heading, to]) => heading.startsWith('=') && to === column)?.[0]
      .slice(1)
  return {
    ...Object.fromEntries(header.map((heading, index) => [`column-${index}`, mapping[heading] ?? ''])),
    country: constant('country') ?? '',
    form: constant('form') ?? '',
  }
}

/** The mapping that was chosen. One column cannot come from two headings, and without a name or an id nobody is meant. */
export function readMapping(
  header: readonly string[],
  values: FormValues,
): { mapping: Mapping; problems: Problem[] } {
  const mapping: Mapping = {}
  const problems: Problem[] = []
  const takenBy = new Map<string, string>()
  for (const [index, heading] of header.entries()) {
    const column = String(values[`column-${index}`] ?? '')
    if (column === '') continue
    const other = takenBy.get(column)
    if (other !== undefined) {
      problems.push({
        field: `column-${index}`,
        message: 'network.import.headingTaken',
        values: { heading: other },
      })
    } else {
      takenBy.set(column, heading)
      mapping[heading] = column
    }
  }
  const names = [...takenBy.keys()].some(column => column.startsWith('name:') || column === 'id')
  if (!names && problems.length === 0) problems.push({ field: '', message: 'network.import.nobodyNamed' })
  const { country, form } = values
  if (isCountry(country)) mapping[`=${country}`] = 'country'
  if (typeof form === 'string' && forms.includes(form)) mapping[`=${form}`] = 'form'
  return { mapping, problems }
}
