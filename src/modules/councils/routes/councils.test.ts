import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Coalition, enter, foundCoalition, memberWith, type Present } from '#tests/coalition.ts'
import { pdf } from '#tests/file-samples.ts'
import { setStage, Visitor } from '#tests/visitor.ts'

const stage = await setStage()
let here: Coalition
let delegate: Present
let membership: string
const visitor = new Visitor(stage)

beforeAll(async () => {
  here = await foundCoalition(stage, 'councils-here')
  delegate = await enter(stage, 'delegate@councils-here.example')
  membership = await memberWith(stage, here.id, delegate.id)
})
afterAll(() => stage.close())

const at = '/en/councils-here/councils/council-at-a-ministry'
const day = (days: number) => Temporal.Now.plainDateISO('UTC').add({ days }).toString()
const paper = () => new File([new Uint8Array(pdf)], 'minutes.pdf', { type: 'application/pdf' })
const rows = async <T extends object>(query: string) =>
  (await stage.platform.database.owner.query<T>(query, [here.id])).rows

type Fields = Record<string, string | string[]>

async function send(who: Visitor, path: string, fields: Fields = {}, files: Record<string, File> = {}) {
  const answer = await who.upload(path, fields, files)
  return { status: answer.status, text: await answer.text() }
}

const read = async (who: Visitor, path: string) => {
  const answer = await who.get(path)
  return { status: answer.status, text: await answer.text() }
}

