import { describe, expect, it } from 'vitest'
import { openChronicleDesk } from '#tests/chronicle-desk.ts'
import { header, map, nothing, row } from '#tests/chronicle-rows.ts'
import { encoded } from '#tests/old-encodings.ts'
import { readSealedRow } from '../import/sealed-row.ts'

const desk = await openChronicleDesk()

const sourcesOf = (id: string) =>
  desk.sql(
    `select s.kind, s.link, s.origin_id as origin, s.record_id = i.record_id as here from monitoring.sources s
     join monitoring.incidents i on i.id = s.incident_id where i.import_id = $1 order by s.kind, s.origin_id`,
    [id],
  )

describe('a chronicle that is recorded', () => {
  it('stands in the open by region, month and codes alone; what it tells can be opened row by row', async () => {
    const { id, summary } = await desk.take(
      header + row() + row({ date: 'травень 2026', lat: '', lon: '' }),
      map,
    )
    expect(summary).toMatchObject({ rows: 2, duplicates: 0, refused: 0, unplaced: 0, uncoded: 0 })
    const [first, second] = await desk.incidents(id)
    expect(first).toMatchObject({
      ...{
        region: 'UA-46',
        month: '2026-04-01',
        precision: 'exact',
        types: ['THR'],
        bias: 'ROMA',
        layer: 'C',
      },
      ...{ verification: 'V0', odihr_eligible: true, duplicate_of: null },
    })
    expect(second).toMatchObject({ month: '2026-05-01', precision: 'month' })
    const read = (part: string) => desk.inRecord(id, (tx, open) => readSealedRow(tx, open, part))
    expect(await read(first.part_id)).toEqual({
      ...{ row: 2, day: '2026-04-12', town: 'Львів', latitude: '49.84', longitude: '24.03' },
      ...{ text: 'Погрожували родині', source: 'https://example.org/1' },
      others: { Дата: '12.04.2026', Категорія: 'погрози', Записав: 'Оля' },
    })
    expect(await read(second.part_id)).toMatchObject({ row: 3, others: { Дата: 'травень 2026' } })
    expect(await read(second.part_id)).not.toHaveProperty('latitude')
  })

  it('keeps rows of which hardly anything is known: a monitor completes them', async () => {
    const gaps = [
      row({ ...nothing, text: 'Сусіди розповіли, що родині розбили вікно', by: '' }),
      row({ ...nothing, text: 'Щось сталося' }),
      row({ date: 'торік', town: 'Кам’янка', type: 'бійка' }),
      row({ date: 'I півріччя 2026' }),
      row({ date: '2025' }),
    ]
    const { id, summary, problems } = await desk.take(header + gaps.join(''), map)
    expect(summary).toMatchObject({
      ...{ rows: 5, refused: 0, unplaced: 3, uncoded: 2 },
      precision: { exact: 0, month: 0, half_year: 1, range: 1, none: 3 },
      unmapped: [{ column: 'Категорія', value: 'бійка', rows: 1 }],
    })
    expect(problems.map(({ row, problem }) => [row, problem])).toEqual([
      [4, 'date_unread'],
      [4, 'value_unmapped'],
      [4, 'town_ambiguous'],
    ])
    expect(
      (await desk.incidents(id)).map(({ month, month_until, types: held }) => [month, month_until, held]),
    ).toEqual([
      ['2025-01-01', '2025-12-01', ['THR']],
      ['2026-01-01', null, ['THR']],
      [null, null, expect.anything()],
      [null, null, expect.anything()],
      [null, null, expect.anything()],
    ])
  })

  it('gives each row a source: who is named in the file once for all rows, or the chronicle itself', async () => {
    const silent = row({ source: '', text: 'Без джерела' })
    const other = row({ source: 'газета', text: 'З газети' })
    const { id } = await desk.take(header + row({ text: 'Ще' }) + row({ text: 'І ще' }) + other + silent, map)
    const sources = await sourcesOf(id)
    expect(sources.map(({ kind, link, here }) => [kind, link, here])).toEqual([
      ...Array(3).fill(['media', '030000000000', true]),
      ['relayed', '030000000000', true],
    ])
    expect(new Set(sources.map(({ origin }) => origin)).size).toBe(3)
  })

  it('records exact repetitions as duplicates of the row that stands, and counts them nowhere', async () => {
    const tallied = async () =>
      (
        await desk.sql(
          "select coalesce(sum(received), 0)::int as n from monitoring.tallies where code = 'GRA'",
        )
      )[0].n
    const before = await tallied()
    const graffiti = row({ type: 'графіті' })
    const { id, summary } = await desk.take(
      header + graffiti + graffiti + row({ text: 'Інше' }) + graffiti,
      map,
    )
    expect(summary).toMatchObject({ rows: 4, duplicates: 2 })
    const found = await desk.incidents(id)
    const doubles = found.filter(({ verification }) => verification === 'VD')
    const original = found.find(({ types: held, verification }) => held[0] === 'GRA' && verification === 'V0')
    expect(found).toHaveLength(4)
    expect(doubles.map(({ duplicate_of, part_id }) => [duplicate_of, part_id])).toEqual(
      Array(2).fill([original.id, original.part_id]),
    )
    expect((await tallied()) - before).toBe(1)
  })

  it('says which rows are empty wherever the mapping looks, and leaves them out', async () => {
    const { id, summary, problems } = await desk.take(
      header + row({ ...nothing, by: 'порожньо' }) + row({ by: 'я' }),
      map,
    )
    expect([summary.rows, summary.refused, problems]).toEqual([
      2,
      1,
      [{ row: 2, column: '', problem: 'row_empty' }],
    ])
    expect(await desk.incidents(id)).toHaveLength(1)
  })

  it.each(['windows-1251', 'utf-16le'] as const)('is read as an old program saved it: %s', async encoding => {
    const text = header + row({ type: 'напад і підпал', by: encoding })
    const { id } = await desk.take(encoded(text, encoding), map)
    expect((await desk.incidents(id))[0]).toMatchObject({ region: 'UA-46', types: ['ASS', 'ARS'] })
  })

  it('in Polish, with tabs, from Windows, is read too', async () => {
    const list = 'Data\tWojewództwo\tRodzaj\tOpis\nmarzec 2026\tŁódzkie\tgroźby\tŻądali, żeby się wyniósł\n'
    const polish = {
      ...{
        country: 'PL',
        date: { column: 'Data' },
        region: { column: 'Województwo' },
        text: { columns: ['Opis'] },
      },
      codes: { types: { column: 'Rodzaj', values: { groźby: 'THR' } } },
    }
    const { id } = await desk.take(encoded(list, 'windows-1250'), polish)
    const [incident] = await desk.incidents(id)
    expect(incident).toMatchObject({
      region: 'PL-10',
      month: '2026-03-01',
      precision: 'month',
      types: ['THR'],
    })
    const sealed = await desk.inRecord(id, (tx, open) => readSealedRow(tx, open, incident.part_id))
    expect(sealed).toMatchObject({ text: 'Żądali, żeby się wyniósł' })
  })

  it('has one sealed key for all its rows, and tells members that it came, not how large it is', async () => {
    const { id } = await desk.take(header + row({ by: '1' }) + row({ by: '2' }) + row({ by: '3' }), map)
    const [{ n }] = await desk.sql(
      'select count(*)::int as n from vault.record_seals s join monitoring.imports m using (record_id) where m.id = $1',
      [id],
    )
    expect(n).toBe(1)
    const entries = await desk.sql(
      'select action, visibility, detail from platform.journal_entries where subject_id = $1',
      [id],
    )
    expect(entries).toEqual([
      { action: 'monitoring.chronicle_imported', visibility: 'members', detail: { by: 'page' } },
    ])
  })
})
