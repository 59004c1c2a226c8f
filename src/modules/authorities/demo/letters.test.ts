import { afterAll, expect, it } from 'vitest'
import { demoUmbrellaId } from '#modules/people/index.ts'
import { demonstrationPlatform } from '#tests/demonstration.ts'

const platform = await demonstrationPlatform()
afterAll(() => platform.database.close())

it('has letters in every state before an answer, in two umbrellas, and bodies that succeed each other', async () => {
  const { rows } = await platform.database.owner.query(
    `select umbrella_id as umbrella, status, count(*) as n from authorities.communications group by 1, 2 order by 2, 1`,
  )
  const count = (slug: string, status: string) =>
    rows.find(row => row.umbrella === demoUmbrellaId(slug) && row.status === status)?.n ?? 0
  expect(count('international-union', 'draft')).toBeGreaterThan(0)
  expect(count('international-union', 'signing')).toBeGreaterThan(0)
  expect(count('ombudsman-ua', 'signing')).toBeGreaterThan(0)
  const { rows: sent } = await platform.database.owner.query(
    'select sent_on, letter_sha256 from authorities.communications where sent_at is not null order by sent_on',
  )
  expect(sent.length).toBeGreaterThanOrEqual(3)
  expect(sent.map(({ sent_on }) => sent_on)).toContain('2014-07-15')
  const { rows: bodies } = await platform.database.owner.query(
    'select (select count(*) from authorities.bodies) as bodies, (select count(*) from authorities.body_successions) as successions',
  )
  expect(bodies[0].bodies).toBeGreaterThan(30)
  expect(bodies[0].successions).toBe(1)
})
