import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inScope } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { type Coalition, enter, foundCoalition, memberWith, type Present } from '#tests/coalition.ts'
import { countQueries } from '#tests/query-count.ts'
import { setStage, Visitor } from '#tests/visitor.ts'
import { castBallot } from '../actions/cast-ballot.ts'
import { openDecision } from '../actions/open-decision.ts'
import { recount } from '../recount/verify.ts'
import type { Choice } from '../schema/decisions.ts'

const stage = await setStage()
let place: Coalition
let people: Present[]
let members: string[]

beforeAll(async () => {
  place = await foundCoalition(stage, 'open-place')
  people = []
  members = []
  for (const name of ['vira', 'hanna', 'danylo']) {
    const person = await enter(stage, `${name}@members.example`)
    people.push(person)
    members.push(await memberWith(stage, place.id, person.id))
  }
})
afterAll(() => stage.close())

const scope = (person: number) => ({ umbrella: place.id, account: people[person]!.id })

async function ask(secret = false): Promise<{ id: string; number: number }> {
  const { request } = stage.platform.database
  const subject = newId()
  const opened = await inScope(request, scope(0), 'write', tx =>
    openDecision(tx, {
      kind: secret ? 'admission' : 'initiative',
      ...{
        subject,
        title: { en: 'Tournament', uk: 'Турнір' },
        text: { goals: { uk: `Грати (${subject})` } },
      },
      ...{ authoritative: 'uk', secret, round: 1, openedBy: members[0]! },
    }),
  )
  if (!opened.ok) throw new Error(opened.reason)
  return opened
}

async function vote(decision: string, person: number, choice: Choice) {
  const { request } = stage.platform.database
  const cast = await inScope(request, scope(person), 'write', tx =>
    castBallot(tx, { decision, membership: members[person]!, choice, statement: null }),
  )
  if (!cast.ok) throw new Error(cast.reason)
}

