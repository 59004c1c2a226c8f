import { expect, test } from 'vitest'
import { freshDatabase } from '#tests/database.ts'

const { request } = await freshDatabase()

test('values arrive as text, number or parsed JSON, never as a Date', async () => {
  const { rows } = await request.query(`
    select date '2026-02-28' as day, timestamptz '2026-10-25 03:30+02' as moment, timestamp '2026-01-02 03:04' as local,
      count(*) as count, 9007199254740993 as large, 1.10::numeric as exact, '{"uk": "Рада"}'::jsonb as content,
      '{2026-02-28,NULL}'::date[] as days, '{2026-01-01 00:00+00}'::timestamptz[] as moments, '{1,NULL}'::int8[] as numbers`)
  expect(rows).toEqual([
    {
      day: '2026-02-28',
      moment: '2026-10-25 01:30:00+00',
      local: '2026-01-02 03:04:00',
      count: 1,
      large: 9007199254740993n,
      exact: '1.10',
      content: { uk: 'Рада' },
      days: ['2026-02-28', null],
      moments: ['2026-01-01 00:00:00+00'],
      numbers: [1, null],
    },
  ])
  expect(Temporal.Instant.from(rows[0].moment).toString()).toBe('2026-10-25T01:30:00Z')
})
