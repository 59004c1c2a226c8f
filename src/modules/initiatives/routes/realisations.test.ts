import { afterAll, describe, expect, it } from 'vitest'
import { inScope } from '#platform/database/scope.ts'
import { foundCoalition } from '#tests/coalition.ts'
import { realisationDesk } from '#tests/realisation-desk.ts'
import { endAnswer, missReport } from '#tests/realisations.ts'
import { setStage, Visitor } from '#tests/visitor.ts'
import { stallOverdue } from '../actions/mark-stalled.ts'
import { passOverdueTakeover } from '../actions/take-over.ts'

const stage = await setStage()
const here = await foundCoalition(stage, 'carrying-out')
const elsewhere = await foundCoalition(stage, 'carrying-elsewhere')
const { seats, partner, at, file, opened, idOf } = await realisationDesk(stage, here)
const [olena, marko, zoya] = seats
const visitor = new Visitor(stage)
const stranger = elsewhere.coordinators[0].browser
const scope = { umbrella: here.id, account: null }
afterAll(() => stage.close())

const text = async (answer: Response | Promise<Response>) => (await answer).text()
const status = async (answer: Response | Promise<Response>) => (await answer).status

describe('a realisation', () => {
  it('is read by everybody, and is nowhere in another coalition', async () => {
    const { path, number } = await opened()
    expect(await text(visitor.get(at('/realisations')))).toContain('House of Nations')
    for (const part of ['', '/tasks', '/pledges', '/reports']) {
      expect(await status(visitor.get(path + part)), part).toBe(200)
      expect(await status(stranger.get(at(`/realisations/${number}${part}`, elsewhere))), part).toBe(404)
    }
    expect(await status(visitor.get(at('/realisations/0')))).toBe(404)
    expect(await status(visitor.post(`${path}/tasks`, { title: 'A' }))).toBe(403)
    expect(await status(stranger.post(`${path}/tasks`, { title: 'A' }))).toBe(403)
  })

  it('is joined by members and partners; named people are seen inside alone', async () => {
    const { path } = await opened()
    const mine = { membership: partner.membership }
    expect(await status(marko.who.browser.post(`${path}/group`, mine))).toBe(403)
    expect(await status(partner.who.browser.post(`${path}/group`, mine))).toBe(303)
    expect(await status(partner.who.browser.post(`${path}/group`, mine))).toBe(409)
    const named = { membership: olena.membership, person: olena.person }
    expect(await status(partner.who.browser.post(`${path}/group/people`, named))).toBe(403)
    expect(
      await status(olena.who.browser.post(`${path}/group/people`, { ...named, person: marko.person })),
    ).toBe(403)
    expect(await status(olena.who.browser.post(`${path}/group/people`, named))).toBe(303)
    expect(await text(visitor.get(path))).not.toContain('olena')
    expect(await text(marko.who.browser.get(path))).toContain('olena')
    expect(await status(marko.who.browser.post(`${path}/group/people/removal`, named))).toBe(403)
    expect(await status(olena.who.browser.post(`${path}/group/people/removal`, named))).toBe(303)
    expect(await status(partner.who.browser.post(`${path}/group/leaving`, mine))).toBe(303)
    expect(
      await status(olena.who.browser.post(`${path}/group/leaving`, { membership: olena.membership })),
    ).toBe(409)
  })

  it('has tasks and milestones of the group, with every problem named at once', async () => {
    const { path, id } = await opened()
    const { browser } = olena.who
    expect(await status(marko.who.browser.get(`${path}/tasks/new`))).toBe(403)
    expect(await status(browser.get(`${path}/tasks/new`))).toBe(200)
    const wrong = await browser.post(`${path}/tasks`, { title: '', due: '2026-99-99' })
    expect(wrong.status).toBe(422)
    expect((await wrong.text()).match(/href="#field-(title|due)"/g)).toHaveLength(2)
    const task = {
      membership: olena.membership,
      title: 'Ask the city',
      who: olena.membership,
      due: '2026-12-01',
    }
    expect(await status(browser.post(`${path}/tasks`, task))).toBe(303)
    expect(await status(browser.post(`${path}/tasks`, { ...task, who: marko.membership }))).toBe(409)
    const one = `${path}/tasks/${await idOf('tasks', id)}`
    expect(await text(browser.get(`${one}/form`))).toContain('Ask the city')
    expect(await status(browser.post(one, { ...task, title: 'Ask the council' }))).toBe(303)
    expect(await status(browser.post(`${one}/status`, { status: 'done' }))).toBe(303)
    expect(await status(browser.post(`${one}/status`, { status: 'done' }))).toBe(409)
    expect(await status(browser.post(`${one}/status`, { status: 'burnt' }))).toBe(403)
    expect(await status(browser.post(`${one}/status`, { status: 'open' }))).toBe(303)
    expect(await status(browser.post(`${path}/milestones`, { title: '', due: '' }))).toBe(422)
    expect(await status(browser.post(`${path}/milestones`, { title: 'Open doors', due: '2027-01-01' }))).toBe(
      303,
    )
    const stone = `${path}/milestones/${await idOf('milestones', id)}`
    expect(await status(browser.post(stone, { title: 'Doors open', due: '2027-02-01' }))).toBe(303)
    expect(await status(browser.post(`${stone}/status`, { status: 'reached' }))).toBe(303)
    expect(await text(visitor.get(path))).toContain('Doors open')
  })
})

