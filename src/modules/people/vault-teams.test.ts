import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { inScope, type Tx } from '#platform/database/scope.ts'
import { createRecord, openRecord, teamFor } from '#platform/vault/index.ts'
import { unlock, unlocked } from '#platform/vault/unlock.ts'
import { type Coalition, enter, foundCoalition, memberWith, type Present } from '#tests/coalition.ts'
import { given } from '#tests/vault-desk.ts'
import { assure, inRole, phraseOf, unlockAs, withKey } from '#tests/vault-keys.ts'
import { type Stage, setStage, Visitor } from '#tests/visitor.ts'
import { limitsOf } from './accounts/limits.ts'

let stage: Stage
let ours: Coalition
let theirs: Coalition
let first: Present
let second: Present
let count = 0

beforeAll(async () => {
  stage = await setStage()
  theirs = await foundCoalition(stage, 'theirs')
})
beforeEach(async () => {
  limitsOf(stage.platform).forget()
  ours = await foundCoalition(stage, `ours${++count}`)
  first = await inRole(stage, ours.id, await enter(stage, `first${count}@example.org`), 'monitor')
  second = await inRole(stage, ours.id, await enter(stage, `second${count}@example.org`), 'monitor')
})
afterAll(() => stage.close())

const owner = async <R>(text: string, values: unknown[] = []): Promise<R[]> =>
  (await stage.platform.database.owner.query(text, values)).rows as R[]
const at = (path = '') => `/en/${ours.slug}/vault${path}`
const team = (path = '') => at(`/monitor${path}`)
const told = async () =>
  (
    await owner<{ action: string }>(
      `select action from platform.journal_entries where umbrella_id = $1 and action like 'people.team_key%' order by id`,
      [ours.id],
    )
  ).map(({ action }) => action)
const keyOf = async ({ id }: Present) =>
  (
    await owner<{ id: string }>('select id from vault.keys where account_id = $1 and retired_at is null', [
      id,
    ])
  )[0]!.id

/** The first of the team has a key and made the team’s; the second has a key and waits. */
async function waitingScene(): Promise<void> {
  await withKey(stage, first)
  await first.browser.post(team('/key'))
  await withKey(stage, second)
}

const letSecondIn = async () => first.browser.post(team(`/people/${await keyOf(second)}`))

describe('the pages of teams', () => {
  test('are for their people and coordinators', async () => {
    const [anna] = ours.coordinators
    const member = await enter(stage, `member${count}@example.org`)
    await memberWith(stage, ours.id, member.id)
    const lawyer = await inRole(stage, ours.id, await enter(stage, `lawyer${count}@example.org`), 'lawyer')
    expect((await new Visitor(stage).get(at())).headers.get('location')).toContain('/en/sign-in?to=')
    for (const path of ['', '/monitor', '/monitor/openings']) {
      expect((await member.browser.get(at(path))).status).toBe(403)
      expect((await theirs.coordinators[0].browser.get(at(path))).status).toBe(403)
    }
    expect(await (await anna.browser.get(at())).text()).toContain('Hotline team')
    expect(await (await first.browser.get(at())).text()).not.toContain('Hotline team')
    expect((await anna.browser.get(team())).status).toBe(200)
    expect((await first.browser.get(team())).status).toBe(200)
    expect((await lawyer.browser.get(team())).status).toBe(403)
    expect((await first.browser.get(at('/nobody'))).status).toBe(404)
    expect((await anna.browser.get(team('/openings'))).status).toBe(403)
  })

  test('change nothing for who is not of the team', async () => {
    const [anna] = ours.coordinators
    await waitingScene()
    await assure(stage, anna)
    for (const path of ['/key', '/recoverability', `/people/${await keyOf(second)}`]) {
      expect((await anna.browser.post(team(path))).status).toBe(403)
      expect((await theirs.coordinators[0].browser.post(team(path))).status).toBe(403)
      expect((await new Visitor(stage).post(team(path))).status).toBe(403)
    }
    expect(await told()).toEqual(['people.team_key_made'])
  })

  test('ask for a second factor before a key changes', async () => {
    for (const path of ['/key', '/renewal']) expect((await first.browser.post(team(path))).status).toBe(403)
    expect(await told()).toEqual([])
  })
})

