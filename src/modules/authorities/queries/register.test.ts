import { beforeAll, describe, expect, test } from 'vitest'
import { inScope } from '#platform/database/scope.ts'
import { newBody, newCommunication, newFile, newMessage, newOfficer, step } from '#tests/communications.ts'
import { freshDatabase } from '#tests/database.ts'
import { newMember } from '#tests/members.ts'
import { newPerson, newUmbrella } from '#tests/umbrella.ts'
import { readRegisterAsk } from '../forms/register.ts'
import { publicCommunication, registerPage } from './register.ts'
import { newestEvents, publicCorrespondence } from './register-events.ts'
import { findCard } from './scorecard.ts'

const database = await freshDatabase()
const umbrella = await newUmbrella(database)
const other = await newUmbrella(database)
const officer = await newPerson(database, [umbrella])
const { membership } = await newMember(database, umbrella, { name: { uk: 'Спілка ромів' } })
const body = await newBody(database, { name: { uk: 'Міністерство освіти', en: 'Ministry of Education' } })
const second = await newBody(database, { name: { uk: 'Обласна поліція' } })
await newOfficer(database, body, officer)

const scope = { umbrella, account: null }
const { owner } = database
const page = (query = '', where = scope, size = 40) =>
  inScope(database.request, where, 'read', tx =>
    registerPage(tx, readRegisterAsk(new URLSearchParams(query)), size),
  )
const numbers = async (query = '') => (await page(query)).entries.map(({ number }) => number)
const card = (of: string) => inScope(database.request, scope, 'read', tx => findCard(tx, of))
const worker = (call: string) => owner.query(`select ${call}`)

async function answer(communication: string, onDay: string): Promise<void> {
  const file = await newFile(database, umbrella)
  const by = { communication, side: 'authority', body } as const
  await step(database, umbrella, officer, {
    ...by,
    kind: 'registered',
    reference: '1/2',
    onDay: '2026-01-12',
  })
  await step(database, umbrella, officer, {
    ...by,
    kind: 'answered',
    resolution: 'granted',
    file: file.id,
    onDay,
  })
}

let one: { id: string; number: number }
let two: { id: string; number: number }

beforeAll(async () => {
  one = await newCommunication(database, umbrella, {
    body,
    membership,
    title: 'Школа без мови меншини',
    topics: ['education'],
    directions: ['restoration', 'prevention'],
  })
  two = await newCommunication(database, umbrella, {
    body: second,
    kind: 'complaint',
    title: 'Бездіяльність слідчого',
  })
})

describe('the register', () => {
  test('tells of each public letter what it is about, to whom, and who wrote', async () => {
    const { entries, counts } = await page()
    expect(counts.total).toBe(2)
    expect(entries.map(({ title }) => title)).toEqual(['Бездіяльність слідчого', 'Школа без мови меншини'])
    expect(entries[1]).toMatchObject({
      body: { name: { uk: 'Міністерство освіти' } },
      member: { name: { uk: 'Спілка ромів' } },
      state: 'waiting',
      days: null,
    })
    expect(entries[0]).toMatchObject({ member: null, kind: 'complaint' })
  })

  test.each([
    ['kind=complaint', () => [two.number]],
    ['topic=education', () => [one.number]],
    ['direction=prevention', () => [one.number]],
    ['direction=prevention&kind=complaint', () => []],
    ['direction=prevention&topic=education&year=2026&state=waiting', () => [one.number]],
    ['year=2025', () => []],
    ['member=coalition', () => [two.number]],
    ['kind=%27;drop', () => [two.number, one.number]],
  ])('narrows by %s', async (query, expected) => {
    expect(await numbers(query)).toEqual(expected())
  })

  test.each([
    ['школи', () => [one.number]],
    ['shkola', () => [one.number]],
    ['Szkoła', () => [one.number]],
    ['поліції', () => [two.number]],
    ['policja', () => [two.number]],
    ['міністерство меншини', () => [one.number]],
    ['міністерство слідчого', () => []],
    ['qwrtp', () => []],
  ])('is searched by «%s» in title and body', async (words, expected) => {
    expect(await numbers(`q=${encodeURIComponent(words)}`)).toEqual(expected())
  })

  test('shows nothing of another umbrella, and nothing outside of one', async () => {
    expect((await page('', { umbrella: other, account: null })).entries).toEqual([])
    expect((await page('', { umbrella: null as never, account: null })).entries).toEqual([])
  })

  test('turns its pages there and back without losing or repeating a letter', async () => {
    const away = await newUmbrella(database)
    const where = { umbrella: away, account: null }
    for (let n = 0; n < 7; n++) await newCommunication(database, away, { body })
    const seen: number[] = []
    let turned = await page('', where, 3)
    for (;;) {
      seen.push(...turned.entries.map(({ number }) => number))
      if (turned.older === null) break
      turned = await page(`older=${turned.older}`, where, 3)
    }
    expect(seen).toEqual([7, 6, 5, 4, 3, 2, 1])
    expect(turned.newer).toBe(1)
    expect((await page('newer=1', where, 3)).entries.map(({ number }) => number)).toEqual([4, 3, 2])
  })
})

