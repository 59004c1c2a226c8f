import { beforeAll, describe, expect, it } from 'vitest'
import '../messages/index.ts'
import type { Tx } from '#platform/database/scope.ts'
import { writeAs } from '#tests/admission.ts'
import { freshDatabase } from '#tests/database.ts'
import { newMonitor } from '#tests/monitors.ts'
import { newPerson, newUmbrella } from '#tests/umbrella.ts'
import { currentTerms } from '../coding/vocabulary.ts'
import { vocabularyOf } from '../queries/vocabulary.ts'
import { addTerm } from './add-term.ts'
import { endTerm } from './end-term.ts'

const database = await freshDatabase()
const today = Temporal.Now.plainDateISO('UTC')
let umbrella: string
let monitor: string

beforeAll(async () => {
  umbrella = await newUmbrella(database)
  monitor = await newMonitor(database, umbrella)
})

const asMonitor = <T>(work: Parameters<typeof writeAs<T>>[3]) => writeAs(database, umbrella, monitor, work)
/** What coders choose from today. */
const offered = async (tx: Tx, list: string) => currentTerms(await vocabularyOf(tx, [list]), list)
const words = { label: { uk: 'лемки', pl: 'Łemkowie' }, definition: { uk: 'лемківська спільнота' } }
const add = (code: string, more: object = {}) =>
  asMonitor(tx => addTerm(tx, { list: 'target_groups', code, ...words, ...more }))
const change = (text: string, code: string) =>
  asMonitor(tx =>
    tx.$client.query(`update monitoring.own_terms set ${text} where code = $1 returning code`, [code]),
  )
const use = (code: string) =>
  database.owner.query('update monitoring.own_terms set used_at = now() where code = $1', [code])

describe('a coalition', () => {
  it('adds words of its own, and the journal tells it', async () => {
    expect(await add('LEMKO')).toEqual({ ok: true, code: 'OWN-LEMKO' })
    const found = await asMonitor(tx => offered(tx, 'target_groups'))
    expect(found).toMatchObject([{ code: 'OWN-LEMKO', label: words.label, own: true }])
    const { rows } = await database.owner.query(
      "select detail ->> 'code' as code from platform.journal_entries where action = 'monitoring.term_added'",
    )
    expect(rows).toEqual([{ code: 'OWN-LEMKO' }])
  })

  it('puts them under shipped ones, after them', async () => {
    await add('DIALECT', { list: 'bias', parent: 'RX' })
    const bias = (await asMonitor(tx => vocabularyOf(tx, ['bias']))).get('bias')!
    expect([bias.length, bias.at(-1)?.code, bias.at(-1)?.parent]).toEqual([19, 'OWN-DIALECT', 'RX'])
  })

  it('is refused a code that is taken, a list that is the same for all, a parent that is not there', async () => {
    await add('TWICE')
    expect(await add('TWICE')).toEqual({ ok: false, reason: 'monitoring.term.codeTaken' })
    expect(await add('V5', { list: 'verification' })).toEqual({
      ok: false,
      reason: 'monitoring.term.listIsClosed',
    })
    expect(await add('LOST', { parent: 'NOBODY' })).toEqual({
      ok: false,
      reason: 'monitoring.term.parentUnknown',
    })
  })

  it('ends a word: it is offered no more from that day, and only once', async () => {
    await add('OLD')
    await use('OWN-OLD')
    const end = () => asMonitor(tx => endTerm(tx, { list: 'target_groups', code: 'OWN-OLD' }, today))
    expect(await end()).toEqual({ ok: true })
    expect(await end()).toEqual({ ok: false, reason: 'monitoring.term.alreadyEnded' })
    const left = await asMonitor(tx => offered(tx, 'target_groups'))
    expect(left.map(({ code }) => code)).not.toContain('OWN-OLD')
  })

  it('may still correct or take back a word that nothing was coded with', async () => {
    await add('TYPO')
    expect((await change(`label = '{"uk": "краще"}'`, 'OWN-TYPO')).rowCount).toBe(1)
    const gone = await asMonitor(tx =>
      tx.$client.query("delete from monitoring.own_terms where code = 'OWN-TYPO'"),
    )
    expect(gone.rowCount).toBe(1)
  })
})

describe('the database refuses, also its owner,', () => {
  beforeAll(async () => {
    await add('USED')
    await use('OWN-USED')
  })

  it.each([
    ['another word for a used term', `label = '{"uk": "інше"}'`],
    ['another meaning for it', `definition = '{"uk": "інше"}'`],
    ['another place for it', "parent = 'OWN-LEMKO'"],
    ['an end in the past', 'valid_until = current_date - 1, valid_from = current_date - 9'],
  ])('%s', async (_what, text) => {
    const owner = database.owner.query(`update monitoring.own_terms set ${text} where code = 'OWN-USED'`)
    await expect(owner).rejects.toThrow(/used term is not changed/)
    await expect(change(text, 'OWN-USED')).rejects.toThrow(/used term is not changed/)
  })

  it('to delete a used term', async () => {
    const text = "delete from monitoring.own_terms where code = 'OWN-USED'"
    await expect(database.owner.query(text)).rejects.toThrow(/used term is not changed/)
  })

  it.each([
    ['to delete a shipped term', "delete from monitoring.shipped_terms where code = 'ROMA'"],
    [
      'to reword it',
      `update monitoring.shipped_terms set label = label || '{"en": "x"}' where code = 'ROMA'`,
    ],
    [
      'to move it to another group',
      "update monitoring.shipped_terms set odihr = 'threats' where list = 'types' and code = 'ASS'",
    ],
    ['to open or close a list', "update monitoring.lists set extendable = true where list = 'verification'"],
  ])('%s', async (_what, text) => {
    await expect(database.owner.query(text)).rejects.toThrow(/shipped term is not|append-only/)
    await expect(asMonitor(tx => tx.$client.query(text))).rejects.toThrow(/permission denied/)
  })

  it('but a shipped term can end, once', async () => {
    const end = (on: string) =>
      database.owner.query(
        `update monitoring.shipped_terms set valid_until = '${on}' where list = 'laws' and code = 'UA-CC-67'`,
      )
    await end('2030-01-01')
    await expect(end('2031-01-01')).rejects.toThrow(/shipped term is not/)
  })
})

it('who is no monitor adds no words, and another coalition does not see them', async () => {
  const member = await newPerson(database, [umbrella])
  const attempt = writeAs(database, umbrella, member, tx =>
    addTerm(tx, { list: 'target_groups', code: 'MINE', ...words }),
  )
  await expect(attempt).rejects.toThrow()
  const elsewhere = await newUmbrella(database)
  const seen = await writeAs(database, elsewhere, null, tx => offered(tx, 'target_groups'))
  expect(seen).toEqual([])
})
