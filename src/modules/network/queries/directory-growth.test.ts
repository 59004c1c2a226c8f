import { expect, it } from 'vitest'
import { freshDatabase } from '#tests/database.ts'

const database = await freshDatabase()
const umbrella = '00000000-0000-4000-8000-000000000001'

it('an import of thousands is planned for thousands, also after a few small changes in the same session', async () => {
  const client = await database.owner.connect()
  const insert = (from: number, to: number) =>
    client.query(
      `with made as (
         insert into network.organisations (id, kind, name, country, search_key)
         select ('00000000-0000-4000-9000-' || lpad(to_hex(i), 12, '0'))::uuid, 'association',
           jsonb_build_object('uk', 'Рада ' || i), 'UA', 'rada ' || i from generate_series($1::integer, $2::integer) i returning id)
       insert into network.memberships (umbrella_id, id, form, organisation_id, since, admitted_under)
       select '${umbrella}', id, 'collective', id, '2020-01-01', 'import' from made`,
      [from, to],
    )
  await client.query(
    `insert into platform.umbrellas (id, slug, name, zone) values ('${umbrella}', 'growth', '{"en": "Growth"}', 'Europe/Kyiv')`,
  )
  for (let i = 0; i < 8; i++) await insert(i, i)
  for (let from = 1000; from < 3000; from += 1000) await insert(from, from + 999)
  const { rows } = await client.query('select count(*)::integer as n from network.directory')
  client.release()
  expect(rows[0].n).toBe(2008)
})
