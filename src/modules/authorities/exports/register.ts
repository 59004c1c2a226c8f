import { writeTable } from '#modules/network/index.ts'
import type { Tx } from '#platform/database/scope.ts'
import type { I18n, Localised } from '#platform/i18n/index.ts'
import type { RegisterAsk } from '../forms/register.ts'
import { registerRows } from '../queries/register.ts'
import type { RegisterEntry } from '../schema/register.ts'

const columns = [
  ...['number', 'kind', 'title', 'language', 'body', 'body_id', 'country', 'region', 'member', 'through'],
  ...['directions', 'topics', 'status', 'state', 'resolution', 'sent_on', 'answered_on', 'days', 'extended'],
  ...['deadline_missed', 'forms', 'cosigners', 'address'],
]

const yes = (value: boolean) => (value ? 'yes' : 'no')

/** Where an entry is read in the reader's language; `home` is the address of the umbrella. */
export const addressOf = (home: string, { number }: Pick<RegisterEntry, 'number'>) =>
  `${home}/communications/${number}`

function line(entry: RegisterEntry, i18n: I18n, home: string): string[] {
  const named = (name: Localised | null | undefined) => (name ? i18n.text(name).value : '')
  const { body, member } = entry
  return [
    ...[
      String(entry.number),
      entry.kind,
      entry.title,
      entry.lang,
      named(body.name),
      body.id,
      body.country ?? '',
    ],
    ...[
      body.region ?? '',
      named(member?.name),
      entry.through,
      entry.directions.join(' '),
      entry.topics.join(' '),
    ],
    ...[entry.status, entry.state, entry.resolution ?? '', entry.sentOn, entry.answeredOn ?? ''],
    ...[entry.days === null ? '' : String(entry.days), yes(entry.extended), yes(entry.breached)],
    ...[entry.forms.join(' '), String(entry.cosigners), addressOf(home, entry)],
  ]
}

const byteOrderMark = '\uFEFF'

/** How an export names things and where it leads. */
export type Told = { i18n: I18n; home: string }

/** The register as asked for, as CSV: names in the reader's language, codes as they are in the API. */
export async function* registerCsv(tx: Tx, ask: RegisterAsk, { i18n, home }: Told): AsyncGenerator<string> {
  yield writeTable(columns, [])
  for await (const entries of registerRows(tx, ask)) {
    const table = writeTable(
      columns,
      entries.map(entry => line(entry, i18n, home)),
    ).replace(byteOrderMark, '')
    // The header and the mark stand at the top alone.
    yield table.slice(table.indexOf('\r\n') + 2)
  }
}

/** The same as JSON: an array of entries, names by language. */
export async function* registerJson(tx: Tx, ask: RegisterAsk, { home }: Told): AsyncGenerator<string> {
  let separator = '['
  for await (const entries of registerRows(tx, ask)) {
    for (const entry of entries) {
      yield `${separator}\n${JSON.stringify({ ...entry, address: addressOf(home, entry) })}`
      separator = ','
    }
  }
  yield separator === '[' ? '[]\n' : '\n]\n'
}
