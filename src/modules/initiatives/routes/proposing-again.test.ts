import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeAs } from '#tests/admission.ts'
import { foundCoalition } from '#tests/coalition.ts'
import { wordsOf } from '#tests/decision-desk.ts'
import { endVoting } from '#tests/decisions.ts'
import { initiativeDesk, type Representative } from '#tests/initiative-desk.ts'
import { setStage, Visitor } from '#tests/visitor.ts'
import { endDiscussion } from '#tests/voting.ts'
import { advanceDecision } from '../actions/advance-decision.ts'

const stage = await setStage()
const { database } = stage.platform
const here = await foundCoalition(stage, 'proposed-twice')
const { at, post, ...desk } = initiativeDesk(stage, here)
const visitor = new Visitor(stage)
let members: [Representative, Representative, Representative, Representative]
let partner: Representative
afterAll(() => stage.close())

beforeAll(async () => {
  const [iryna, bohdan, vira, zoya] = ['iryna', 'bohdan', 'vira', 'zoya'].map(name =>
    desk.representative(name),
  )
  members = [await iryna!, await bohdan!, await vira!, await zoya!]
  partner = await desk.partner('pavlo')
})

const typed = (who: Representative, more: Record<string, string> = {}) => ({
  membership: who.membership,
  'title:en': 'Longer objections',
  'reasons:en': 'Two weeks are too short in summer.',
  'rule-admission--objection_days': '21',
  ...more,
})

const numberIn = (answer: Response) => /changes\/(\d+)/.exec(answer.headers.get('location') ?? '')?.[1]

const rowOf = async (change: string) =>
  (
    await database.owner.query(
      `select p.id, p.decision_id as decision, d.number from initiatives.proposals p
       left join initiatives.decisions d on d.id = p.decision_id where p.umbrella_id = $1 and p.number = $2`,
      [here.id, change],
    )
  ).rows[0]

async function ask(who: Representative, change: string): Promise<Response> {
  await endDiscussion(database, (await rowOf(change)).id)
  return post(who, `/changes/${change}/decision`)
}

/** A change that the first member proposed and nobody voted for; the number of its decision. */
async function decided(days: string): Promise<number> {
  const proposal = typed(members[0], { 'rule-admission--objection_days': days })
  const change = numberIn(await post(members[0], '/changes/new/values', proposal))!
  expect((await ask(members[0], change)).status).toBe(303)
  return seal(change)
}

async function seal(change: string): Promise<number> {
  const { decision, number } = await rowOf(change)
  await endVoting(database, decision)
  await writeAs(database, here.id, null, tx => advanceDecision(tx, decision))
  return number
}

const back = async (decision: number, backers: Representative[]) => {
  for (const who of backers)
    expect((await post(who, `/decisions/${decision}/backing`, { membership: who.membership })).status).toBe(
      303,
    )
}

const read = async (who: { get: Visitor['get'] }, path: string) => {
  stage.app.cache.flush()
  return wordsOf(await who.get(at(path)))
}

const again = (who: Representative, decision: number, more: Record<string, string> = {}) =>
  post(
    who,
    '/changes/new/values',
    typed(who, { previous: String(decision), 'news:en': 'Two offices closed', ...more }),
  )

