import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { letterDesk, newBody, officerOf, sentLetter } from '#tests/authorities-desk.ts'
import { foundCoalition, type Present } from '#tests/coalition.ts'
import { initiativeDesk, type Representative } from '#tests/initiative-desk.ts'
import { setStage, Visitor } from '#tests/visitor.ts'

const stage = await setStage()
const { owner } = stage.platform.database
const here = await foundCoalition(stage, 'follow-laws')
const { representative } = initiativeDesk(stage, here)
const desk = letterDesk(stage, here)
const anna = here.coordinators[0].browser
const visitor = new Visitor(stage)
const at = (path = '') => `/en/${here.slug}/legislation${path}`
const api = (path = '') => `/api/v1/${here.slug}/legislation${path}`
const ago = (days: number) => Temporal.Now.plainDateISO('Europe/Kyiv').subtract({ days }).toString()
let chair: Representative
let member: Representative
let officer: Present
let body: string
let council: string

beforeAll(async () => {
  chair = await representative('chair-laws')
  member = await representative('member-follow')
  body = await newBody(stage, null, 'Ministry of answers')
  officer = await officerOf(stage, body, 'officer-laws')
  await anna.post(`/en/${here.slug}/councils`, {
    ...{ kind: 'public_council', 'name:en': 'Public council', visibility: 'public' },
    ...{ quorumRule: 'none', majorityRule: 'of_votes' },
  })
  const seated = await anna.upload(
    `/en/${here.slug}/councils/public-council/holders`,
    {
      ...{ name: 'Chair', duty: 'chair', start: '2020', account: chair.id, membership: chair.membership },
    },
    {},
  )
  expect(seated.status).toBe(303)
  const { rows } = await owner.query<{ id: string }>(
    "select id from councils.councils where umbrella_id = $1 and slug = 'public-council'",
    [here.id],
  )
  council = rows[0]!.id
})
afterAll(() => stage.close())

async function put(over: Record<string, string> = {}): Promise<string> {
  const told = { route: 'coalition', summary: 'What should change.', lang: 'en', preparedOn: ago(200) }
  const answer = await anna.post(at(), { ...told, title: 'A draft of ours', ...over })
  expect(answer.status).toBe(303)
  return answer.headers.get('location')!.replace(/\?.*/, '').replace(at(), '')
}

async function took(path: string, fields: Record<string, string>, who: Visitor = anna) {
  const answer = await who.post(at(`${path}/steps`), fields)
  expect(answer.status, await answer.text()).toBe(303)
}

const approved = { kind: 'approved', onDay: ago(150), url: 'https://council.example/minutes' }
const home = async (who: Present) => (await who.browser.get(`/en/${here.slug}/home`)).text()
const json = async (path: string, who: Visitor = visitor) => (await who.get(path)).json()

describe('proposals for laws as data', () => {
  it('are listed page by page with their clock, what members know alone left out', async () => {
    const shown = await put({ title: 'Shown to all' })
    const kept = await put({ title: 'Among members', public: 'no' })
    await took(shown, approved)
    const list = await json(api('?limit=1&route=coalition'))
    expect(list.stalledAfter).toBe(90)
    expect(list.proposals).toMatchObject([
      { title: 'Shown to all', stage: 'approved', lastOn: ago(150), stalled: true },
    ])
    expect(JSON.stringify(await json(api()))).not.toContain('Among members')
    expect((await visitor.get(api(kept))).status).toBe(404)
    const one = await json(api(shown))
    expect(one.chain.map(({ kind }: { kind: string }) => kind)).toEqual(['prepared', 'approved'])
    expect(one.clock).toEqual([
      { stage: 'prepared', days: 50, lasts: false },
      { stage: 'approved', days: 150, lasts: true },
    ])
    expect(Object.keys(one)).not.toContain('keeps')
    expect((await visitor.get(api('?stage=nowhere'))).status).toBe(400)
  })

  it('lead on to the next page, with the same filters', async () => {
    await put({ title: 'One more' })
    const first = await json(api('?limit=1&route=coalition'))
    expect(first.next).toContain('route=coalition')
    const second = await json(first.next)
    expect(second.proposals[0].number).toBeLessThan(first.proposals[0].number)
  })

  it('are described by the documentation of the interface', async () => {
    const { paths } = await json('/api/v1/openapi.json')
    expect(Object.keys(paths)).toEqual(
      expect.arrayContaining(['/{umbrella}/legislation', '/{umbrella}/legislation/{number}']),
    )
  })

  it('tell each step in a feed, of public proposals alone', async () => {
    const path = await put({ title: 'Told <in> a feed' })
    await took(path, approved)
    const feed = await anna.get(at('.atom'))
    expect(feed.headers.get('content-type')).toContain('application/atom+xml')
    const xml = await feed.text()
    expect(xml).toContain(`${at(path)}`)
    expect(xml).toContain('Told &lt;in&gt; a feed')
    expect(xml).not.toContain('<in>')
    expect(xml).not.toContain('Among members')
  })
})

