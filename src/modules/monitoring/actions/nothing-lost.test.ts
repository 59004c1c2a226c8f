import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { filesOf, readFile, readParts } from '#platform/vault/index.ts'
import { openChronicleDesk } from '#tests/chronicle-desk.ts'
import { textOfTables } from '#tests/table-text.ts'
import type { SealedRow } from '../import/sealed-row.ts'

const desk = await openChronicleDesk()
const map = {
  country: 'UA',
  date: { column: 'Дата' },
  town: { column: 'Місто' },
  text: { columns: ['Опис'] },
  codes: { types: { column: 'Тип', values: { погрози: 'THR', інше: null } } },
}

const cell = (...usual: string[]) =>
  fc.oneof(fc.constantFrom('', ...usual), fc.string({ unit: 'grapheme', maxLength: 30 }))
// What reading takes away: spaces at the ends, a quotation mark that keeps formulas from running.
const asRead = (text: string) => text.replace(/^'(?='*[=+\-@])/, '').trim()
const rows = fc.array(
  fc.record({
    date: cell('2026-03-07', 'березень 2026', '2025', '0000', '31.02.2026'),
    town: cell('Львів', 'Кам’янка', 'Ніде'),
    type: cell('погрози', 'інше', 'бійка'),
    text: cell('Погрожували', 'Розбили вікно'),
    note: cell('Записала Оля'),
  }),
  { minLength: 1, maxLength: 25 },
)
type Row = Record<'date' | 'town' | 'type' | 'text' | 'note', string>

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
// The number makes every file another one.
let files = 0
const csv = (list: readonly Row[]) => {
  const header = `Дата,Місто,Тип,Опис,Примітка,Файл ${++files}`
  const lines = list.map(({ date, town, type, text, note }) =>
    [date, town, type, text, note, ''].map(quoted).join(','),
  )
  return `${header}\n${lines.join('\n')}\n`
}

const told = ({ text, town = '', others }: SealedRow) => [
  ...[others.Дата ?? '', town, others.Тип ?? '', text, others.Примітка ?? ''],
]

describe('of a chronicle', () => {
  it('nothing is lost: every row is recorded, repeats another or is refused by its number, and every cell is sealed', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async list => {
        const filled = list.filter(row => Object.values(row).some(text => text !== ''))
        fc.pre(filled.length > 0)
        const { id, summary, problems } = await desk.take(csv(list), map)
        const recorded = await desk.incidents(id)
        const standing = recorded.filter(({ verification }) => verification === 'V0')
        const refused = problems.filter(({ problem }) => problem === 'row_empty').map(({ row }) => row)
        expect(summary.rows).toBe(filled.length)
        expect(summary.rows).toBe(standing.length + summary.duplicates + summary.refused)
        expect(recorded.length).toBe(standing.length + summary.duplicates)
        expect(refused.length).toBe(summary.refused)
        const parts = await desk.inRecord(id, (tx, open) => readParts(tx, open, ['incident']))
        const cells = parts.map(({ text }) => JSON.stringify(told(JSON.parse(text) as SealedRow)))
        const wanted = filled
          .filter(({ date, town, type, text }) => [date, town, type, text].some(part => asRead(part) !== ''))
          .map(({ date, town, type, text, note }) =>
            JSON.stringify([date, town, type, text, note].map(asRead)),
          )
        expect([...cells].sort()).toEqual([...new Set(wanted)].sort())
      }),
      { numRuns: 15 },
    )
  })

  it('the file itself stays, sealed, with what no mapping mentions', async () => {
    const text = csv([{ date: '2026-03-07', town: 'Львів', type: 'погрози', text: 'Х', note: 'від руки' }])
    const { id } = await desk.take(text, map)
    const [file, open] = await desk.inRecord(
      id,
      async (tx, opened) => [await filesOf(tx, opened), opened] as const,
    )
    const pieces = readFile(work => desk.as(desk.monitor.account, work), open, file[0]!.id)
    expect(Buffer.concat(await Array.fromAsync(pieces)).toString()).toBe(text)
  })

  it('no word stands in the clear in any table, nor how the file was read', async () => {
    const canaries = {
      date: 'у день Канарейки-4711',
      town: 'Канарівка-4711',
      type: 'канарування-4711',
      text: 'Розповідь про канарку 4711',
      note: 'Запис канарника 4711',
    }
    const heading = 'Заголовок-4711'
    await desk.take(csv([canaries]).replace('Примітка', heading), {
      ...map,
      codes: { types: { column: 'Тип', values: { [canaries.type]: 'THR' } } },
    })
    const tables = await textOfTables(desk.database)
    const ways = (text: string) => [
      text,
      Buffer.from(text).toString('hex'),
      Buffer.from(text).toString('base64'),
    ]
    const found = [...tables].flatMap(([table, text]) =>
      [...Object.values(canaries), heading, 'list.csv']
        .flatMap(ways)
        .filter(way => text.includes(way))
        .map(way => `${table}: ${way}`),
    )
    expect(found).toEqual([])
    expect(tables.get('monitoring.imports')).toContain('recorded')
  })
})
