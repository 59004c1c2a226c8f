import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Coalition, enter, foundCoalition, memberWith, type Present } from '#tests/coalition.ts'
import { assure, inRole, unlockAs, withKey } from '#tests/vault-keys.ts'
import { type Stage, setStage, Visitor } from '#tests/visitor.ts'
import { limitsOf } from './accounts/limits.ts'

let stage: Stage
let theirs: Coalition
let ours: Coalition
let keepers: Present[]
let first: Present
let loser: Present
let count = 0

const newcomer = (name: string) => enter(stage, `${name}${count}@example.org`)

beforeAll(async () => {
  stage = await setStage()
  theirs = await foundCoalition(stage, 'theirs')
})
// Three people of three members with keys; a team of two, of whom the second waits and always will.
beforeEach(async () => {
  limitsOf(stage.platform).forget()
  ours = await foundCoalition(stage, `ours${++count}`)
  keepers = []
  for (const name of ['keeper-a', 'keeper-b', 'keeper-c']) {
    const keeper = await withKey(stage, await newcomer(name))
    await memberWith(stage, ours.id, keeper.id)
    keepers.push(keeper)
  }
  first = await inRole(stage, ours.id, await withKey(stage, await newcomer('first')), 'monitor')
  await first.browser.post(at('/monitor/key'))
  loser = await inRole(stage, ours.id, await withKey(stage, await newcomer('loser')), 'monitor')
})
afterAll(() => stage.close())

const owner = async <R>(text: string, values: unknown[] = []): Promise<R[]> =>
  (await stage.platform.database.owner.query(text, values)).rows as R[]
const at = (path = '') => `/en/${ours.slug}/vault${path}`
const said = (answer: Response) => answer.headers.get('location')?.split('said=')[1] ?? `${answer.status}`
const html = async (person: Present, path: string) => (await person.browser.get(path)).text()

const propose = (people: readonly Present[], reason = 'They are trusted') =>
  ours.coordinators[0].browser.post(at('/custodians'), {
    'custodians[]': people.map(({ id }) => id),
    reason,
  })

async function appoint(): Promise<Response> {
  await propose(keepers)
  const [act] = await owner<{ id: string }>(
    "select id from people.acts where umbrella_id = $1 and status = 'proposed'",
    [ours.id],
  )
  return ours.coordinators[1].browser.post(`/en/${ours.slug}/acts/${act!.id}/confirmation`)
}

const ask = (by: Present, person = loser) =>
  by.browser.post(at('/recovery'), { recipient: `monitor ${person.id}` })

const openRecovery = async () =>
  (
    await owner<{ id: string }>(
      'select id from vault.recoveries where umbrella_id = $1 and stopped_at is null and completed_at is null',
      [ours.id],
    )
  )[0]!.id

const step = async (by: Present, noun: 'stop' | 'share' | 'completion') =>
  by.browser.post(at(`/recovery/${await openRecovery()}/${noun}`))

const hoursPass = (hours: number) =>
  owner(
    `update vault.recoveries set asked_at = asked_at - make_interval(hours => $2), effective_at = effective_at - make_interval(hours => $2)
     where umbrella_id = $1`,
    [ours.id, hours],
  )

const told = async (template: string) =>
  (
    await owner<{ person_id: string }>(
      'select distinct person_id from platform.mail where umbrella_id = $1 and template = $2',
      [ours.id, template],
    )
  )
    .map(row => row.person_id)
    .sort()

/** Custodians are appointed, the team’s key sealed for recovery, and recovery is asked for. */
async function asked(): Promise<void> {
  await appoint()
  await unlockAs(first)
  expect(said(await first.browser.post(at('/monitor/recoverability')))).toBe('people.said.recoveryPrepared')
  expect(said(await ask(loser))).toBe('people.said.recoveryAsked')
}

describe('custodians', () => {
  test('are proposed by one coordinator and confirmed by another', async () => {
    const [anna] = ours.coordinators
    expect(await html(anna, at('/custodians'))).toContain('keeper-a')
    expect(await html(anna, at('/custodians'))).not.toContain('loser')
    expect(await html(first, at('/recovery'))).toContain('There are no custodians yet')
    expect(said(await propose(keepers))).toBe('people.said.custodiansProposed')
    expect(await html(anna, `/en/${ours.slug}/acts`)).toContain('Appoint the custodians of the recovery key')
    expect(said(await propose(keepers))).toBe('409')
    const [act] = await owner<{ id: string }>(
      "select id from people.acts where umbrella_id = $1 and status = 'proposed'",
      [ours.id],
    )
    const confirm = (by: Present) => by.browser.post(`/en/${ours.slug}/acts/${act!.id}/confirmation`)
    expect((await confirm(anna)).status).toBe(409)
    expect(said(await confirm(ours.coordinators[1]))).toBe('people.said.actConfirmed')
    expect(await html(keepers[0]!, at('/recovery'))).toContain('keeper-b')
    expect(
      await owner(
        "select from platform.journal_entries where umbrella_id = $1 and action = 'vault.custodians_appointed' and visibility = 'members'",
        [ours.id],
      ),
    ).toHaveLength(1)
  })

  test('are exactly three, with a key, without a role; only coordinators propose them', async () => {
    expect((await propose(keepers.slice(0, 2), ' ')).status).toBe(422)
    const two = await propose(keepers.slice(0, 2))
    expect(two.status).toBe(422)
    expect(await two.text()).toContain('Choose exactly three people')
    expect((await propose([keepers[0]!, keepers[1]!, first])).status).toBe(409)
    for (const person of [first, keepers[0]!, theirs.coordinators[0]]) {
      expect((await person.browser.get(at('/custodians'))).status).toBe(403)
      expect((await person.browser.post(at('/custodians'))).status).toBe(403)
    }
  })

  test('take on no role beside it', async () => {
    await appoint()
    for (const role of ['coordinator', 'monitor', 'lawyer']) {
      await expect(inRole(stage, ours.id, keepers[0]!, role)).rejects.toMatchObject({
        constraint: 'custodian_in_team',
      })
    }
  })
})

