import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeAs } from '#tests/admission.ts'
import { enter, foundCoalition } from '#tests/coalition.ts'
import { wordsOf } from '#tests/decision-desk.ts'
import { endVoting } from '#tests/decisions.ts'
import { initiativeDesk, type Representative } from '#tests/initiative-desk.ts'
import { setStage, Visitor } from '#tests/visitor.ts'
import { advanceDecision } from '../actions/advance-decision.ts'

const stage = await setStage()
const here = await foundCoalition(stage, 'asked-twice')
const { owner } = stage.platform.database
const desk = initiativeDesk(stage, here)
const { at, post, fields, rowOf } = desk
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

/** An initiative of the first member about which nobody voted, and the path of its decision. */
async function decided(): Promise<{ path: string; decision: string }> {
  const path = await desk.publish(members[0], { title: `Дім ${Date.now()}` })
  return { path, decision: await seal(await desk.askMembers(members[0], path)) }
}

async function seal(decision: string): Promise<string> {
  await endVoting(stage.platform.database, decision)
  await writeAs(stage.platform.database, here.id, null, tx => advanceDecision(tx, decision))
  const { rows } = await owner.query('select number from initiatives.decisions where id = $1', [decision])
  return `/decisions/${rows[0].number}`
}

const back = async (decision: string, backers: Representative[]) => {
  for (const who of backers)
    expect((await post(who, `${decision}/backing`, { membership: who.membership })).status).toBe(303)
}

const read = async (who: { get: Visitor['get'] }, path: string) => {
  stage.app.cache.flush()
  return wordsOf(await who.get(at(path)))
}

const begin = (who: Representative, decision: string, more: Record<string, string> = {}) =>
  post(who, `${decision}/again`, { membership: who.membership, 'news:uk': 'Місто дає приміщення', ...more })

const draftIn = (answer: Response) =>
  /\/initiatives\/drafts\/[0-9a-f-]{36}/.exec(answer.headers.get('location') ?? '')![0]

/** Changes the text of the draft and publishes it; its path below the umbrella. */
async function publishAgain(who: Representative, draft: string, title: string): Promise<string> {
  const saved = await post(who, draft, fields({ title, seen: '', intent: 'review' }))
  expect(saved.status).toBe(303)
  const answer = await post(who, `${draft}/publication`)
  return /\/initiatives\/\d+/.exec(answer.headers.get('location') ?? '')![0]
}

