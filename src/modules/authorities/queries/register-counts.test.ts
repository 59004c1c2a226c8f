import { beforeAll, describe, expect, test } from 'vitest'
import { inScope } from '#platform/database/scope.ts'
import { newBody, newCommunication } from '#tests/communications.ts'
import { freshDatabase } from '#tests/database.ts'
import { newUmbrella } from '#tests/umbrella.ts'
import { readRegisterAsk } from '../forms/register.ts'
import { registerPage } from './register.ts'
import { findCard } from './scorecard.ts'
import { cardList } from './scorecard-list.ts'

const database = await freshDatabase()
const umbrella = await newUmbrella(database)
const [body, second] = [await newBody(database), await newBody(database)]
const scope = { umbrella, account: null }
const { owner } = database
const page = () =>
  inScope(database.request, scope, 'read', tx => registerPage(tx, readRegisterAsk(new URLSearchParams())))
const card = (of: string) => inScope(database.request, scope, 'read', tx => findCard(tx, of))
const sideBySide = () => inScope(database.request, scope, 'read', tx => cardList(tx, null))
const worker = (call: string) => owner.query(`select ${call}`)

beforeAll(async () => {
  for (const of of [body, body, second]) {
    await newCommunication(database, umbrella, { body: of, title: 'Школа', topics: ['education'] })
  }
  const hidden = await newCommunication(database, umbrella, { body: second })
  await owner.query(
    "update authorities.communications set prominence = 'hidden', prominence_reason = 'x' where id = $1",
    [hidden.id],
  )
})

describe('the counts', () => {
  test('are the same before and after they are added up, and as a count of everything', async () => {
    const before = await page()
    const cards = [await card(body), await card(second)]
    const side = await sideBySide()
    await worker('authorities.fold_register()')
    expect((await owner.query('select from authorities.register_changes')).rowCount).toBe(0)
    expect((await page()).counts).toEqual(before.counts)
    expect([await card(body), await card(second)]).toEqual(cards)
    expect(await sideBySide()).toEqual(side)
    await worker(`authorities.rebuild_register('${umbrella}')`)
    expect((await page()).counts).toEqual(before.counts)
    expect([await card(body), await card(second)]).toEqual(cards)
    expect((await page()).entries).toEqual(before.entries)
    expect(await sideBySide()).toEqual(side)
    const differing = await owner.query(
      'select * from authorities.body_card_source except select * from authorities.body_cards',
    )
    expect(differing.rowCount).toBe(0)
  })

  test('let two write at the same moment: neither waits for the other', async () => {
    const letters = [
      await newCommunication(database, umbrella, { body: second }),
      await newCommunication(database, umbrella, { body: second }),
    ]
    const [first, other] = [await owner.connect(), await owner.connect()]
    try {
      await first.query('begin')
      await other.query("begin; set local lock_timeout = '5s'")
      const hide =
        "update authorities.communications set prominence = 'hidden', prominence_reason = 'x' where id = $1"
      await first.query(hide, [letters[0]!.id])
      // The first has not committed: whoever needed its rows would run into the timeout.
      await other.query(hide, [letters[1]!.id])
      await other.query('commit')
      await first.query('commit')
    } finally {
      first.release()
      other.release()
    }
    const counted = await owner.query(
      `select n from (select sum(n)::integer as n from authorities.register_totals where umbrella_id = $1 and facet = 'all') t
       where n = (select count(*) from authorities.register_entries where umbrella_id = $1)`,
      [umbrella],
    )
    expect(counted.rowCount).toBe(1)
  })

  test('let no copy of a letter outlive its publication, whoever is first', async () => {
    const letter = await newCommunication(database, umbrella, { body: second })
    const [hides, writes] = [await owner.connect(), await owner.connect()]
    try {
      await hides.query('begin')
      await hides.query(
        "update authorities.communications set prominence = 'hidden', prominence_reason = 'x' where id = $1",
        [letter.id],
      )
      const written = writes.query(
        `insert into authorities.messages (umbrella_id, communication_id, id, direction, channel, text, prominence, public_text)
         values ($1, $2, gen_random_uuid(), 'in', 'mail', 'x', 'public', 'x')`,
        [umbrella, letter.id],
      )
      await hides.query('commit')
      await written
    } finally {
      hides.release()
      writes.release()
    }
    const left = await owner.query('select from authorities.register_messages where communication_id = $1', [
      letter.id,
    ])
    expect(left.rowCount).toBe(0)
  })
})
