import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { openChronicleDesk } from '#tests/chronicle-desk.ts'
const desk = await openChronicleDesk()
it('speed', async () => {
  await desk.as(desk.monitor.account, tx => tx.$client.query(`insert into monitoring.own_terms (list, code, layer, label, definition) values ('types', 'OWN-RALLY', 'S', '{"en":"a"}', '{"en":"b"}')`))
  await desk.database.owner.query('analyze vault.record_parts; analyze monitoring.incidents')
  const map = JSON.parse(readFileSync('docs/import-incidents-arvig.json', 'utf8'))
  const bytes = readFileSync('../shared/data/arvig/arvig.csv')
  const begun = performance.now()
  const done = await desk.take(bytes, map)
  console.log(performance.now() - begun, JSON.stringify(done.summary))
  expect(done.summary.rows).toBe(6918)
}, 120000)
