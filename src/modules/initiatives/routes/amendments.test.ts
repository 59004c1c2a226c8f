import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { foundCoalition } from '#tests/coalition.ts'
import { confirmedAct, vote } from '#tests/decisions.ts'
import { initiativeDesk, type Representative } from '#tests/initiative-desk.ts'
import { setStage, Visitor } from '#tests/visitor.ts'
import { cancelDecision } from '../actions/void-decision.ts'

const stage = await setStage()
const { database } = stage.platform
const { owner } = database
const here = await foundCoalition(stage, 'amendments-here')
const { at, fields, post, publish, askMembers, representative, partner, rowOf, toldBy, recorded } =
  initiativeDesk(stage, here)
let iryna: Representative
let pavlo: Representative
let olena: Representative

beforeAll(async () => {
  iryna = await representative('iryna')
  pavlo = await representative('pavlo')
  olena = await partner('olena')
})
afterAll(() => stage.close())

const visitor = new Visitor(stage)
const read = async (path: string) => (await visitor.get(at(path))).text()

const goals = 'Відкрити спільний дім до кінця року.'
const amend = (who: Representative, page: string, more: Record<string, string> = {}) =>
  post(who, `${page}/amendments`, {
    ...fields({ membership: who.membership, base: '1', goals, reasons: 'Щоб був строк', ...more }),
  })
const answer = (who: Representative, path: string, given = 'accepted') =>
  post(who, `${path}/answer`, { answer: given, reasons: 'Так краще' })

describe('an amendment', () => {
  it('is what differs, proposed by another member or a partner', async () => {
    const page = await publish(iryna)
    expect((await amend(iryna, page)).status).toBe(403)
    expect((await amend(olena, page, { goals: 'Відкрити спільний дім.' })).status).toBe(409)
    expect((await amend(olena, page, { reasons: '', need: '' })).status).toBe(422)
    expect((await amend(olena, page)).status).toBe(303)
    const shown = await read(`${page}/amendments/1`)
    expect(shown).toContain('<ins> до кінця року</ins>')
    expect(shown).not.toContain('Спільноти не мають місця')
    expect(await toldBy('amendment_proposed')).toEqual([iryna.id])
    expect((await visitor.get(at(`${page}/amendments/2`))).status).toBe(404)
  })

  it('is answered once with reasons, by the initiator', async () => {
    const page = await publish(iryna)
    await amend(pavlo, page)
    expect((await answer(pavlo, `${page}/amendments/1`)).status).toBe(403)
    const blank = await post(iryna, `${page}/amendments/1/answer`, { answer: 'refused' })
    expect(blank.status).toBe(422)
    expect((await answer(iryna, `${page}/amendments/1`)).status).toBe(303)
    expect((await answer(iryna, `${page}/amendments/1`, 'refused')).status).toBe(409)
    expect(await rowOf(page)).toMatchObject({ version: 2, round: 1, status: 'discussion' })
    expect(await read(page)).toContain(goals)
    expect(await toldBy('amendment_answered')).toContain(pavlo.id)
    const versions = await read(`${page}/versions?from=1&to=2`)
    expect(versions).toContain('<ins> до кінця року</ins>')
    expect(await recorded(page)).toEqual([
      'initiatives.initiative_published',
      'initiatives.amendment_proposed',
      'initiatives.amendment_accepted',
    ])
  })

  it('cannot be accepted when its words have changed meanwhile, and not written for an older text', async () => {
    const page = await publish(iryna)
    await amend(pavlo, page)
    await amend(olena, page, { goals: 'Інша мета' })
    expect((await answer(iryna, `${page}/amendments/1`)).status).toBe(303)
    expect((await answer(iryna, `${page}/amendments/2`)).status).toBe(409)
    expect((await answer(iryna, `${page}/amendments/2`, 'refused')).status).toBe(303)
    expect((await amend(olena, page, { goals: 'Третя' })).status).toBe(409)
  })

  it('is taken back by who proposed it', async () => {
    const page = await publish(iryna)
    await amend(olena, page)
    expect((await post(pavlo, `${page}/amendments/1/withdrawal`)).status).toBe(403)
    expect((await post(olena, `${page}/amendments/1/withdrawal`)).status).toBe(303)
    expect((await answer(iryna, `${page}/amendments/1`)).status).toBe(409)
  })

  it('accepted while members vote voids the ballots and begins a new round', async () => {
    const page = await publish(iryna)
    const decision = await askMembers(iryna, page)
    await vote(database, here.id, decision, { membership: pavlo.membership, person: pavlo.id })
    await amend(pavlo, page)
    expect((await answer(iryna, `${page}/amendments/1`)).status).toBe(303)
    expect(await rowOf(page)).toMatchObject({ status: 'discussion', round: 2, version: 2 })
    const { rows } = await owner.query('select status from initiatives.decisions where id = $1', [decision])
    expect(rows).toEqual([{ status: 'void' }])
    expect(await toldBy('initiative_new_round')).toEqual([pavlo.id, olena.id].sort())
    expect(await toldBy('initiative_vote_cancelled')).toEqual([])
    // The discussion has its time again.
    expect((await post(iryna, `${page}/decision`)).status).toBe(409)
    expect(await askMembers(iryna, page)).not.toBe(decision)
  })
})