test('a change is proposed again by those who back it and by who proposed it, when enough do', async () => {
  const decision = await decided('21')
  const form = `/changes/new/values?previous=${decision}`
  await back(decision, members.slice(1, 3))
  expect((await again(members[1], decision)).status).toBe(409)
  expect((await visitor.get(at(form))).headers.get('location')).toContain('/sign-in?to=')
  expect((await partner.browser.get(at(form))).status).toBe(403)
  expect((await members[3].browser.get(at(form))).status).toBe(403)
  expect((await again(members[3], decision)).status).toBe(403)
  expect((await again(members[1], decision, { membership: members[2].membership })).status).toBe(403)
  expect((await members[1].browser.get(at(`/changes/new/goal?previous=${decision}`))).status).toBe(404)
  expect((await members[1].browser.get(at('/changes/new/values?previous=99999'))).status).toBe(404)
  await back(decision, members.slice(3))
  for (const who of members)
    expect(await read(who.browser, `/decisions/${decision}`)).toContain('Ask the members again')
  for (const who of [visitor, partner.browser])
    expect(await read(who, `/decisions/${decision}`)).not.toContain('Ask the members again')
  const led = await members[1].browser.get(at(`/decisions/${decision}/again`))
  expect([led.status, led.headers.get('location')]).toEqual([303, expect.stringContaining(form)])
  const page = await (await members[1].browser.get(at(form))).text()
  for (const kept of ['Longer objections', 'value="21"', 'What is new since']) expect(page).toContain(kept)
})

test('it says what is new, is linked both ways, and the same values wait', async () => {
  const decision = await decided('22')
  await back(decision, members.slice(1))
  const bad = await again(members[1], decision, { 'news:en': ' ', 'title:en': '' })
  expect(bad.status).toBe(422)
  const told = await bad.text()
  for (const field of ['news', 'title']) expect(told).toContain(`href="#field-${field}"`)
  const same = numberIn(
    await again(members[1], decision, {
      'rule-admission--objection_days': '22',
      'reasons:en': 'Because we still think so.',
    }),
  )!
  const early = await ask(members[1], same)
  expect([early.status, await wordsOf(early)]).toEqual([409, expect.stringContaining('90 days')])

  const change = numberIn(await again(members[1], decision, { 'rule-admission--objection_days': '25' }))!
  const proposal = await read(visitor, `/changes/${change}`)
  for (const words of ['Two offices closed', `Decision ${decision}`]) expect(proposal).toContain(words)
  expect(await read(visitor, `/decisions/${decision}`)).toContain(`Proposal ${change}`)
  expect((await ask(members[1], change)).status).toBe(303)
  const number = await seal(change)
  const page = await read(visitor, `/decisions/${number}`)
  for (const words of ['Two offices closed', `Decision ${decision}`]) expect(page).toContain(words)
  // The backing is used up.
  expect((await again(members[2], decision, { 'rule-admission--objection_days': '26' })).status).toBe(403)
})

test('the same values without a word about the earlier decision are sent there', async () => {
  const decision = await decided('27')
  const unlinked = typed(members[2], { 'rule-admission--objection_days': '27', 'reasons:en': 'We think so.' })
  const change = numberIn(await post(members[2], '/changes/new/values', unlinked))!
  const refused = await ask(members[2], change)
  expect([refused.status, await wordsOf(refused)]).toEqual([
    409,
    expect.stringContaining(`decision ${decision}`),
  ])
})

test('the database lets nobody else propose again, and nothing be linked later', async () => {
  const decision = await decided('28')
  const insert = (who: Representative) =>
    writeAs(database, here.id, who.id, tx =>
      tx.$client.query(
        `insert into initiatives.proposals (id, number, kind, membership_id, person_id, title, reasons, authoritative, changes,
           discussion_days, rule_version, previous_id, news)
         select gen_random_uuid(), 9000 + $1::integer, 'values', $2, $3, '{"en": "T"}', '{"en": "R"}', 'en', '[{"key": "a"}]', 7, 0,
           id, '{"en": "News"}' from initiatives.decisions where umbrella_id = platform.current_umbrella() and number = $1`,
        [decision, who.membership, who.id],
      ),
    )
  await expect(insert(members[1])).rejects.toThrow(/asked again by those who back it/)
  expect((await insert(members[0])).rowCount).toBe(1)
  const link = writeAs(database, here.id, members[0].id, tx =>
    tx.$client.query('update initiatives.proposals set news = null, previous_id = null'),
  )
  await expect(link).rejects.toThrow(/permission denied/)
})
