import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inScope } from '#platform/database/scope.ts'
import { type Coalition, foundCoalition, type Present } from '#tests/coalition.ts'
import { incidentSteps } from '#tests/incident-steps.ts'
import { monitorOf } from '#tests/monitor-desk.ts'
import { hidden, receiptIn } from '#tests/reports.ts'
import { type Stage, setStage, Visitor } from '#tests/visitor.ts'
import { openMailbox } from '../queries/mailbox.ts'

let stage: Stage
let place: Coalition
let vera: Present
let ivan: Present
let foreign: Present
let steps: ReturnType<typeof incidentSteps>

beforeAll(async () => {
  stage = await setStage()
  place = await foundCoalition(stage, 'by-telephone')
  vera = await monitorOf(stage, place, 'vera')
  ivan = await monitorOf(stage, place, 'ivan')
  foreign = await monitorOf(stage, await foundCoalition(stage, 'telephone-elsewhere'), 'foreign')
  steps = incidentSteps(place)
})
afterAll(() => stage.close())

type Fields = Record<string, string | string[]>

const call: Fields = {
  whose: 'other',
  naming: 'anonymous',
  what: 'They shouted at the children.',
  precision: 'exact',
  day: '2026-03-17',
  region: 'UA-51',
  town: 'Odesa',
  place: 'Derybasivska 1',
  'wishes[]': ['call'],
  contact: '067 000 00 00',
  'uses[]': ['statistics'],
}

const post = (who: Present, path: string, fields: Fields = {}) =>
  who.browser.post(steps.at(`/reports${path}`), fields)

async function taken(over: Fields = {}): Promise<{ id: string; receipt: string }> {
  const known = await ids()
  const kept = hidden(await steps.page(vera, '/reports/new'))
  const receipt = receiptIn(await (await post(vera, '', { ...call, ...over, kept })).text())
  return { id: (await ids()).find(id => !known.includes(id))!, receipt }
}

const ids = async (): Promise<string[]> =>
  (
    await stage.platform.database.owner.query('select id from monitoring.reports where umbrella_id = $1', [
      place.id,
    ])
  ).rows.map(({ id }) => id)

const incidentOf = async (report: string): Promise<string | null> =>
  (
    await stage.platform.database.owner.query(
      'select i.code from monitoring.reports r left join monitoring.incidents i on i.id = r.incident_id where r.id = $1',
      [report],
    )
  ).rows[0].code

const facts = {
  summary: 'Children were shouted at.',
  day: '',
  place: 'Odesa',
  month: '2026-03',
  monthUntil: '',
  precision: 'month',
  region: 'UA-51',
  priority: '',
  kind_0: 'direct',
  link_0: '',
}

describe('a report by telephone', () => {
  test('is sealed to team and receipt, stored once however often it is sent, and the receipt opens its mailbox', async () => {
    const before = (await ids()).length
    const kept = hidden(await steps.page(vera, '/reports/new'))
    const pages = [await post(vera, '', { ...call, kept }), await post(vera, '', { ...call, kept })]
    const [receipt, again] = await Promise.all(pages.map(async page => receiptIn(await page.text())))
    expect(receipt).toMatch(/^([0-9A-Z]{4}-){4}[0-9A-Z]{4}$/)
    expect(again).toBe(receipt)
    expect(await ids()).toHaveLength(before + 1)
    const scope = { umbrella: place.id, account: null }
    const mailbox = await inScope(stage.platform.database.request, scope, 'write', tx =>
      openMailbox(tx, receipt!),
    )
    expect(mailbox).toMatchObject({ consents: ['statistics'] })
    const opened = await post(ivan, `/${mailbox!.report}/opening`, { reason: 'A call' })
    expect(await opened.text()).toContain('067 000 00 00')
  })

  test('names every problem at once and keeps what was typed', async () => {
    const kept = hidden(await steps.page(vera, '/reports/new'))
    const bad = await post(vera, '', { ...call, kept, whose: '', what: '', contact: '', town: 'Izmail' })
    expect(bad.status).toBe(422)
    const html = await bad.text()
    for (const said of [
      'Choose who you are writing for',
      'at least a few words',
      'how we can reach you',
      'value="Izmail"',
    ])
      expect(html, said).toContain(said)
    const begun = await post(vera, '', { ...call, kept: 'of another day' })
    expect(receiptIn(await begun.text())).not.toBe('')
  })

  test('is for monitors alone, and refused where nobody could read it', async () => {
    expect((await new Visitor(stage).post(steps.at('/reports'), call)).status).toBe(403)
    expect((await post(place.coordinators[0], '', call)).status).toBe(403)
    expect((await post(foreign, '', call)).status).toBe(403)
    const empty = await foundCoalition(stage, 'telephone-keyless')
    const alone = await monitorOf(stage, empty, 'alone')
    await stage.platform.database.owner.query('delete from vault.keys where account_id = $1', [alone.id])
    const refused = await alone.browser.post('/en/telephone-keyless/reports', call)
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain('They shouted at the children.')
  })
})

