import { afterAll, beforeAll, expect, test } from 'vitest'
import { inScope } from '#platform/database/scope.ts'
import type { JobContext } from '#platform/jobs/index.ts'
import { foundCoalition } from '#tests/coalition.ts'
import { type Stage, setStage, Visitor } from '#tests/visitor.ts'
import { forgetAddressesJob, sweepAccountsJob } from './nightly.ts'

let stage: Stage
beforeAll(async () => {
  stage = await setStage()
})
afterAll(() => stage.close())

const owner = async <R>(text: string): Promise<R[]> =>
  (await stage.platform.database.owner.query(text)).rows as R[]

const context = () =>
  ({
    platform: stage.platform,
    inScope: (scope, mode, work) => inScope(stage.platform.database.request, scope, mode, work),
  }) as Pick<JobContext, 'platform' | 'inScope'> as JobContext

const subject = { umbrella: null, id: '00000000-0000-0000-0000-000000000000' }

test('ended sessions go, and accounts that nobody went on with; founders who have not come yet stay', async () => {
  const coalition = await foundCoalition(stage, 'nightly', { names: ['anna', 'bohdan'] })
  await owner(`insert into accounts.users (id, email, created_at)
    values (gen_random_uuid(), 'founder@example.org', now() - interval '1 year')`)
  const lost = new Visitor(stage)
  const { page, code } = await lost.askForCode('lost@example.org')
  await lost.post(page, { code })
  await owner(
    `update accounts.users set created_at = now() - interval '8 days' where email = 'lost@example.org'`,
  )
  await owner(`update accounts.sessions set expires_at = now() - interval '1 minute'
    where user_id in (select id from accounts.users where email in ('lost@example.org', 'anna@nightly.example'))`)
  await sweepAccountsJob.handler(context(), subject)
  const left = await owner<{ email: string }>('select email from accounts.users order by email')
  expect(left.map(({ email }) => email)).toEqual([
    'anna@nightly.example',
    'bohdan@nightly.example',
    'founder@example.org',
  ])
  expect(await owner('select user_id from accounts.sessions')).toEqual([
    { user_id: coalition.coordinators[1].id },
  ])
})

test('an invitation that has expired keeps no address', async () => {
  const coalition = await foundCoalition(stage, 'forgetful')
  for (const address of ['open@example.org', 'expired@example.org']) {
    await coalition.coordinators[0].browser.post('/en/forgetful/invitations', { address, locale: 'en' })
  }
  await owner(
    `update people.invitations set expires_at = now() - interval '1 minute' where address = 'expired@example.org'`,
  )
  await forgetAddressesJob.handler(context(), { umbrella: coalition.id, id: coalition.id })
  expect(await owner('select address from people.invitations order by id')).toEqual([
    { address: 'open@example.org' },
    { address: null },
  ])
})