describe('asking the members again', () => {
  test('is offered when enough back it, to them and to who asked before, and to nobody else', async () => {
    const { decision } = await decided()
    await back(decision, members.slice(1, 3))
    expect((await begin(members[1], decision)).status).toBe(409)
    expect(await read(members[1].browser, decision)).not.toContain('Ask the members again')
    await back(decision, members.slice(3))
    for (const who of members) expect(await read(who.browser, decision)).toContain('Ask the members again')
    for (const who of [visitor, partner.browser])
      expect(await read(who, decision)).not.toContain('Ask the members again')
    expect((await visitor.get(at(`${decision}/again`))).headers.get('location')).toContain('/sign-in?to=')
    expect((await visitor.post(at(`${decision}/again`), {})).status).toBe(403)
    expect((await partner.browser.get(at(`${decision}/again`))).status).toBe(403)
    expect((await begin(partner, decision)).status).toBe(403)
    expect((await begin(members[1], decision, { membership: members[2].membership })).status).toBe(403)
    expect((await members[1].browser.get(at('/decisions/99999/again'))).status).toBe(404)
    const elsewhere = await foundCoalition(stage, 'asked-elsewhere')
    const stranger = await enter(stage, 'stranger@elsewhere.example')
    expect((await stranger.browser.get(at(`${decision}/again`, elsewhere))).status).toBe(403)
    expect((await members[1].browser.get(at(`${decision}/again`, elsewhere))).status).toBe(403)
  })

  test('begins a draft with the earlier text and what is new, which stays as it was published', async () => {
    const { path, decision } = await decided()
    await back(decision, members.slice(1))
    expect(await read(members[1].browser, `${decision}/again`)).toContain('What is new since')
    const empty = await begin(members[1], decision, { 'news:uk': ' ' })
    expect([empty.status, await wordsOf(empty)]).toEqual([422, expect.stringContaining('What is new since')])
    const draft = draftIn(await begin(members[1], decision))
    expect(await (await members[1].browser.get(at(`${draft}/form`))).text()).toContain(
      'Відкрити спільний дім.',
    )
    expect((await members[2].browser.get(at(`${draft}/news`))).status).toBe(404)
    expect((await post(members[1], `${draft}/news`, { 'news:uk': '' })).status).toBe(422)
    expect((await post(members[1], `${draft}/news`, { 'news:uk': 'Є ключі' })).status).toBe(303)
    const later = await publishAgain(members[1], draft, 'Дім із ключами')
    expect((await members[1].browser.get(at(`${draft}/news`))).status).toBe(404)
    for (const text of ['Є ключі', `Initiative ${path.split('/').at(-1)}`])
      expect(await read(visitor, later)).toContain(text)
    for (const earlier of [path, decision])
      expect(await read(visitor, earlier)).toContain('The question has been raised again:')
    const { id } = await rowOf(later)
    const change = (column: string, value: string) =>
      writeAs(stage.platform.database, here.id, members[1].id, tx =>
        tx.$client.query(`update initiatives.initiatives set ${column} = ${value} where id = $1`, [id]),
      )
    await expect(change('news', `'{"uk": "Інше"}'`)).rejects.toThrow(/stays as it was published/)
    await expect(change('previous_id', 'null')).rejects.toThrow()
  })

  test('leads to a linked decision, which says what is new, and uses the backing up', async () => {
    const { decision } = await decided()
    await back(decision, members.slice(1))
    const drafts = [draftIn(await begin(members[1], decision)), draftIn(await begin(members[2], decision))]
    const first = await publishAgain(members[1], drafts[0]!, 'Дім у місті')
    const second = await publishAgain(members[2], drafts[1]!, 'Дім за містом')
    const opened = await desk.askMembers(members[1], first)
    const { rows } = await owner.query(
      `select d.number, d.opening -> 'news' as news, p.number as previous from initiatives.decisions d
       join initiatives.decisions p on p.id = d.previous_id where d.id = $1`,
      [opened],
    )
    expect(rows[0]).toMatchObject({
      news: { uk: 'Місто дає приміщення' },
      previous: Number(decision.split('/').at(-1)),
    })
    const page = await read(visitor, `/decisions/${rows[0].number}`)
    expect(page).toContain('Місто дає приміщення')
    const exported = await (await visitor.get(at(`/decisions/${rows[0].number}/export`))).json()
    expect(exported).toMatchObject({ opening: { news: { uk: 'Місто дає приміщення' } } })
    await desk.letDiscussionPass(second)
    const refused = await post(members[2], `${second}/decision`)
    expect([refused.status, await wordsOf(refused)]).toEqual([409, expect.stringContaining('0 of the 3')])

    // Another round is the same question: it need not be backed anew.
    const revised = fields({ title: 'Дім у самому центрі', base: '1', reasons: 'Так краще' })
    expect((await post(members[1], `${first}/revisions`, revised)).status).toBe(303)
    expect(await desk.askMembers(members[1], first)).not.toBe(opened)
  })

  test('with the same text too soon and without backing is refused, and everything is told at once', async () => {
    const { decision } = await decided()
    await back(decision, members.slice(1))
    const { rows } = await owner.query<{ title: string }>(
      'select title ->> $2 as title from initiatives.decisions where umbrella_id = $1 order by number desc limit 1',
      [here.id, 'uk'],
    )
    const path = await publishAgain(members[1], draftIn(await begin(members[1], decision)), rows[0]!.title)
    const away = { membership: members[3].membership }
    expect((await post(members[3], `${decision}/backing/withdrawal`, away)).status).toBe(303)
    const reasons = 'This belongs to somebody else, we think.'
    const scope = { membership: members[2].membership, topic: '', reasons }
    expect((await post(members[2], `${path}/scope`, scope)).status).toBe(303)
    const answer = await post(members[1], `${path}/decision`)
    expect(answer.status).toBe(409)
    const told = await wordsOf(answer)
    for (const words of ['at least 7 days', 'scope', '2 of the 3', '90 days']) expect(told).toContain(words)
  })

  test('is refused by the database to who does not back it, and for what still runs', async () => {
    const { decision } = await decided()
    const insert = (previous: string, who: Representative) =>
      writeAs(stage.platform.database, here.id, who.id, tx =>
        tx.$client.query(
          `insert into initiatives.initiatives (umbrella_id, id, membership_id, author_id, authoritative, previous_id, news)
           select umbrella_id, gen_random_uuid(), $2, $3, 'uk', id, '{"uk": "Нове"}' from initiatives.decisions
           where umbrella_id = platform.current_umbrella() and number = $1`,
          [previous.split('/').at(-1), who.membership, who.id],
        ),
      )
    await expect(insert(decision, members[1])).rejects.toThrow(/asked again by those who back it/)
    expect((await insert(decision, members[0])).rowCount).toBe(1)
    const path = await desk.publish(members[0])
    const running = await desk.askMembers(members[0], path)
    const { rows } = await owner.query('select number from initiatives.decisions where id = $1', [running])
    await expect(insert(`/${rows[0].number}`, members[0])).rejects.toThrow(/asked again by/)
  })
})