test('a vote that two coordinators cancelled is told as such, not as a change of the text', async () => {
  const before = await toldBy('initiative_new_round')
  const page = await publish(iryna)
  const decision = await askMembers(iryna, page)
  const [anna, bohdan] = here.coordinators
  const pair: [string, string] = [anna.id, bohdan.id]
  const cancel = await confirmedAct(
    ...([database, here.id, pair, 'initiatives.cancel_decision', decision] as const),
    tx => cancelDecision(tx, decision, 'as agreed'),
  )
  expect(cancel).toEqual({ ok: true })
  expect(await rowOf(page)).toMatchObject({ status: 'discussion', round: 2, version: 1 })
  expect(await toldBy('initiative_vote_cancelled')).toEqual([iryna.id, pavlo.id, olena.id].sort())
  expect(await toldBy('initiative_new_round')).toEqual(before)
})

describe('the initiator', () => {
  const revise = (page: string, base: string, more: Record<string, string> = {}) =>
    post(iryna, `${page}/revisions`, { ...fields({ base, goals, reasons: 'Додано строк', ...more }) })

  it('changes its text with a note, and nobody else does', async () => {
    const page = await publish(iryna)
    expect((await pavlo.browser.get(at(`${page}/form`))).status).toBe(403)
    expect((await iryna.browser.get(at(`${page}/form`))).status).toBe(200)
    expect((await revise(page, '1', { reasons: '' })).status).toBe(422)
    expect((await revise(page, '1')).status).toBe(303)
    expect((await revise(page, '1', { goals: 'Інше' })).status).toBe(409)
    expect(await read(`${page}/versions`)).toContain('Додано строк')
  })

  it('makes translations lag behind, and says so', async () => {
    const page = await publish(iryna)
    const english = { title: 'House of Nations', need: 'No place to meet', state: 'checked' }
    expect((await pavlo.browser.get(at(`${page}/translations/en`))).status).toBe(403)
    expect((await post(iryna, `${page}/translations/en`, english)).status).toBe(303)
    expect(await read(page)).toContain('Translation checked by a person')
    expect(await read(page)).not.toContain('has changed since')
    await revise(page, '2')
    expect(await read(page)).toContain('has changed since')
    expect(await read(`${page}?text=uk`)).not.toContain('has changed since')
  })
})

describe('a correction of a frozen text', () => {
  const correct = (page: string, more: Record<string, string> = {}) =>
    post(iryna, `${page}/corrections`, {
      ...fields({ base: '1', goals: 'Відкрити спільний дім!', reasons: 'Знак оклику', ...more }),
    })

  async function correctionOf(page: string): Promise<string> {
    const { rows } = await owner.query<{ id: string }>(
      'select id from initiatives.corrections where initiative_id = $1 order by id desc limit 1',
      [(await rowOf(page)).id],
    )
    return `${page}/corrections/${rows[0]!.id}`
  }

  it('needs a second person of another member, and leaves ballots alone', async () => {
    const page = await publish(iryna)
    const decision = await askMembers(iryna, page)
    await vote(database, here.id, decision, { membership: pavlo.membership, person: pavlo.id })
    expect((await post(pavlo, `${page}/corrections`, fields({ base: '1', reasons: 'x' }))).status).toBe(403)
    expect((await correct(page)).status).toBe(303)
    expect((await correct(page)).status).toBe(409)
    const { rows: told } = await owner.query(
      `select person_id as person, category from platform.mail where event = 'initiatives.correction_proposed ' ||
         (select id from initiatives.corrections where initiative_id = $1)`,
      [(await rowOf(page)).id],
    )
    const category = new Map(told.map(({ person, category }) => [person, category]))
    // Who has voted hears at once; who may confirm, in the digest; the initiator's own people, nothing.
    expect([pavlo, olena, iryna].map(({ id }) => category.get(id))).toEqual(['asked', 'news', undefined])
    expect(category.get(here.coordinators[0].id)).toBe('asked')
    expect(await read(page)).not.toContain('дім!<')
    const path = await correctionOf(page)
    expect((await post(iryna, `${path}/answer`, { answer: 'confirmed' })).status).toBe(403)
    expect((await post(pavlo, `${path}/answer`, { answer: 'confirmed' })).status).toBe(303)
    expect((await post(olena, `${path}/answer`, { answer: 'refused' })).status).toBe(409)
    expect(await rowOf(page)).toMatchObject({ status: 'decision', version: 2, round: 1 })
    const { rows } = await owner.query('select status from initiatives.decisions where id = $1', [decision])
    expect(rows).toEqual([{ status: 'open' }])
    expect(await recorded(page)).toContain('initiatives.correction_confirmed')
  })

  it('brings translations too, with the reason', async () => {
    const page = await publish(iryna)
    await askMembers(iryna, page)
    const english = { title: 'House of Nations', state: 'checked', base: '1' }
    expect((await post(iryna, `${page}/translations/en`, english)).status).toBe(409)
    const reasoned = { ...english, reasons: 'English was missing' }
    expect((await post(iryna, `${page}/translations/en`, reasoned)).status).toBe(303)
    const path = await correctionOf(page)
    expect((await post(iryna, `${path}/withdrawal`)).status).toBe(303)
    expect((await post(iryna, `${page}/translations/en`, reasoned)).status).toBe(303)
    expect((await post(olena, `${await correctionOf(page)}/answer`, { answer: 'confirmed' })).status).toBe(
      303,
    )
    expect(await read(page)).toContain('House of Nations')
  })
})