describe('a public council', () => {
  const [anna, bohdan] = [() => here.coordinators[0].browser, () => here.coordinators[1].browser]

  it('is recorded by a coordinator, and by nobody else', async () => {
    const facts = {
      kind: 'public_council',
      'name:en': 'Council at a ministry',
      quorumRule: 'half_of_members',
      majorityRule: 'of_votes',
      visibility: 'public',
    }
    expect((await send(visitor, '/en/councils-here/councils', facts)).status).toBe(403)
    expect((await send(delegate.browser, '/en/councils-here/councils', facts)).status).toBe(403)
    const wrong = await send(anna(), '/en/councils-here/councils', {
      ...facts,
      'name:en': '',
      founded: '2015-13',
    })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('2015-13')
    expect((await read(visitor, at)).status).toBe(404)
    expect((await send(anna(), '/en/councils-here/councils', facts)).status).toBe(303)
    expect((await read(visitor, at)).status).toBe(200)
  })

  it('is formed step by step, each with what it needs', async () => {
    const way = `${at}/formation`
    expect(
      (await send(delegate.browser, `${way}/new`, { begunOn: day(-3), organisations: 'A' })).status,
    ).toBe(403)
    expect((await send(anna(), `${way}/new`, { begunOn: day(-3) })).status).toBe(422)
    expect((await send(anna(), `${way}/new`, { begunOn: day(-3), organisations: 'A\nB' })).status).toBe(303)
    expect((await send(anna(), `${way}/assembly`, { assemblyAt: `${day(-1)}T10:00` })).status).toBe(409)
    const call = { 'callText:en': 'Apply', seats: '2', applyUntil: day(5) }
    expect((await send(anna(), `${way}/call`, { ...call, applyUntil: day(-5) })).status).toBe(409)
    expect((await send(anna(), `${way}/call`, call)).status).toBe(303)
    const own = { membership, candidate: 'Olena', statement: 'We work there' }
    expect((await send(delegate.browser, `${way}/application`, own)).status).toBe(303)
    expect((await send(delegate.browser, `${way}/application`, own)).status).toBe(409)
    const other = { organisation: 'Another union', candidate: 'Petro', candidateNamed: 'yes' }
    expect((await send(anna(), `${way}/application`, other)).status).toBe(303)
    expect((await send(anna(), `${way}/call-end`)).status).toBe(409)
    const public_ = await read(visitor, way)
    expect(public_.text).not.toContain('Olena')
    expect(public_.text).not.toContain('We work there')
  })

  it('is elected with minutes, and its composition published', async () => {
    const way = `${at}/formation`
    await rows(
      'update councils.formations set apply_until = current_date - 1, called_on = current_date - 2 where umbrella_id = $1',
    )
    expect((await send(anna(), `${way}/call-end`)).status).toBe(303)
    expect((await send(anna(), `${way}/assembly`, { assemblyAt: `${day(-1)}T10:00` })).status).toBe(409)
    const applications = await rows<{ id: string }>(
      'select id from councils.applications where umbrella_id = $1 order by id',
    )
    const [first, second] = applications.map(({ id }) => id) as [string, string]
    for (const application of [first, second]) {
      expect((await send(anna(), `${way}/answer`, { application, answer: 'admitted' })).status).toBe(303)
    }
    expect(
      (await send(anna(), `${way}/answer`, { application: first, answer: 'refused', refusal: 'late' }))
        .status,
    ).toBe(409)
    expect((await send(anna(), `${way}/assembly`, { assemblyAt: `${day(-1)}T10:00` })).status).toBe(303)
    const result = {
      electedOn: day(0),
      electors: '9',
      [`votes:${first}`]: '7',
      [`votes:${second}`]: '5',
      'elected[]': [first, second],
    }
    expect((await send(anna(), `${way}/election`, result)).status).toBe(409)
    expect(
      (await send(anna(), `${way}/election`, { ...result, 'elected[]': [second] }, { minutes: paper() }))
        .status,
    ).toBe(409)
    expect((await send(anna(), `${way}/election`, result, { minutes: paper() })).status).toBe(303)
    expect((await send(anna(), `${way}/composition`)).status).toBe(303)
    const shown = await read(visitor, at)
    expect(shown.text).toContain('Petro')
    expect(shown.text).not.toContain('Olena')
    expect((await read(visitor, `${way}/minutes`)).status).not.toBe(200)
  })

  it('meets with quorum, votes by its majority rule, and approves its minutes', async () => {
    await rows(
      `update councils.people set account_id = '${delegate.id}' where umbrella_id = $1 and name = 'Olena'`,
    )
    const session = { startsAt: `${day(0)}T00:01`, onlineUrl: 'https://meet.example.org/secret' }
    expect((await send(anna(), `${at}/sessions`, { ...session, endsAt: `${day(-1)}T00:01` })).status).toBe(
      422,
    )
    expect((await send(anna(), `${at}/sessions`, session)).status).toBe(303)
    const one = `${at}/sessions/1`
    expect((await send(anna(), `${one}/invitation`)).status).toBe(409)
    expect((await send(anna(), `${one}/items`, { 'title:en': 'A matter' })).status).toBe(303)
    const [item] = await rows<{ id: string }>('select id from councils.agenda_items where umbrella_id = $1')
    const seats = await rows<{ id: string; account: string | null }>(
      `select m.id, p.account_id as account from councils.memberships m join councils.people p on p.id = m.person_id
       where m.umbrella_id = $1 order by p.account_id nulls last`,
    )
    const own = seats[0]!.id
    const vote = { item: item!.id, motion: 'Adopt it', rule: 'of_votes', yes: '1', no: '1' }
    expect((await send(anna(), `${one}/vote`, vote)).status).toBe(409)
    expect((await send(delegate.browser, `${one}/attendance`)).status).toBe(403)
    const present = Object.fromEntries(seats.map(({ id }) => [`seat:${id}`, 'present']))
    expect((await send(anna(), `${one}/attendance`, present)).status).toBe(303)
    expect((await send(anna(), `${one}/attendance`, present)).status).toBe(409)
    const conflict = { item: item!.id, seat: own, reason: 'My own project', abstains: 'yes' }
    expect((await send(delegate.browser, `${one}/conflict`, conflict)).status).toBe(303)
    expect((await send(anna(), `${one}/vote`, { ...vote, [`seat:${own}`]: 'yes' })).status).toBe(409)
    expect((await send(anna(), `${one}/vote`, { ...vote, yes: '3' })).status).toBe(409)
    expect((await send(anna(), `${one}/vote`, vote)).status).toBe(303)
    const [event] = await rows<{ result: string }>(
      'select result from councils.vote_events where umbrella_id = $1',
    )
    expect(event!.result).toBe('fail')
    expect((await send(anna(), `${one}/minutes`, { text: '' })).status).toBe(409)
    expect((await send(anna(), `${one}/minutes`, { text: 'What was said' })).status).toBe(303)
    expect((await send(anna(), `${one}/minutes/publication`, { shown: 'yes' })).status).toBe(409)
    expect((await send(anna(), `${one}/minutes/approval`)).status).toBe(303)
    expect((await send(anna(), `${one}/minutes/approval`)).status).toBe(303)
    expect((await read(visitor, one)).text).not.toContain('What was said')
    expect((await send(bohdan(), `${one}/minutes/approval`)).status).toBe(303)
    expect((await send(anna(), `${one}/minutes/publication`, { shown: 'yes' })).status).toBe(303)
    expect((await send(anna(), `${one}/minutes`, { text: 'Another text' })).status).toBe(409)
  })

  it('hears its delegate, and shows visitors nothing private', async () => {
    const one = `${at}/sessions/1`
    expect((await read(delegate.browser, '/en/councils-here/delegation')).text).toContain(
      'Council at a ministry',
    )
    const [seat] = await rows<{ id: string }>(
      'select m.id from councils.memberships m join councils.people p on p.id = m.person_id where m.umbrella_id = $1 and p.account_id is not null',
    )
    const report = { seat: seat!.id, happened: 'It was refused', said: '', nextSteps: '' }
    expect((await send(anna(), `${one}/report`, report)).status).toBe(403)
    expect((await send(delegate.browser, `${one}/report`, { ...report, happened: '' })).status).toBe(422)
    expect((await send(delegate.browser, `${one}/report`, report)).status).toBe(303)
    const inside = await read(anna(), one)
    for (const told of ['It was refused', 'My own project', 'meet.example.org'])
      expect(inside.text).toContain(told)
    const outside = await read(visitor, one)
    expect(outside.text).toContain('What was said')
    for (const hidden of ['It was refused', 'My own project', 'meet.example.org', 'Olena']) {
      expect(outside.text).not.toContain(hidden)
    }
    const calendar = await read(visitor, `${one}/calendar.ics`)
    expect(calendar.text).toContain('BEGIN:VEVENT')
    expect(calendar.text).not.toContain('meet.example.org')
    expect((await read(visitor, '/en/councils-here/delegation')).status).toBe(303)
  })
})
