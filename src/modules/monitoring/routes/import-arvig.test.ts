import { existsSync, readFileSync } from 'node:fs'
import { afterAll, expect, it } from 'vitest'
import { inScope } from '#platform/database/scope.ts'
import { createKeys } from '#platform/vault/index.ts'
import { fieldSaying, formOn, openImportDesk, recordAsked } from '#tests/import-steps.ts'
import { cheap } from '#tests/vault-desk.ts'
import { assure } from '#tests/vault-keys.ts'
import { setStage } from '#tests/visitor.ts'

const chronicle = '../shared/data/arvig/arvig.csv'
const stage = await setStage()
const { here, monitor, at, bring, page, draft, incidents } = await openImportDesk(stage, 'arvig')
afterAll(() => stage.close())

it('ARVIG goes through the forms: what is proposed, two words more, 6,831 incidents and 87 repetitions', async context => {
  if (!existsSync(chronicle)) return context.skip(`${chronicle} is not here: nothing was brought`)
  await assure(stage, monitor)
  await inScope(stage.platform.database.request, { umbrella: here.id, account: monitor.id }, 'write', tx =>
    createKeys(tx, 'a long passphrase', cheap),
  )
  await bring(readFileSync(chronicle, 'utf8'))
  const columns = formOn(await page('/draft'))
  expect(columns).toMatchObject({ country: ['DE'], 'column-0-0': ['date'], 'column-2-0': ['region'] })
  const english = fieldSaying(await page('/draft'), 'What “category_en” means')
  const german = fieldSaying(await page('/draft'), 'What “category_de” means')
  await monitor.browser.post(at('/draft'), { ...columns, [german]: '', [english]: 'types' })
  const html = await page('/draft/values')
  const word = (text: string) => fieldSaying(html, `What “${text}” means`)
  const values = { ...formOn(html), [word('miscellaneous attack')]: 'OTHC', [word('suspicion')]: '-' }
  await monitor.browser.post(at('/draft/values'), { ...values, 'biases-same-0': 'RX.MIG' })
  const check = await page('/draft/check')
  expect(check).toContain('Record 6,918 rows')
  await monitor.browser.post(at('/recording'))
  await recordAsked(stage, here.id, monitor)
  expect(await draft()).toMatchObject({ outcome: 'recorded', total: 6918, done: 6918 })
  expect(await incidents()).toBe(6918)
  const { rows } = await stage.platform.database.owner.query(
    `select count(*) filter (where verification = 'VD')::int as repeated, count(distinct region)::int as regions
     from monitoring.incidents where umbrella_id = $1`,
    [here.id],
  )
  expect(rows).toEqual([{ repeated: 87, regions: 16 }])
}, 300_000)