describe('a team', () => {
  test('gets its key from somebody of it, once one of them has a key', async () => {
    await assure(stage, first)
    expect(await (await first.browser.get(team())).text()).toContain('Nobody in this team has a key yet')
    const early = await first.browser.post(team('/key'))
    expect(early.status).toBe(409)
    expect(await early.text()).toContain('Nobody in the team has a key yet')
    await withKey(stage, first)
    expect((await first.browser.post(team('/key'))).headers.get('location')).toContain(
      'people.said.teamKeyMade',
    )
    const html = await (await first.browser.get(team())).text()
    expect(html).toContain('Number of the key')
    expect(html).toContain('can open records')
    expect(html).toContain('no key yet')
    expect(await told()).toEqual(['people.team_key_made'])
  })

  test('lets in who waits when a colleague compared the fingerprint', async () => {
    await waitingScene()
    expect(await (await second.browser.get(team())).text()).toContain('wait for a colleague to let you in')
    const closed = await letSecondIn()
    expect(closed.headers.get('location')).toContain('/en/account/vault/unlock?next=')
    await unlockAs(first)
    const page = await (await first.browser.get(team())).text()
    expect(page).toContain('The fingerprints are the same')
    const fingerprint = 'select fingerprint from vault.keys where account_id = $1'
    const [key] = await owner<{ fingerprint: string }>(fingerprint, [second.id])
    expect(page).toContain(key!.fingerprint.match(/.{4}/g)!.join(' '))
    expect((await letSecondIn()).headers.get('location')).toContain('people.said.letIn')
    expect(await (await second.browser.get(team())).text()).not.toContain('wait for a colleague')
    const again = await letSecondIn()
    expect(again.status).toBe(409)
    expect(await told()).toEqual(['people.team_key_made', 'people.team_key_shared'])
    const [mail] = await owner(
      "select link from platform.mail where person_id = $1 and template = 'people.let_in'",
      [second.id],
    )
    expect(mail).toEqual({ link: '/vault/monitor' })
  })

  test('is not opened by who waits themselves', async () => {
    await waitingScene()
    await unlockAs(second)
    const answer = await second.browser.post(team(`/people/${await keyOf(second)}`))
    expect(answer.status).toBe(409)
    expect((await second.browser.post(team('/people/nonsense'))).status).toBe(404)
  })

  test('shows coordinators who has a key, and not who waits', async () => {
    await waitingScene()
    const html = await (await ours.coordinators[0].browser.get(team())).text()
    expect(html).toContain('has a key')
    expect(html).not.toContain('waits to be let in')
    expect(html).not.toContain('Let in')
  })

  test('gets another key from its people and from coordinators; who waited goes on waiting', async () => {
    const [anna] = ours.coordinators
    await waitingScene()
    await assure(stage, anna)
    for (const person of [first, anna]) {
      const renewed = await person.browser.post(team('/renewal'))
      expect(renewed.headers.get('location')).toContain('people.said.teamKeyRenewed')
    }
    const generations = await owner('select from vault.team_keys where umbrella_id = $1', [ours.id])
    expect(generations).toHaveLength(3)
    expect(await (await second.browser.get(team())).text()).toContain('wait for a colleague to let you in')
  })

  test('has nothing to prepare while there is no recovery key', async () => {
    await waitingScene()
    expect((await unlockAs(first)).status).toBe(303)
    expect((await first.browser.post(team('/recoverability'))).status).toBe(409)
  })
})

describe('openings of records', () => {
  const as = <T>(account: string, work: (tx: Tx) => Promise<T>) =>
    inScope(stage.platform.database.request, { umbrella: ours.id, account }, 'write', work)

  async function lookInto(reason: string, times: number): Promise<void> {
    const [session] = await owner<{ id: string }>('select id from accounts.sessions where user_id = $1', [
      first.id,
    ])
    await as(first.id, async tx => {
      const made = given(
        await createRecord(tx, {
          purpose: 'monitoring.report',
          parts: { text: 'What happened' },
          teams: [await teamFor(tx, 'monitor')],
        }),
      )
      const { cookie } = given(await unlock(tx, session!.id, { passphrase: phraseOf(first) }))
      const open = (await unlocked(tx, session!.id, cookie))!
      for (let n = 0; n < times; n++) await openRecord(tx, open, made.record.record, `${reason} ${n}`)
    })
  }

  test('are a list that the whole team sees, page by page, newest first', async () => {
    await waitingScene()
    expect(await (await second.browser.get(team('/openings'))).text()).toContain('Nobody has opened a record')
    await lookInto('To call back', 52)
    const html = await (await second.browser.get(team('/openings'))).text()
    expect(html.indexOf('To call back 51')).toBeLessThan(html.indexOf('To call back 2<'))
    expect(html).not.toContain('To call back 1<')
    const next = /href="([^"]*before=[^"]*)"/.exec(html)![1]!
    const rest = await (await second.browser.get(next)).text()
    expect(rest).toContain('To call back 1<')
    expect(rest).not.toContain('To call back 2<')
    expect((await second.browser.get(team('/openings?before=nonsense'))).status).toBe(404)
  })
})