describe('an incident of reports', () => {
  test('has each of them as a source whose record stays its own', async () => {
    const [one, other] = [await taken(), await taken({ whose: 'saw', precision: 'unknown', region: '' })]
    const path = `/reports/incident?report=${one.id}&report=${other.id}`
    const page = await steps.page(vera, path)
    expect(page).toContain('An incident of 2 reports')
    expect(page).toContain('value="2026-03"')
    expect(page).not.toContain('shouted')
    const beside = await post(vera, `/incident/opening?report=${one.id}&report=${other.id}`, {
      reason: 'Recording',
    })
    const html = await beside.text()
    expect(html).toContain('They shouted at the children.')
    expect(html).toContain('value="2026-03-17"')
    expect(html).not.toContain('067 000 00 00')
    const given = { ...facts, kind_1: 'direct', link_1: '010200000000', report: [one.id, other.id] }
    const location = await steps.done(post(vera, '/incident', given))
    const code = /incidents\/([0-9a-z]{10})/.exec(location)![1]!
    expect([await incidentOf(one.id), await incidentOf(other.id)]).toEqual([code, code])
    const incident = await steps.page(ivan, `/incidents/${code}`)
    expect(incident).toContain('2 reports tell of this incident')
    expect(incident).toContain(`/reports/${one.id}`)
    expect(incident).not.toContain('shouted')
    const opened = await ivan.browser.post(steps.at(`/incidents/${code}/coding/opening`), {
      reason: 'Coding',
    })
    const read = await opened.text()
    expect(read).toContain('They shouted at the children.')
    expect(read).not.toContain('067 000 00 00')
  })

  test('names every problem of every part at once', async () => {
    const { id } = await taken()
    const bad = await post(vera, '/incident', {
      ...facts,
      report: id,
      summary: '',
      month: 'soon',
      kind_0: '',
    })
    expect(bad.status).toBe(422)
    expect((await bad.text()).match(/error-summary[\s\S]*?<\/ul>/)![0].match(/<li>/g)).toHaveLength(3)
    expect((await post(vera, '/incident', { ...facts, report: crypto.randomUUID() })).status).toBe(404)
    expect((await post(vera, '/incident', facts)).status).toBe(303)
    expect((await post(vera, `/incident/opening?report=${id}`, { reason: '' })).status).toBe(422)
    for (const path of ['/incident', '/incident/known', `/incident/opening?report=${id}`])
      expect((await post(foreign, path, { ...facts, report: id })).status, path).toBe(403)
    expect(await incidentOf(id)).toBeNull()
  })

  test('takes a report once: the second of two monitors is told', async () => {
    const { id } = await taken()
    const both = await Promise.all([vera, ivan].map(who => post(who, '/incident', { ...facts, report: id })))
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409])
    const late = await post(vera, '/incident', { ...facts, report: id })
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('already belongs to an incident')
  })

  test('can be one that is recorded already', async () => {
    const { id } = await taken()
    const code = await steps.recorded(vera)
    const known = { report: id, original: code, kind_0: 'direct', link_0: '010100000000' }
    expect((await post(vera, '/incident/known', { ...known, original: '' })).status).toBe(422)
    const nowhere = await post(vera, '/incident/known', { ...known, original: 'zzzzzzzzzz' })
    expect(nowhere.status).toBe(409)
    await steps.done(post(vera, '/incident/known', known))
    expect(await incidentOf(id)).toBe(code)
    expect((await steps.page(vera, `/incidents/${code}`)).match(/\/sources\/[0-9a-f-]{36}"/g)).toHaveLength(2)
    expect((await post(vera, '/incident/known', known)).status).toBe(409)
  })

  test('keeps its consents in sight when its incident is merged into another', async () => {
    const { id } = await taken({ 'uses[]': [] })
    const location = await steps.done(post(vera, '/incident', { ...facts, report: id }))
    const code = /incidents\/([0-9a-z]{10})/.exec(location)![1]!
    const kept = await steps.recorded(vera)
    await steps.done(vera.browser.post(steps.at(`/incidents/${code}/merger`), { original: kept }))
    const page = await steps.page(ivan, `/incidents/${kept}`)
    expect(page).toContain(`/reports/${id}`)
    expect(page).toContain('Not agreed to:')
  })
})

test('the home of monitors says how many wait, and nothing else of them; they need not act for a member', async () => {
  const { id } = await taken()
  const home = await steps.page(vera, '/home')
  expect(home).toMatch(/\d+ reports? waits? for the monitoring team/)
  expect(home).not.toContain(id)
  expect(await (await place.coordinators[0].browser.get(steps.at('/home'))).text()).not.toContain(
    'for the monitoring team',
  )
})
