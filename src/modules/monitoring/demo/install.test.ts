import { beforeAll, describe, expect, test } from 'vitest'
import { installDemonstration } from '#modules/people/demo/install.ts'
import { demoPassphrase, demoPersonId, demoUmbrellaId } from '#modules/people/index.ts'
import { inScope, type Tx } from '#platform/database/scope.ts'
import type { Platform } from '#platform/platform.ts'
import { teamFor, unlock, unlocked } from '#platform/vault/index.ts'
import { openGeneration, teamKey } from '#platform/vault/teams.ts'
import { testPlatform } from '#tests/platform.ts'
import { likelyDuplicates } from '../queries/duplicates.ts'
import { listIncidents } from '../queries/incidents.ts'
import { takesReports } from '../queries/reports.ts'
import { installIncidents } from './install.ts'
import { installReports } from './reports.ts'
import { installWaiting } from './waiting.ts'
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
  const waiting = await installWaiting(platform)
  await installReports(platform, waiting.get('UA-51')!)
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

const monitor = () => ({ umbrella, account: demoPersonId('international-union.monitor') })
const asMonitor = <T>(work: (tx: Tx) => Promise<T>) =>
  inScope(platform.database.request, monitor(), 'read', work)

describe('the desk of the monitors', () => {
  test('has texts to open for the newer incidents, sealed as if they had been recorded by hand', async () => {
    const [seen] = await owner(
      `select count(*)::int as sealed, count(*) filter (where r.purpose = 'monitoring.incident')::int as proper
       from monitoring.incidents i join vault.records r on r.umbrella_id = i.umbrella_id and r.id = i.record_id
       where i.umbrella_id = '${umbrella}'`,
    )
    expect(seen.sealed).toBeGreaterThanOrEqual(40)
    expect(seen.proper).toBe(seen.sealed)
  })

  test.each(['me', 'second', 'settling'] as const)('has incidents that wait for: %s', async waiting => {
    const everything = { verification: null, region: null, bias: null, period: null, after: null }
    const { lines } = await asMonitor(tx => listIncidents(tx, { ...everything, waiting }))
    expect(lines.length).toBeGreaterThan(0)
  })

  test('has two incidents that are likely one', async () => {
    const [one] = await owner(
      `select id from monitoring.incidents where umbrella_id = '${umbrella}' and region = 'UA-21' and types = '{}' limit 1`,
    )
    const candidates = await asMonitor(tx => likelyDuplicates(tx, one.id))
    expect(candidates.some(({ types }) => types.length === 0)).toBe(true)
  })

  test('has reports in every state, and one whose consent was taken back', async () => {
    const [seen] = await owner(
      `select count(*)::int as reports, count(waiting_since)::int as waiting, count(incident_id)::int as joined,
         count(closed_on)::int as closed from monitoring.reports where umbrella_id = '${umbrella}'`,
    )
    expect(seen).toEqual({ reports: 6, waiting: 2, joined: 1, closed: 1 })
    const [ledger] = await owner(
      `select count(*)::int as "takenBack" from monitoring.report_consents where umbrella_id = '${umbrella}' and not given`,
    )
    expect(ledger.takenBack).toBe(2)
  })

  test.each([
    ['international-union', true],
    ['lublin-bialystok', false],
  ])('takes reports only where somebody could read them: %s', async (slug, takes) => {
    const scope = { umbrella: demoUmbrellaId(slug), account: null }
    expect(await inScope(platform.database.request, scope, 'read', takesReports)).toBe(takes)
  })
})