describe('a recovery', () => {
  test('is asked for, told to everybody concerned, waits 72 hours and gives the keys back', async () => {
    await asked()
    const everybody = [...ours.coordinators, ...keepers, first, loser].map(({ id }) => id).sort()
    expect(await told('people.recovery_news')).toEqual(everybody)
    for (const person of [ours.coordinators[0], first, keepers[2]!]) {
      expect(await html(person, at('/recovery'))).toContain('Monitoring team: for loser')
    }
    for (const keeper of keepers) await unlockAs(keeper)
    await unlockAs(loser)
    expect((await step(keepers[0]!, 'share')).status).toBe(409)
    await hoursPass(73)
    expect(said(await step(keepers[0]!, 'share'))).toBe('people.said.shareHanded')
    const early = await step(loser, 'completion')
    expect(early.status).toBe(409)
    expect(await early.text()).toContain('Two keepers of the recovery key have to hand over')
    expect(said(await step(keepers[1]!, 'share'))).toBe('people.said.shareHanded')
    expect(await html(loser, at('/recovery'))).toContain('2 parts of 2 have been handed over')
    expect(await html(loser, at('/monitor'))).toContain('You have a key, and wait')
    expect(said(await step(loser, 'completion'))).toBe('people.said.recoveryCompleted')
    expect(await html(loser, at('/monitor'))).not.toContain('You have a key, and wait')
    const journal = await owner<{ action: string }>(
      "select action from platform.journal_entries where umbrella_id = $1 and action ~ 'recover|share' and visibility = 'members' order by id",
      [ours.id],
    )
    expect(journal.map(({ action }) => action)).toEqual([
      'vault.recovery_asked',
      'people.recovery_share_handed',
      'people.recovery_share_handed',
      'vault.recovery_completed',
    ])
  })

  test('is stopped by anybody of the team without a second factor, and by nobody else', async () => {
    await asked()
    await owner('update accounts.sessions set assurance = 1, assured_at = null where user_id = $1', [
      first.id,
    ])
    const strangers = [ours.coordinators[0], keepers[0]!, theirs.coordinators[0]]
    for (const person of strangers) expect((await step(person, 'stop')).status).toBe(403)
    const id = await openRecovery()
    expect(said(await step(first, 'stop'))).toBe('people.said.recoveryStopped')
    expect((await first.browser.post(at(`/recovery/${id}/stop`))).status).toBe(409)
    expect(await html(first, at('/recovery'))).toContain('stopped')
  })

  test('is refused where nothing is prepared, for who is not of the team, and while another one goes on', async () => {
    const nothing = await ask(loser)
    expect(nothing.status).toBe(409)
    expect(await nothing.text()).toContain('This team has no recovery key yet')
    expect((await loser.browser.post(at('/recovery'), { recipient: 'nonsense' })).status).toBe(422)
    expect((await loser.browser.post(at('/recovery'), { recipient: `lawyer ${loser.id}` })).status).toBe(403)
    await asked()
    expect((await ask(first)).status).toBe(409)
    expect((await ask(loser, keepers[0])).status).toBe(409)
  })

  test('is nothing for others, and each step for those whose it is', async () => {
    await asked()
    await hoursPass(73)
    const member = await newcomer('member')
    await memberWith(stage, ours.id, member.id)
    expect((await member.browser.get(at('/recovery'))).status).toBe(403)
    expect((await theirs.coordinators[0].browser.get(at('/recovery'))).status).toBe(403)
    expect((await new Visitor(stage).get(at('/recovery'))).headers.get('location')).toContain('/sign-in')
    expect((await ask(member)).status).toBe(403)
    expect((await step(first, 'share')).status).toBe(403)
    expect((await step(first, 'completion')).status).toBe(403)
    expect((await step(keepers[0]!, 'share')).headers.get('location')).toContain('/vault/unlock')
    expect((await new Visitor(stage).post(at(`/recovery/${await openRecovery()}/share`))).status).toBe(403)
  })
})

describe('a changed key', () => {
  const fingerprintOf = async (person: Present) =>
    (
      await owner<{ fingerprint: string }>(
        'select fingerprint from vault.keys where account_id = $1 order by effective_at desc limit 1',
        [person.id],
      )
    )[0]!.fingerprint

  test('is told to the whole team with its fingerprint, and to no other team', async () => {
    const lawyer = await inRole(stage, ours.id, await newcomer('lawyer'), 'lawyer')
    await assure(stage, first)
    await withKey(stage, first)
    const fingerprint = await fingerprintOf(first)
    const mails = await owner<{ person_id: string; values: object; link: string }>(
      "select person_id, values, link from platform.mail where umbrella_id = $1 and template = 'people.key_changed'",
      [ours.id],
    )
    expect(mails).toMatchObject([
      { person_id: loser.id, values: { fingerprint, custodian: false }, link: '/vault/monitor' },
    ])
    expect(mails.map(mail => mail.person_id)).not.toContain(lawyer.id)
    expect(await html(loser, at('/monitor'))).toContain(fingerprint.match(/.{4}/g)!.join(' '))
  })

  test('of a custodian is told to the coordinators, who appoint anew', async () => {
    await appoint()
    await withKey(stage, keepers[0]!)
    expect(await told('people.key_changed')).toEqual(ours.coordinators.map(({ id }) => id).sort())
  })
})
