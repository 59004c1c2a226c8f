import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Coalition, enter, foundCoalition, memberWith, type Present } from '#tests/coalition.ts'
import { type Stage, setStage, Visitor } from '#tests/visitor.ts'
import { endDiscussion } from '#tests/voting.ts'

let stage: Stage
let place: Coalition
let elsewhere: Coalition
let anna: Present
let bohdan: Present
let partner: Present
let member: string
let partnership: string
let visitor: Visitor

const at = (path: string, slug = place.slug) => `/en/${slug}${path}`
const values = (over: Record<string, string> = {}) => ({
  membership: member,
  'title:en': 'Longer objections',
  'reasons:en': 'Two weeks are too short in summer.',
  'rule-admission--objection_days': '21',
  ...over,
})

beforeAll(async () => {
  stage = await setStage()
  place = await foundCoalition(stage, 'ruling')
  elsewhere = await foundCoalition(stage, 'other-rules')
  ;[anna, bohdan] = place.coordinators
  member = await memberWith(stage, place.id, anna.id)
  await memberWith(stage, place.id, bohdan.id)
  partner = await enter(stage, 'partner@ruling.example')
  partnership = await memberWith(stage, place.id, partner.id)
  await stage.platform.database.owner.query(
    "update network.memberships set form = 'agreement' where id = $1",
    [partnership],
  )
  visitor = new Visitor(stage)
})
afterAll(() => stage.close())

const textOf = async (answer: Response | Promise<Response>) => (await answer).text()

async function proposed(over: Record<string, string> = {}): Promise<string> {
  const answer = await anna.browser.post(at('/changes/new/values'), values(over))
  expect(answer.status).toBe(303)
  const [, number] = /changes\/(\d+)/.exec(answer.headers.get('location')!)!
  return number!
}

describe('the rules of a coalition', () => {
  test('are public, each with its bounds and its history', async () => {
    const html = await textOf(visitor.get(at('/rules')))
    expect(html).toContain('Objection period')
    expect(html).not.toContain('/changes/new/')
    expect(await textOf(anna.browser.get(at('/rules')))).toContain('/changes/new/values')
    expect((await visitor.get(at('/rules/admission.objection_days'))).status).toBe(200)
    expect((await visitor.get(at('/rules/no.such_rule'))).status).toBe(404)
    expect((await visitor.get(at('/agreed-texts/1'))).status).toBe(404)
  })
})