describe('money', () => {
  it('is needed, pledged, received and spent in the open; receipts are not', async () => {
    const { path, id } = await opened()
    const { browser } = olena.who
    expect(await text(browser.get(`${path}/needs/new`))).toContain('kind=money')
    const need = {
      membership: olena.membership,
      kind: 'money',
      title: 'Rent',
      amount: '1.250',
      currency: 'EUR',
    }
    expect(await status(browser.post(`${path}/needs`, need))).toBe(422)
    expect(await status(browser.post(`${path}/needs`, { ...need, amount: '1250' }))).toBe(303)
    const needId = await idOf('realisation_needs', id)
    expect(await text(marko.who.browser.get(`${path}/pledges/new?need=${needId}`))).toContain('Rent')
    const pledge = {
      membership: marko.membership,
      need: needId,
      kind: 'money',
      what: 'From us',
      amount: '100',
      currency: 'EUR',
    }
    expect(await status(zoya.who.browser.post(`${path}/pledges`, pledge))).toBe(403)
    expect(await status(marko.who.browser.post(`${path}/pledges`, { ...pledge, currency: 'PLN' }))).toBe(409)
    expect(await status(marko.who.browser.post(`${path}/pledges`, pledge))).toBe(303)
    const one = `${path}/pledges/${await idOf('pledges', id)}`
    expect(await status(zoya.who.browser.post(`${one}/withdrawal`, { reason: 'No' }))).toBe(403)
    expect(await status(marko.who.browser.post(one, { what: 'From us', amount: '120' }))).toBe(303)
    await marko.who.browser.post(`${path}/group`, { membership: marko.membership })
    const own = await marko.who.browser.post(`${one}/arrival`, { given: '100' })
    expect(own.status).toBe(409)
    expect(await own.text()).toContain('Another member of the working group confirms the receipt')
    expect(await text(marko.who.browser.get(`${path}/pledges`))).not.toContain('/arrival')
    await marko.who.browser.post(`${path}/group/leaving`, { membership: marko.membership })
    expect(await status(browser.post(`${one}/arrival`, { given: '' }))).toBe(422)
    expect(await status(browser.post(`${one}/arrival`, { given: '100' }))).toBe(303)
    expect(await status(marko.who.browser.post(`${one}/withdrawal`, { reason: 'Too late' }))).toBe(409)
    const spent = {
      membership: olena.membership,
      pledge: await idOf('pledges', id),
      what: 'A hall',
      amount: '60',
      spentOn: '2026-06-01',
    }
    expect(await status(browser.upload(`${path}/expenses`, spent, {}))).toBe(409)
    expect(await status(browser.upload(`${path}/expenses`, spent, { receipt: file() }))).toBe(303)
    const over = { ...spent, amount: '50' }
    expect(await status(browser.upload(`${path}/expenses`, over, { receipt: file() }))).toBe(409)
    const said = { ...over, overReason: 'Prices rose' }
    expect(await status(browser.upload(`${path}/expenses`, said, { receipt: file() }))).toBe(303)
    const page = await text(visitor.get(`${path}/pledges`))
    for (const shown of ['€1,250.00', '€120.00', '€100.00', '€110.00', 'Prices rose'])
      expect(page).toContain(shown)
    expect(page).not.toContain('/receipts/')
    const expense = await idOf('expenses', id)
    expect(await status(visitor.get(`${path}/receipts/${expense}`))).toBe(303)
    expect(await status(stranger.get(`${path}/receipts/${expense}`))).toBe(403)
    const receipt = await marko.who.browser.get(`${path}/receipts/${expense}`)
    expect([receipt.status, receipt.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    expect(
      await status(marko.who.browser.post(`${path}/expenses/${expense}/striking`, { reason: 'x' })),
    ).toBe(403)
    expect(await status(browser.post(`${path}/expenses/${expense}/striking`, { reason: '' }))).toBe(422)
    expect(await status(browser.post(`${path}/expenses/${expense}/striking`, { reason: 'Twice' }))).toBe(303)
    expect(await status(browser.post(`${one}/arrival/undoing`))).toBe(409)
  })

  it('is promised by partners too', async () => {
    const { path } = await opened()
    const pledge = { membership: partner.membership, kind: 'hours', what: 'Legal advice', amount: '20' }
    expect(await status(partner.who.browser.post(`${path}/pledges`, pledge))).toBe(303)
    expect(await text(visitor.get(`${path}/pledges`))).toContain('20 hours')
  })
})

describe('reports, take-over and result', () => {
  it('go from silence to another member and to the result', async () => {
    const { path, id } = await opened()
    const report = { membership: olena.membership, body: 'We found a house.' }
    expect(
      await status(marko.who.browser.post(`${path}/reports`, { ...report, membership: marko.membership })),
    ).toBe(403)
    expect(await status(olena.who.browser.post(`${path}/reports`, { ...report, body: ' ' }))).toBe(422)
    expect(
      await status(olena.who.browser.upload(`${path}/reports`, report, { files: file('plan.pdf') })),
    ).toBe(303)
    expect(
      await status(
        olena.who.browser.post(`${path}/reports`, { ...report, corrects: '1', body: 'We found two.' }),
      ),
    ).toBe(303)
    const page = await text(visitor.get(`${path}/reports`))
    expect(page).toContain('We found two.')
    const [, shared] = /\/files\/([0-9a-f-]{36})/.exec(page) ?? []
    expect(await status(visitor.get(`${path}/files/${shared}`))).toBe(200)
    expect(await status(visitor.get(`${path}/files/${id}`))).toBe(404)

    await missReport(stage.platform.database, id)
    await inScope(stage.platform.database.request, scope, 'write', stallOverdue)
    expect(await text(visitor.get(path))).toContain('This implementation has stalled')
    const offer = { membership: marko.membership, plan: 'We gather next week and finish the lease.' }
    expect(
      await status(
        partner.who.browser.post(`${path}/takeover`, { ...offer, membership: partner.membership }),
      ),
    ).toBe(403)
    expect(await status(marko.who.browser.post(`${path}/takeover`, { ...offer, plan: 'Short' }))).toBe(422)
    expect(await status(marko.who.browser.post(`${path}/takeover`, offer))).toBe(303)
    expect(
      await status(zoya.who.browser.post(`${path}/takeover`, { ...offer, membership: zoya.membership })),
    ).toBe(409)
    expect(await status(zoya.who.browser.post(`${path}/takeover/agreement`))).toBe(403)
    await endAnswer(stage.platform.database, id)
    await inScope(stage.platform.database.request, scope, 'write', tx => passOverdueTakeover(tx, id))

    const result = {
      ...{ membership: marko.membership, reached: 'fully', body: 'The house is open.', final: 'yes' },
      ...{ evaluation: 'Ask the city earlier.', peopleReached: '120' },
    }
    expect(await status(marko.who.browser.post(`${path}/result`, { ...result, final: '' }))).toBe(422)
    expect(
      await status(zoya.who.browser.post(`${path}/result`, { ...result, membership: zoya.membership })),
    ).toBe(403)
    expect(await status(marko.who.browser.post(`${path}/result`, result))).toBe(303)
    expect(await text(visitor.get(path))).toContain('It helped 120 people')
    expect(await status(marko.who.browser.get(`${path}/tasks/new`))).toBe(403)
    expect(await status(marko.who.browser.post(`${path}/result`, result))).toBe(403)
  })
})
