import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { affiliate, type Coalition, enter, foundCoalition, type Present } from '#tests/coalition.ts'
import { type Stage, setStage, Visitor } from '#tests/visitor.ts'
import { limitsOf } from './accounts/limits.ts'

let stage: Stage
let coalition: Coalition
let other: Coalition
let count = 0

beforeAll(async () => {
  stage = await setStage()
  other = await foundCoalition(stage, 'elsewhere')
})
beforeEach(async () => {
  limitsOf(stage.platform).forget()
  coalition = await foundCoalition(stage, `leaving${++count}`, { names: ['anna', 'bohdan', 'cecylia'] })
})
afterAll(() => stage.close())

const owner = async <R>(text: string, values: unknown[] = []): Promise<R[]> =>
  (await stage.platform.database.owner.query(text, values)).rows as R[]

const erase = ({ browser }: Present) => browser.post('/en/account/erasure', { understood: 'yes' })

describe('taking one’s data along', () => {
  test('gives everything about this person and nothing about others, in every umbrella', async () => {
    const [anna, bohdan] = coalition.coordinators
    await affiliate(stage, other.id, anna.id)
    await bohdan.browser.post(`/en/${coalition.slug}/roles/proposal`, {
      act: 'grant',
      person: anna.id,
      role: 'monitor',
      reason: 'Bohdan’s own words',
    })
    const answer = await anna.browser.get('/en/account/data/parasol.json')
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="parasol.json"')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const data = await answer.json()
    expect(data.person).toMatchObject({ id: anna.id, name: 'anna' })
    expect(data.account).toMatchObject({ email: anna.address, authenticator: false })
    expect(data.umbrellas.map(({ slug }: { slug: string }) => slug).sort()).toEqual(
      ['elsewhere', coalition.slug].sort(),
    )
    const here = data.umbrellas.find(({ slug }: { slug: string }) => slug === coalition.slug)
    expect(here.people.roles).toMatchObject([{ role: 'coordinator' }])
    expect(here).toHaveProperty('network')
    expect(here.journal).toMatchObject([{ action: 'people.act_proposed' }])
    expect(JSON.stringify(data)).not.toMatch(/Bohdan’s own words|bohdan@/)
  })
})

describe('being forgotten', () => {
  test('is explained before, and needs a tick', async () => {
    const [anna] = coalition.coordinators
    expect(await (await anna.browser.get('/en/account/erasure')).text()).toContain(
      'Your role as a coordinator will end',
    )
    expect((await anna.browser.post('/en/account/erasure')).status).toBe(422)
    expect(await owner('select name from people.people where id = $1', [anna.id])).toEqual([{ name: 'anna' }])
  })

  test('removes account, name, roles and what the journal holds of the person', async () => {
    const [anna, bohdan] = coalition.coordinators
    await anna.browser.post(`/en/${coalition.slug}/roles/proposal`, {
      act: 'grant',
      person: bohdan.id,
      role: 'monitor',
      reason: 'because',
    })
    const second = new Visitor(stage)
    await second.signIn(anna.address)
    expect((await erase(anna)).headers.get('location')).toBe('/en?said=people.said.erased')
    expect(anna.browser.cookies.size).toBe(0)
    expect((await second.get('/en/account')).status).toBe(303)
    expect(await owner('select 1 from accounts.users where id = $1', [anna.id])).toEqual([])
    expect(
      await owner('select name, digest, erased_at is not null as erased from people.people where id = $1', [
        anna.id,
      ]),
    ).toEqual([{ name: '', digest: 'none', erased: true }])
    expect(
      await owner('select 1 from people.roles where person_id = $1 and valid_until is null', [anna.id]),
    ).toEqual([])
    expect(await owner('select status from people.acts where proposed_by = $1', [anna.id])).toEqual([
      { status: 'withdrawn' },
    ])
    expect(
      await owner('select 1 from platform.journal_entries where person_id = $1 or about @> array[$1::uuid]', [
        anna.id,
      ]),
    ).toEqual([])
  })

  test('leaves “Data deleted” where others look for the name', async () => {
    const [anna, bohdan] = coalition.coordinators
    await anna.browser.post(`/en/${coalition.slug}/roles/proposal`, {
      act: 'grant',
      person: bohdan.id,
      role: 'monitor',
      reason: 'because',
    })
    await erase(anna)
    const html = await (await bohdan.browser.get(`/en/${coalition.slug}/acts`)).text()
    expect(html).toContain('Data deleted')
    const choice = await (await bohdan.browser.get(`/en/${coalition.slug}/roles/proposal`)).text()
    expect(choice).not.toContain(anna.id)
  })

  test('waits until another coordinator is there, when two would not be left', async () => {
    const [anna, bohdan] = other.coordinators
    const answer = await erase(anna)
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('Without you there would be fewer than two coordinators')
    expect(await owner('select name from people.people where id = $1', [anna.id])).toEqual([{ name: 'anna' }])
    const third = await enter(stage, 'third@example.org')
    await affiliate(stage, other.id, third.id)
    await anna.browser.post('/en/elsewhere/roles/proposal', {
      act: 'grant',
      person: third.id,
      role: 'coordinator',
      reason: 'she takes over',
    })
    const [act] = await owner<{ id: string }>(`select id from people.acts where umbrella_id = $1`, [other.id])
    await bohdan.browser.post(`/en/elsewhere/acts/${act!.id}/confirmation`)
    expect((await erase(anna)).status).toBe(303)
  })

  test('lets the same address begin anew as somebody else', async () => {
    const person = await enter(stage, 'phoenix@example.org')
    await erase(person)
    const again = await enter(stage, 'phoenix@example.org')
    expect(again.id).not.toBe(person.id)
  })
})