describe('a letter', () => {
  test('moves on in the register with each step, in the same transaction', async () => {
    const letter = await newCommunication(database, umbrella, { body, membership, title: 'Відповідь чекає' })
    await answer(letter.id, '2026-01-30')
    const shown = (await page('state=answered')).entries
    expect(shown).toMatchObject([
      { number: letter.number, days: 20, resolution: 'granted', status: 'answered' },
    ])
    const events = await inScope(database.request, scope, 'read', tx => newestEvents(tx))
    expect(
      events
        .filter(({ number }) => number === letter.number)
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['answered', 'registered'])
    expect(await card(body)).toMatchObject({
      received: 2,
      answered: 1,
      waiting: 1,
      days: [{ days: 20, n: 1 }],
    })
  })

  test.each(['members', 'parties', 'hidden'])(
    'leaves when only %s may read it, and comes back whole',
    async prominence => {
      const letter = await newCommunication(database, umbrella, { body: second, title: 'Спершу для всіх' })
      await newMessage(database, umbrella, letter.id, {
        text: 'Лист',
        prominence: 'public',
        publicText: 'Лист',
      })
      const total = (await page()).counts.total
      await owner.query(
        "update authorities.communications set prominence = $2, prominence_reason = 'A reason' where id = $1",
        [letter.id, prominence],
      )
      expect(await numbers('q=спершу')).toEqual([])
      expect((await page()).counts.total).toBe(total - 1)
      for (const table of ['register_entries', 'register_events', 'register_messages', 'register_files']) {
        const left = await owner.query(`select from authorities.${table} where communication_id = $1`, [
          letter.id,
        ])
        expect(left.rowCount, table).toBe(0)
      }
      await owner.query("update authorities.communications set prominence = 'public' where id = $1", [
        letter.id,
      ])
      expect(await numbers('q=спершу')).toEqual([letter.number])
      const back = await inScope(database.request, scope, 'read', tx => publicCorrespondence(tx, letter.id))
      expect(back.messages).toHaveLength(1)
      await owner.query(
        "update authorities.communications set prominence = 'hidden', prominence_reason = 'x' where id = $1",
        [letter.id],
      )
    },
  )

  test('joins the register by itself when its embargo ends, and leaves when one begins', async () => {
    const letter = await newCommunication(database, umbrella, {
      body: second,
      title: 'Розслідування триває',
      embargoUntil: Temporal.Now.plainDateISO().add({ days: 3 }).toString(),
    })
    await worker('authorities.publish_due()')
    expect(await numbers('q=розслідування')).toEqual([])
    // Time passes: the day is moved instead of the clock, without the trigger that a person would wake.
    const client = await owner.connect()
    await client.query('begin; alter table authorities.communications disable trigger followed_in_register')
    await client.query(
      'update authorities.communications set embargo_until = current_date - 1 where id = $1',
      [letter.id],
    )
    await client.query('alter table authorities.communications enable trigger followed_in_register; commit')
    client.release()
    expect(await numbers('q=розслідування')).toEqual([])
    await worker('authorities.publish_due()')
    expect(await numbers('q=розслідування')).toEqual([letter.number])
    await owner.query(
      'update authorities.communications set embargo_until = current_date + 9 where id = $1',
      [letter.id],
    )
    expect(await numbers('q=розслідування')).toEqual([])
  })

  test('is not found by a word that was taken out of its title', async () => {
    const letter = await newCommunication(database, umbrella, { body: second, title: 'Справа Марусяка' })
    expect(await numbers('q=марусяк')).toEqual([letter.number])
    await owner.query("update authorities.communications set public_title = 'Справа' where id = $1", [
      letter.id,
    ])
    expect(await numbers('q=марусяк')).toEqual([])
    const shown = await inScope(database.request, scope, 'read', tx => publicCommunication(tx, letter.number))
    expect(shown).toMatchObject({ title: 'Справа', redacted: true })
  })
})