const visitor = new Visitor(stage)
const page = async (path: string, who = visitor, status = 200) => {
  const answer = await who.get(`/en/open-place${path}`)
  expect(answer.status, path).toBe(status)
  return answer
}
const text = async (path: string, who = visitor) =>
  (await (await page(path, who)).text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

describe('the board', () => {
  it('counts down to the majority and names members, never persons', async () => {
    const { id, number } = await ask()
    expect(await text('/board')).toContain('2 more yes votes are needed')
    expect(await text('/board')).toContain('3 members have not answered')
    await vote(id, 0, 'yes')
    await vote(id, 1, 'no')
    stage.app.cache.flush()
    const board = await text('/board')
    expect(board).toContain('1 more yes vote is needed ')
    expect(board).toContain('1 member has not answered')
    const waiting = await (await page(`/decisions/${number}/waiting`)).text()
    expect(waiting).toContain(members[2])
    expect(waiting).not.toContain(members[0])
    for (const { id: person, address } of people) {
      expect(waiting).not.toContain(person)
      expect(waiting).not.toContain(address)
    }
  })

  it('says nothing of a secret ballot to others, and nothing of who voted to anybody', async () => {
    const { number } = await ask(true)
    stage.app.cache.flush()
    expect(await text('/board')).not.toContain(`Decision ${number} `)
    const inside = await text('/board', people[0]!.browser)
    expect(inside).toContain(`Decision ${number} `)
    expect(inside).toContain('Secret ballot')
    await page(`/decisions/${number}/waiting`, people[0]!.browser, 404)
    await page(`/decisions/${number}/live`, visitor, 404)
    await page(`/decisions/${number}/export`, visitor, 404)
    await page(`/decisions/${number}/export`, people[0]!.browser)
  })

  it('leads nowhere for what is not there', async () => {
    for (const path of ['waiting', 'live', 'export']) {
      await page(`/decisions/999/${path}`, visitor, 404)
      await page(`/decisions/x/${path}`, visitor, 404)
      await page(`/decisions/01/${path}`, visitor, 404)
    }
  })
})

describe('the live tally', () => {
  it('says what stands now, and again when somebody has voted', async () => {
    const { id, number } = await ask()
    const answer = await page(`/decisions/${number}/live`)
    expect(answer.headers.get('content-type')).toMatch(/^text\/event-stream/)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const reader = answer.body!.getReader()
    const next = async () => {
      const { value } = await reader.read()
      return JSON.parse(new TextDecoder().decode(value).replace('data: ', ''))
    }
    expect((await next()).texts).toMatchObject({ yes: '0', needs: '2 more yes votes are needed' })
    await vote(id, 0, 'yes')
    const { texts, numbers } = await next()
    expect(texts).toMatchObject({ yes: '1', needs: '1 more yes vote is needed' })
    expect(numbers).toEqual({ yes: 1 })
    await reader.cancel()
  })

  it('ends when the session does', async () => {
    const { id, number } = await ask(true)
    const who = await enter(stage, 'danylo@members.example')
    const answer = await page(`/decisions/${number}/live`, who.browser)
    const reader = answer.body!.getReader()
    const next = async () => new TextDecoder().decode((await reader.read()).value)
    expect(await next()).toContain('Secret ballot')
    const { owner } = stage.platform.database
    await owner.query('delete from accounts.sessions where user_id = $1', [who.id])
    const { live } = await import('#platform/live/live.ts')
    live.arrived(id)
    expect(await next()).toContain('event: end')
    people[2] = await enter(stage, 'danylo@members.example')
  })
})

describe('the export', () => {
  it('is whole, names no person, and is counted again from itself', async () => {
    const { id, number } = await ask()
    await vote(id, 0, 'yes')
    await vote(id, 1, 'yes')
    await vote(id, 1, 'abstain')
    const answer = await page(`/decisions/${number}/export`)
    expect(answer.headers.get('content-disposition')).toContain(`open-place-decision-${number}.json`)
    const file = await answer.text()
    for (const { id: person, address } of people) {
      expect(file).not.toContain(person)
      expect(file).not.toContain(address)
    }
    const { differences, tally, outcome } = recount(JSON.parse(file))
    expect(differences).toEqual([])
    expect(tally).toEqual({ yes: 1, no: 0, abstain: 1, stand_aside: 0 })
    expect(outcome).toBe(null)
  })

  it('is read from the log once, and again as soon as anything in it is new', async () => {
    const { id, number } = await ask()
    await vote(id, 0, 'yes')
    const statements = countQueries(stage.platform.database)
    const read = async (query = '') => {
      statements()
      const file = await (await page(`/decisions/${number}/export${query}`)).text()
      const cursors = statements().filter(text => text.startsWith('declare decision_log'))
      return { file, cursors: cursors.length }
    }
    const first = await read()
    expect(first.cursors).toBe(3)
    for (const query of ['', '?again=1', '?again=2'])
      expect(await read(query)).toEqual({ file: first.file, cursors: 0 })
    await vote(id, 1, 'no')
    const second = await read()
    expect(second.cursors).toBe(3)
    expect(JSON.parse(second.file).ballots).toHaveLength(2)
    expect(recount(JSON.parse(second.file)).differences).toEqual([])
  })
})

describe('the api', () => {
  const api = async (path: string, status = 200) => {
    const answer = await stage.app.hono.request(
      `${stage.platform.config.origin}/api/v1/open-place/decisions${path}`,
    )
    expect(answer.status, path).toBe(status)
    return answer
  }
  const json = async (path: string) => (await api(path)).json()

  it('lists decisions by pages, without personal matters', async () => {
    const { number: hidden } = await ask(true)
    const { id, number } = await ask()
    await vote(id, 2, 'no')
    const { decisions } = await json('')
    expect(decisions[0]).toMatchObject({
      ...{ number, id, kind: 'initiative', method: 'majority', status: 'open', outcome: null, electorate: 3 },
      tally: { yes: 0, no: 1, abstain: 0, stand_aside: 0 },
    })
    const numbers = decisions.map((one: { number: number }) => one.number)
    expect(numbers).not.toContain(hidden)
    await api(`/${hidden}`, 404)
    await api(`/${hidden}/export`, 404)
    const walked: number[] = []
    for (let path = '?limit=2&status=open'; path; ) {
      const page = await json(path)
      walked.push(...page.decisions.map((one: { number: number }) => one.number))
      path = page.next ? new URL(page.next, 'http://here').search : ''
    }
    expect(walked).toEqual(numbers)
  })

  it('reads one, and exports it as the page does', async () => {
    const { number } = await ask()
    expect(await json(`/${number}`)).toMatchObject({
      number,
      text: { goals: { uk: expect.stringContaining('Грати') } },
    })
    const exported = await (await api(`/${number}/export`)).text()
    expect(exported).toBe(await (await page(`/decisions/${number}/export`)).text())
    expect(recount(JSON.parse(exported)).differences).toEqual([])
    await api('/9999', 404)
    await api('/none', 400)
    await api('?status=mood', 400)
  })

  it('is described as it answers', async () => {
    const answer = await stage.app.hono.request(`${stage.platform.config.origin}/api/v1/openapi.json`)
    const { paths } = await answer.json()
    for (const path of ['/initiatives', '/initiatives/{number}', '/decisions', '/decisions/{number}/export'])
      expect(paths[`/{umbrella}${path}`]?.get, path).toBeDefined()
  })
})
