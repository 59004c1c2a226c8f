import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#platform/id.ts'
import { foundCoalition } from '#tests/coalition.ts'
import { initiativeDesk } from '#tests/initiative-desk.ts'
import { setStage, Visitor } from '#tests/visitor.ts'

const stage = await setStage()
const { owner } = stage.platform.database
const here = await foundCoalition(stage, 'laws-here')
const elsewhere = await foundCoalition(stage, 'laws-elsewhere')
const { representative } = initiativeDesk(stage, here)
const anna = here.coordinators[0].browser
const visitor = new Visitor(stage)
const at = (path = '', slug = here.slug) => `/en/${slug}/legislation${path}`
const today = Temporal.Now.plainDateISO('Europe/Kyiv')
const ago = (days: number) => today.subtract({ days }).toString()
let item: string

beforeAll(async () => {
  const [council, session] = [newId(), newId()]
  item = newId()
  await owner.query(
    `insert into councils.councils (umbrella_id, id, slug, kind, name) values ($1, $2, 'advisory', 'advisory_council', '{"en": "Advisory council"}')`,
    [here.id, council],
  )
  await owner.query(
    `insert into councils.sessions (umbrella_id, id, council_id, number, starts_at) values ($1, $2, $3, 1, now() - interval '20 days')`,
    [here.id, session, council],
  )
  await owner.query(
    `insert into councils.agenda_items (umbrella_id, id, session_id, position, title) values ($1, $2, $3, 1, '{"en": "Hate crimes"}')`,
    [here.id, item, session],
  )
})
afterAll(() => stage.close())

const told = {
  route: 'commissioner',
  title: 'Hate crimes in the criminal code',
  lang: 'en',
  summary: 'Motives other than race are not named by the law.',
  preparedOn: ago(200),
  'standard-0-kind': 'treaty',
  'standard-0-title': 'European Convention on Human Rights',
  'standard-0-article': 'Article 14',
}

/** Puts a proposal on record; where it stands then. */
async function put(over: Record<string, string> = {}): Promise<string> {
  const answer = await anna.post(at(), { ...told, ...over })
  expect(answer.status).toBe(303)
  return answer.headers.get('location')!.replace(/\?.*/, '').replace(at(), '')
}

const step = (path: string, fields: Record<string, string>) => anna.post(at(`${path}/steps`), fields)
const took = async (path: string, fields: Record<string, string>) =>
  expect((await step(path, fields)).status).toBe(303)

const law = 'https://zakon.example/1'

describe('proposals for laws', () => {
  it('are read by everybody, and recorded by the secretariat alone', async () => {
    const path = await put()
    expect((await visitor.get(at())).status).toBe(200)
    const html = await (await visitor.get(at(path))).text()
    expect(html).toContain('European Convention on Human Rights')
    expect(html).not.toContain('steps/new')
    expect((await visitor.get(at('/new'))).headers.get('location')).toContain('/sign-in?to=')
    const member = await representative('member-laws')
    for (const browser of [member.browser, elsewhere.coordinators[0].browser]) {
      expect((await browser.get(at('/new'))).status).toBe(403)
      expect((await browser.post(at(), told)).status).toBe(403)
      expect(
        (await browser.post(at(`${path}/steps`), { kind: 'amended', onDay: ago(1), text: 'x' })).status,
      ).toBe(403)
    }
    expect((await visitor.get(at(path, elsewhere.slug))).status).toBe(404)
    expect((await visitor.get(at('/999'))).status).toBe(404)
  })

  it('name every gap at once and keep what was typed', async () => {
    const answer = await anna.post(at(), {
      route: 'coalition',
      title: '',
      summary: '',
      lang: 'en',
      'standard-0-title': 'Charter',
    })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    for (const field of ['title', 'summary', 'preparedOn']) expect(html).toContain(`href="#field-${field}"`)
    expect(html).toContain('value="Charter"')
  })

  it('go from the expert council through the advisory council to a law, each step with its place and document', async () => {
    const path = await put({ title: 'From council to law' })
    await took(path, { kind: 'placed', onDay: ago(150), itemId: item })
    await took(path, { kind: 'discussed', onDay: ago(120) })
    await took(path, { kind: 'amended', onDay: ago(119), text: 'Two motives were added.' })
    await took(path, {
      kind: 'recommended',
      onDay: ago(100),
      url: 'https://ombudsman.example/recommendation',
    })
    await took(path, { kind: 'bill', onDay: ago(60), reference: '5488', url: 'https://rada.example/5488' })
    await took(path, { kind: 'law', onDay: ago(10), reference: '4000-IX', url: law })
    const html = await (await visitor.get(at(path))).text()
    for (const part of [
      'Session 1',
      'Hate crimes',
      'Two motives were added.',
      '5488',
      '4000-IX',
      '30 days later',
    ])
      expect(html).toContain(part)
    expect((await step(path, { kind: 'lapsed', onDay: ago(1), text: 'Too late.' })).status).toBe(403)
  })

  it('are refused a step that is not possible now, one without its document, and a day out of order', async () => {
    const path = await put({ title: 'Refusals' })
    const early = await step(path, { kind: 'law', onDay: ago(1), reference: '1', url: law })
    expect(early.status).toBe(409)
    expect(await early.text()).toContain('This step is not possible now')
    const nowhere = await step(path, { kind: 'placed', onDay: ago(150) })
    expect(nowhere.status).toBe(422)
    expect((await step(path, { kind: 'placed', onDay: ago(300), itemId: item })).status).toBe(409)
    expect(
      (await step(path, { kind: 'placed', onDay: today.add({ days: 2 }).toString(), itemId: item })).status,
    ).toBe(409)
    await took(path, { kind: 'placed', onDay: ago(150), itemId: item })
    await took(path, { kind: 'discussed', onDay: ago(140) })
    const bare = await step(path, { kind: 'recommended', onDay: ago(100) })
    expect(bare.status).toBe(422)
    expect(await bare.text()).toContain('href="#field-document"')
  })

  it('that nothing happened to for long are shown as stalled', async () => {
    const path = await put({ title: 'Forgotten', preparedOn: ago(400) })
    const fresh = await put({ title: 'Fresh', preparedOn: ago(1) })
    const html = await (await visitor.get(at('?stalled=yes'))).text()
    expect(html).toContain(at(path))
    expect(html).not.toContain(`${at(fresh)}"`)
    expect(html).toContain('stalled for 400 days')
  })

  it('of the coalition are approved by a public council before they are submitted', async () => {
    const path = await put({ route: 'coalition', title: 'Own draft' })
    expect((await step(path, { kind: 'submitted', onDay: ago(90), communicationId: newId() })).status).toBe(
      409,
    )
    await took(path, { kind: 'approved', onDay: ago(90), url: 'https://council.example/minutes' })
    expect((await step(path, { kind: 'submitted', onDay: ago(80) })).status).toBe(422)
  })

  it('keep what was written down, also from the owner of the tables', async () => {
    await expect(owner.query("update councils.proposal_steps set text = 'other'")).rejects.toThrow(
      'append-only',
    )
    await expect(owner.query('delete from councils.proposals')).rejects.toThrow('append-only')
  })

  it('are described anew only before a council saw them', async () => {
    const path = await put({ title: 'Described' })
    expect((await anna.post(at(`${path}/text`), { summary: 'Better words.' })).status).toBe(303)
    expect(await (await visitor.get(at(path))).text()).toContain('Better words.')
    await took(path, { kind: 'placed', onDay: ago(150), itemId: item })
    expect((await anna.get(at(`${path}/text`))).status).toBe(403)
  })
})
