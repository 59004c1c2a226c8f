import { beforeAll, describe, expect, test } from 'vitest'
import { installDemonstration } from '#modules/people/demo/install.ts'
import { demoPassphrase, demoPersonId, demoUmbrellaId } from '#modules/people/index.ts'
import { inScope } from '#platform/database/scope.ts'
import type { Platform } from '#platform/platform.ts'
import { teamFor, unlock, unlocked } from '#platform/vault/index.ts'
import { openGeneration, teamKey } from '#platform/vault/teams.ts'
import { testPlatform } from '#tests/platform.ts'
import { installIncidents } from './install.ts'
import { inventedYear } from './year.ts'

let platform: Platform
const umbrella = demoUmbrellaId('international-union')
const owner = async (text: string) =>
  inScope(
    platform.database.owner,
    { umbrella, account: null },
    'write',
    async tx => (await tx.$client.query(text)).rows,
  )

beforeAll(async () => {
  platform = await testPlatform()
  await installDemonstration(platform)
  await installIncidents(platform)
})

describe('the invented year', () => {
  test('is the same whenever it is told on one day', () => {
    const [first, second] = [1, 2].map(() => inventedYear(Temporal.PlainDate.from('2026-11-21')))
    const told = ({ incidents }: typeof first & object) => incidents.map(({ id, code, ...rest }) => rest)
    expect(told(first!)).toEqual(told(second!))
    expect(first!.incidents.every(({ recorded_on }) => recorded_on <= '2026-11-21')).toBe(true)
  })

  test('fills the tallies as if monitors had written it down day by day', async () => {
    const rows = 'dimension, period, code, region, received, assessed, verified'
    const tallies = await owner(
      `select ${rows} from monitoring.tallies where umbrella_id = '${umbrella}'
       and received + assessed + verified > 0 order by 1, 2, 3, 4`,
    )
    expect(tallies.length).toBeGreaterThan(500)
    expect(tallies).toEqual(
      await owner(
        `select ${rows} from monitoring.recounted() where received + assessed + verified > 0 order by 1, 2, 3, 4`,
      ),
    )
  })

  test('has cases at every level that a coalition gives alone, and some that came to a court', async () => {
    const [seen] = await owner(
      `select count(distinct verification) as levels, count(*) filter (where 'CONV_BIAS' = any (responses)) as convicted
       from monitoring.incidents where umbrella_id = '${umbrella}'`,
    )
    expect(seen).toMatchObject({ levels: 6 })
    expect(seen.convicted).toBeGreaterThan(0)
  })

  test.each(['monitor', 'secondMonitor'])(
    'has a vault that the %s opens with the passphrase on the page',
    async part => {
      const account = demoPersonId(`international-union.${part}`)
      const session = crypto.randomUUID()
      await platform.database.owner.query(
        `insert into accounts.sessions (id, user_id, token, expires_at, assurance, assured_at)
       values ($1, $2, $1::uuid::text, now() + interval '1 day', 2, now())`,
        [session, account],
      )
      const has = await inScope(platform.database.request, { umbrella, account }, 'write', async tx => {
        const opened = await unlock(tx, session, { passphrase: demoPassphrase })
        if (!opened.ok) throw new Error(opened.reason)
        const key = await teamKey(tx, await teamFor(tx, 'monitor'))
        return openGeneration(tx, (await unlocked(tx, session, opened.cookie))!, key!.id)
      })
      expect(has).not.toBeNull()
    },
  )
})