describe('who keeps a proposal', () => {
  it('finds at home what has stalled, and others do not', async () => {
    const path = await put({ title: 'Nobody cares', councilId: council })
    expect(await home(chair)).toContain(`${at(path)}"`)
    expect(await home(chair)).toContain('nothing happened for 200 days')
    expect(await home(member)).not.toContain('Nobody cares')
    await took(path, { kind: 'amended', onDay: ago(3), text: 'Other words.' }, chair.browser)
    expect(await home(chair)).not.toContain('Nobody cares')
    expect(await (await visitor.get(at(path))).text()).not.toContain('stalled')
  })

  it('is told at home that the letter was answered, until the step is written down', async () => {
    const path = await put({ title: 'Answered by letter', councilId: council })
    await took(path, { ...approved, onDay: ago(20) })
    const letter = await sentLetter(stage, here.id, body, { daysAgo: 10, prominence: 'parties' })
    await took(path, { kind: 'submitted', onDay: ago(10), communicationId: letter.id })
    expect(await home(chair)).not.toContain('record the next stage')
    for (const step of ['registration', 'response-form', 'answer'])
      expect((await desk.take(officer, letter.number, step)).status).toBe(303)
    for (const keeper of [chair, here.coordinators[0]]) {
      const waiting = await home(keeper)
      expect(waiting).toContain('Answered by letter')
      expect(waiting).toContain(`${at(path)}/steps/new?kind=answered`)
    }
    expect(await home(member)).not.toContain('Answered by letter')
    await took(path, { kind: 'answered', onDay: ago(0) }, chair.browser)
    expect(await home(chair)).not.toContain('record the next stage')
  })
})

describe('a draft act beside a proposal', () => {
  const act = {
    ...{ kind: 'bill', title: 'On a commission', lang: 'en', intent: 'done', membership: 'coalition' },
    ...{
      'article-0-number': '1',
      'article-0-text': 'A commission for equality is formed at the government.',
    },
    ...{ 'article-1-number': '2', 'article-1-text': 'Communities send seven people to the commission.' },
  }
  const idIn = (answer: Response) => /acts\/([0-9a-f-]{36})/.exec(answer.headers.get('location') ?? '')![1]!

  it('is compared with the law, article by article, for whoever reads the proposal', async () => {
    const begun = idIn(await anna.post(`/en/${here.slug}/communications/acts`, act))
    const path = await put({ title: 'Compared', draftActId: begun })
    expect(await (await visitor.get(at(path))).text()).not.toContain('On a commission')
    await took(path, approved)
    expect(await (await visitor.get(at(path))).text()).toContain('On a commission')
    const issued = {
      ...{ title: 'Law on the commission', on: ago(5), url: 'https://law.example/1', intent: 'done' },
      ...{
        'article-0-number': '1',
        'article-0-text': 'A commission for equality is formed at the ministry.',
      },
    }
    expect((await anna.post(`/en/${here.slug}/communications/acts/${begun}/issued`, issued)).status).toBe(303)
    const html = await (await visitor.get(at(path))).text()
    expect(html).toContain('Law on the commission')
    expect(html).toMatch(/<del[^>]*>government<\/del>/)
    expect(html).toMatch(/<ins[^>]*>ministry<\/ins>/)
  })

  it('of somebody else is not published by laying it beside a proposal', async () => {
    const foreign = idIn(
      await member.browser.post(`/en/${here.slug}/communications/acts`, {
        ...act,
        membership: member.membership,
      }),
    )
    const told = { route: 'coalition', title: 'Taken', summary: 'x', lang: 'en', preparedOn: ago(9) }
    expect((await anna.post(at(), { ...told, draftActId: foreign })).status).toBe(403)
    const path = await put({ title: 'Taken later' })
    const revised = await anna.post(at(`${path}/text`), { summary: 'x', draftActId: foreign })
    expect(revised.status).toBe(403)
  })
})