describe('a proposal', () => {
  test('is made by a member with a vote, for itself, within the bounds, with every problem at once', async () => {
    expect((await visitor.get(at('/changes/new/values'))).status).toBe(303)
    expect((await partner.browser.get(at('/changes/new/values'))).status).toBe(403)
    expect((await partner.browser.post(at('/changes/new/values'), values())).status).toBe(403)
    expect((await anna.browser.get(at('/changes/new/values'))).status).toBe(200)
    expect((await anna.browser.get(at('/changes/new/nonsense'))).status).toBe(404)
    expect((await anna.browser.get(at('/changes/new/goal?text=9'))).status).toBe(404)
    const bad = await anna.browser.post(at('/changes/new/values'), {
      ...values({ 'title:en': '', 'reasons:en': '', 'rule-admission--objection_days': '9999' }),
    })
    expect(bad.status).toBe(422)
    const html = await bad.text()
    for (const field of ['title', 'reasons', 'rule-admission--objection_days'])
      expect(html, field).toContain(`href="#field-${field}"`)
    const outside = await anna.browser.post(
      at('/changes/new/values'),
      values({ 'rule-admission--objection_days': '9999' }),
    )
    expect(outside.status).toBe(422)
    expect(await outside.text()).toContain('value="9999"')
    const nothing = await anna.browser.post(
      at('/changes/new/values'),
      values({ 'rule-admission--objection_days': '14' }),
    )
    expect(await nothing.text()).toContain('Change at least one value')
    expect((await bohdan.browser.post(at('/changes/new/values'), values())).status).toBe(403)
  })

  test('is read by everybody, and nowhere in another umbrella', async () => {
    const number = await proposed()
    const html = await textOf(visitor.get(at(`/changes/${number}`)))
    expect(html).toContain('Longer objections')
    expect((await visitor.get(at('/changes'))).status).toBe(200)
    expect((await visitor.get(at('/changes?state=closed'))).status).toBe(200)
    for (const path of [`/changes/999`, '/changes/x'])
      expect((await visitor.get(at(path))).status, path).toBe(404)
    expect((await visitor.get(at(`/changes/${number}`, elsewhere.slug))).status).toBe(404)
  })

  test('is talked about by members and partners; words are taken back by who said them', async () => {
    const number = await proposed({ 'rule-admission--objection_days': '22' })
    const say = (who: Present, membership: string, given: Record<string, string> = {}) =>
      who.browser.post(at(`/changes/${number}/remarks`), {
        membership,
        stance: 'for',
        body: 'Good.',
        ...given,
      })
    expect((await say(partner, member)).status).toBe(403)
    expect((await say(partner, partnership, { stance: '', body: '' })).status).toBe(422)
    const said = await say(partner, partnership)
    expect(said.status).toBe(303)
    const [, remark] = /remark-([0-9a-f-]{36})/.exec(said.headers.get('location')!)!
    const remarkPath = at(`/changes/${number}/remarks/${remark}`)
    expect((await anna.browser.post(`${remarkPath}/withdrawal`)).status).toBe(403)
    expect((await partner.browser.get(`${remarkPath}/redaction`)).status).toBe(403)
    expect((await anna.browser.get(`${remarkPath}/redaction`)).status).toBe(200)
    expect((await anna.browser.post(`${remarkPath}/redaction`, { reason: '' })).status).toBe(422)
    expect((await anna.browser.post(`${remarkPath}/redaction`, { reason: 'It names a child' })).status).toBe(
      303,
    )
    const acts = await textOf(bohdan.browser.get(at('/acts')))
    const act = /acts\/([0-9a-f-]{36})\/confirmation/.exec(acts)?.[1]
    expect((await bohdan.browser.post(at(`/acts/${act}/confirmation`))).status).toBe(303)
    const html = await textOf(visitor.get(at(`/changes/${number}`)))
    expect(html).toContain('Two coordinators took out the words of this comment')
    expect(html).not.toContain('Good.')
    expect((await partner.browser.post(`${remarkPath}/withdrawal`)).status).toBe(409)
  })

  test('is rewritten, put to all and withdrawn by its own member, in its time', async () => {
    const number = await proposed({ 'rule-admission--objection_days': '23' })
    const path = at(`/changes/${number}`)
    expect((await bohdan.browser.get(`${path}/revision`)).status).toBe(403)
    expect((await anna.browser.get(`${path}/revision`)).status).toBe(200)
    const anew = values({ 'rule-admission--objection_days': '24', base: '1' })
    expect((await bohdan.browser.post(`${path}/revision`, anew)).status).toBe(403)
    expect((await anna.browser.post(`${path}/revision`, { ...anew, 'title:en': '' })).status).toBe(422)
    expect((await anna.browser.post(`${path}/revision`, anew)).status).toBe(303)
    expect((await anna.browser.post(`${path}/revision`, anew)).status).toBe(409)
    expect((await bohdan.browser.post(`${path}/decision`)).status).toBe(403)
    expect((await anna.browser.post(`${path}/decision`)).status).toBe(409)
    const { rows } = await stage.platform.database.owner.query(
      'select id from initiatives.proposals where umbrella_id = $1 and number = $2',
      [place.id, number],
    )
    await endDiscussion(stage.platform.database, rows[0].id)
    expect((await anna.browser.post(`${path}/decision`)).status).toBe(303)
    stage.app.cache.flush()
    expect(await textOf(visitor.get(path))).toContain('/decisions/1"')
    expect((await anna.browser.post(`${path}/withdrawal`)).status).toBe(409)
    const other = at(`/changes/${await proposed({ 'rule-admission--objection_days': '25' })}`)
    expect((await bohdan.browser.post(`${other}/withdrawal`)).status).toBe(403)
    expect((await anna.browser.post(`${other}/withdrawal`)).status).toBe(303)
  })

  test('of a text is written whole in at least one language', async () => {
    const goal = {
      membership: member,
      'title:en': 'A house',
      'reasons:uk': 'Бо треба',
      'body:en': 'For everybody',
    }
    const torn = await anna.browser.post(at('/changes/new/goal'), goal)
    expect(torn.status).toBe(422)
    expect(await torn.text()).toContain('Write all parts in at least one language')
    const whole = { ...goal, 'reasons:en': 'Because we need one' }
    expect((await anna.browser.post(at('/changes/new/goal'), whole)).status).toBe(303)
  })
})
