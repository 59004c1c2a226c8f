import { CsvError, parse } from 'csv-parse/sync'

/** One thing wrong in the file: the line as an editor counts it, and the name of the field ('' is the line as a whole). */
export type Problem = { row: number; column: string; problem: string }

export type Line = { row: number; cells: string[] }

/** The three parts of a Pabulib file. A header may be missing from META alone. */
export const sectionNames = ['meta', 'projects', 'votes'] as const
export type SectionName = (typeof sectionNames)[number]
export type Sections = Record<SectionName, Line[]>

export type Read<T> = { ok: true; value: T } | { ok: false; problems: Problem[] }

const delimiters = [';', ',', '\t', '|'] as const

const utf16 = (bytes: Uint8Array): string | null => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
}

function firstBadLine(bytes: Uint8Array): number {
  const { buffer, byteOffset, length } = bytes
  const lines = Buffer.from(buffer, byteOffset, length).toString('utf8').split('\n')
  return lines.findIndex(line => line.includes('\ufffd')) + 1
}

/** The text of a file, without its byte order mark. Guessing another alphabet would count votes for the wrong names. */
export function decode(bytes: Uint8Array): Read<string> {
  try {
    return { ok: true, value: new TextDecoder(utf16(bytes) ?? 'utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return {
      ok: false,
      problems: [{ row: firstBadLine(bytes), column: '', problem: 'The file is not UTF-8.' }],
    }
  }
}

// The line under VOTES has at least two fields, voter_id and vote: what cuts it into the most is the separator.
function delimiterOf(text: string): string {
  const header = /^[\s"]*votes[\s";,|]*\r?[\r\n]+([^\r\n]+)/im.exec(text)?.[1] ?? ''
  const width = (delimiter: string) => header.split(delimiter).length
  return delimiters.reduce((best, next) => (width(next) > width(best) ? next : best))
}

const sectionOf = ([first = '', ...others]: string[]): SectionName | undefined =>
  others.every(cell => cell === '') ? sectionNames.find(name => name === first.toLowerCase()) : undefined

type Parsed = { record: string[]; info: { lines: number } }

const brokenAt = ({ lines, code }: CsvError): Problem => ({
  row: Number(lines ?? 1),
  column: '',
  problem:
    code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE'
      ? 'A quotation mark is opened here or above and never closed.'
      : 'This line cannot be read.',
})

function cut(text: string): Read<Line[]> {
  try {
    const parsed = parse(text, {
      delimiter: delimiterOf(text),
      record_delimiter: ['\r\n', '\n', '\r'],
      bom: true,
      info: true,
      relax_column_count: true,
      // Names of projects are full of quotation marks.
      relax_quotes: true,
      trim: true,
      max_record_size: 1_000_000,
    }) as unknown as Parsed[]
    const value = parsed.map(({ record, info }) => ({
      row: info.lines - record.join('').split('\n').length + 1,
      cells: record,
    }))
    return { ok: true, value: value.filter(({ cells }) => cells.some(cell => cell !== '')) }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return { ok: false, problems: [brokenAt(error)] }
  }
}

/** Cuts a text into its parts, whatever parts the fields (; , tab |) and ends the lines. */
export function readSections(text: string): Read<Sections> {
  const lines = cut(text)
  if (!lines.ok) return lines
  const sections: Partial<Sections> = {}
  const problems: Problem[] = []
  let current: Line[] | undefined
  for (const line of lines.value) {
    const name = sectionOf(line.cells)
    if (name) {
      const column = name.toUpperCase()
      if (sections[name]) problems.push({ row: line.row, column, problem: `${column} is there twice.` })
      current = sections[name] ??= []
    } else if (current) current.push(line)
    else
      problems.push({
        row: line.row,
        column: '',
        problem: 'A Pabulib file begins with a line that says META.',
      })
    if (problems.length > 0) return { ok: false, problems }
  }
  for (const name of sectionNames) {
    const column = name.toUpperCase()
    if (!sections[name]?.length)
      problems.push({ row: lines.value.at(-1)?.row ?? 1, column, problem: `The part ${column} is missing.` })
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: sections as Sections }
}
