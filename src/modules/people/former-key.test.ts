import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Coalition, enter, foundCoalition, type Present } from '#tests/coalition.ts'
import { inRole, phraseOf, unlockAs, withKey } from '#tests/vault-keys.ts'
import { type Stage, setStage, Visitor } from '#tests/visitor.ts'

const team = '/en/ours/vault/monitor'
const former = `${team}/former-key`
let stage: Stage
let ours: Coalition
let changed: Present
let other: Present

// Somebody of a team who changed their key 73 hours ago.
beforeAll(async () => {
  stage = await setStage()
  ours = await foundCoalition(stage, 'ours')
  const join = async (name: string) =>
    inRole(stage, ours.id, await withKey(stage, await enter(stage, `${name}@example.org`)), 'monitor')
  changed = await join('changed')
  await changed.browser.post(`${team}/key`)
  other = await join('other')
  await withKey(stage, changed)
  const { owner } = stage.platform.database
  const keys = await owner.query<{ id: string }>(
    'select id from vault.keys where account_id = $1 order by effective_at',
    [changed.id],
  )
  for (const { id } of keys.rows) {
    await owner.query(
      `update vault.keys set created_at = created_at - interval '73 hours', effective_at = effective_at - interval '73 hours',
         retired_at = retired_at - interval '73 hours' where id = $1`,
      [id],
    )
  }
})
afterAll(() => stage.close())

const html = async (path: string) => (await changed.browser.get(path)).text()
const use = (person: Present, passphrase: string) => person.browser.post(former, { passphrase })

test('the key before is nothing for others, and for who never had one', async () => {
  expect((await new Visitor(stage).get(former)).headers.get('location')).toContain('/en/sign-in?to=')
  expect((await new Visitor(stage).post(former)).status).toBe(403)
  expect((await ours.coordinators[0].browser.post(former)).status).toBe(403)
  expect((await other.browser.get(former)).status).toBe(404)
  expect((await use(other, phraseOf(other))).status).toBe(409)
})

test('who changed their key lets themself in with the one before, and the vault is locked', async () => {
  expect(await html(team)).toContain('/en/ours/vault/monitor/former-key')
  expect((await changed.browser.get(former)).status).toBe(200)
  expect((await use(changed, '')).status).toBe(422)
  const wrong = await use(changed, 'not this one')
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).not.toContain('not this one')
  await unlockAs(changed)
  const answer = await use(changed, phraseOf(changed))
  expect(answer.headers.get('location')).toContain('people.said.resealed')
  expect([...changed.browser.cookies.keys()]).not.toContain('parasol-vault')
  expect(await html(team)).not.toContain('wait for a colleague')
  expect((await use(changed, phraseOf(changed))).status).toBe(409)
})
