import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Coalition, foundCoalition, type Present } from '#tests/coalition.ts'
import { monitorOf } from '#tests/monitor-desk.ts'
import { packSteps, valueIn } from '#tests/packs.ts'
import { type Stage, setStage, Visitor } from '#tests/visitor.ts'

let stage: Stage
let place: Coalition
let vera: Present
let ivan: Present
let locked: Present
let foreign: Present
let steps: ReturnType<typeof packSteps>

beforeAll(async () => {
  stage = await setStage()
  place = await foundCoalition(stage, 'packs')
  vera = await monitorOf(stage, place, 'vera')
  ivan = await monitorOf(stage, place, 'ivan')
  locked = await monitorOf(stage, place, 'locked', { opened: false })
  foreign = await monitorOf(stage, await foundCoalition(stage, 'packs-elsewhere'), 'foreign')
  steps = packSteps(stage, place, { vera, ivan })
})
afterAll(() => stage.close())

describe('packs', () => {
  test('are for monitors of the coalition with a second factor', async () => {
    const id = await steps.begun(steps.complaint(await steps.incident()))
    for (const path of ['/packs', '/packs/new?kind=odihr', `/packs/${id}`]) {
      const visitor = await new Visitor(stage).get(steps.at(path))
      expect(visitor.headers.get('location')).toContain('/sign-in')
      expect((await place.coordinators[0].browser.get(steps.at(path))).status, path).toBe(403)
      expect((await foreign.browser.get(steps.at(path))).status, path).toBe(403)
      expect((await vera.browser.get(steps.at(path))).status, path).toBe(200)
    }
    expect((await foreign.browser.get(`/en/packs-elsewhere/packs/${id}`)).status).toBe(404)
    expect((await vera.browser.get(steps.at('/packs/new?kind=press'))).status).toBe(404)
    expect(await steps.page(vera, '/packs')).toMatch(/ODIHR takes submissions|deadline for submissions/)
  })

  test('say everything that is missing at once, and keep what was typed', async () => {
    const bad = await steps.post(vera, '', { kind: 'complaint', incident: 'what?', reason: '' })
    expect(bad.status).toBe(422)
    const html = await bad.text()
    expect(html.match(/<li><a href="#field/g)).toHaveLength(4)
    expect(html).toContain('value="what?"')
    expect(
      (await steps.post(vera, '', { kind: 'odihr', year: '2026', lang: 'en', reason: 'x' })).status,
    ).toBe(422)
    const unknown = await steps.post(vera, '', steps.complaint('0000000000'))
    expect(unknown.status).toBe(422)
    expect(await unknown.text()).toContain('does not fit here')
    const early = await steps.recorded(vera)
    expect((await steps.post(vera, '', steps.complaint(early))).status).toBe(422)
  })

  test('about one incident begin on its page, once it is assessed', async () => {
    const code = await steps.incident()
    const html = await steps.page(vera, `/incidents/${code}`)
    for (const kind of ['complaint', 'commissioner']) {
      const path = `/packs/new?kind=${kind}&incident=${code}`
      expect(html).toContain(steps.at(path).replaceAll('&', '&amp;'))
      expect(await steps.page(vera, path)).toContain(`value="${code}"`)
    }
    await steps.begun(steps.complaint(code.toUpperCase()))
    const early = await steps.recorded(vera)
    expect(await steps.page(vera, `/incidents/${early}`)).not.toContain('/packs/new')
  })

  test('lead who has not opened their vault there and back', async () => {
    const away = await steps.post(locked, '', steps.complaint(await steps.incident()))
    expect(away.headers.get('location')).toContain('/account/vault/unlock')
  })
})

describe('a draft', () => {
  test('begins with what was told, is on no page until it is opened, and shows what to take out', async () => {
    const code = await steps.incident()
    await steps.reportOf(vera, code, ['authority'])
    const id = await steps.begun(steps.complaint(code))
    expect(await steps.page(vera, `/packs/${id}`)).not.toContain('Садов')
    const html = await steps.opened(id)
    for (const words of ['overturned her stall', 'Молода жінка', 'news.example', 'крамниці на вул. Садовій'])
      expect(html, words).toContain(words)
    for (const finding of ['facts:Оксану', 'facts:Коваленко', 'facts:12', 'facts:067 123 45 67'])
      expect(html, finding).toContain(`value="${finding}"`)
    expect(html).not.toContain('value="facts:Tuesday')
  })

  test('loses what is ticked, and shows the words that went beside those that stay', async () => {
    const code = await steps.incident()
    await steps.reportOf(vera, code, ['authority'])
    const id = await steps.begun(steps.complaint(code))
    const facts = 'Оксану вдарили. Телефон 067 123 45 67.'
    const answer = await steps.draft(id, { facts, 'redact[]': ['facts:067 123 45 67'], next: 'redact' })
    expect(answer.status).toBe(200)
    const html = await answer.text()
    expect(html).toContain('Оксану вдарили. Телефон […].</textarea>')
    expect(html).toContain('value="facts:Оксану"')
    expect(html).toMatch(/<del>[^<]*стal?|<del>/)
    expect(await steps.opened(id, ivan)).toContain('Телефон […].</textarea>')
  })

  test('is not overwritten by who began from another one', async () => {
    const id = await steps.begun(steps.complaint(await steps.incident()))
    const seen = valueIn(await steps.opened(id), 'seen')
    expect((await steps.draft(id)).status).toBe(200)
    const late = await steps.draft(id, { seen, facts: 'Мої слова' }, ivan)
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('Мої слова</textarea>')
  })

  test('keeps what was typed when the vault has closed meanwhile, or the form is wrong', async () => {
    const id = await steps.begun(steps.complaint(await steps.incident()))
    const seen = valueIn(await steps.opened(id), 'seen')
    const typed = { ...steps.letter, facts: 'Моя праця', n: '0', seen, next: 'keep' }
    const closed = await steps.post(locked, `/${id}/draft`, { ...typed, reason: 'Drafting' })
    expect(closed.status).toBe(422)
    expect(await closed.text()).toContain('Моя праця</textarea>')
    const silent = await steps.post(vera, `/${id}/draft`, { ...typed, reason: '' })
    expect(silent.status).toBe(422)
    expect(await silent.text()).toContain('Моя праця</textarea>')
  })

  test('is not asked about before what is needed is written', async () => {
    const id = await steps.begun(steps.complaint(await steps.incident()))
    const refused = await steps.draft(id, { office: ' ', next: 'ask' })
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain('still lacks a text that is needed')
    expect((await steps.packRow(id)).status).toBe('draft')
  })
})

describe('consent', () => {
  test('is asked of every report, and a pack without it is refused with the names of incidents', async () => {
    const code = await steps.incident()
    await steps.reportOf(vera, code, ['authority'])
    await steps.reportOf(vera, code, ['statistics'])
    const refused = await steps.post(vera, '', steps.complaint(code))
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain(`A consent is missing for this incident: ${code}`)
  })

  test('of somebody who told a monitor in person has to be vouched for', async () => {
    const code = await steps.incident()
    const told = { from: 'call', text: 'I saw it', kind: 'direct' }
    await steps.done(vera.browser.post(steps.at(`/incidents/${code}/sources`), told))
    expect((await steps.post(vera, '', steps.complaint(code))).status).toBe(409)
    const id = await steps.begun(steps.complaint(code, { toldAgreed: 'yes' }))
    expect(await steps.page(ivan, `/packs/${id}`)).toContain('Those who told us in person agreed')
  })

  test('taken back after drafting is shown, and stops asking, confirming, downloading and handing over', async () => {
    const code = await steps.incident()
    const { takeBack } = await steps.reportOf(vera, code, ['authority'])
    const [drafted, waiting, ready] = [
      await steps.begun(steps.complaint(code)),
      await steps.asked(steps.complaint(code)),
      await steps.final(steps.complaint(code)),
    ]
    await takeBack('authority')
    expect(await steps.page(vera, '/packs')).toContain('1 consent missing')
    expect(await steps.page(vera, `/packs/${ready}`)).toContain('can be neither confirmed nor handed over')
    for (const answer of [
      await steps.draft(drafted, { next: 'ask' }),
      await steps.confirm(waiting),
      await steps.post(ivan, `/${ready}/files/complaint-uk.pdf`),
      await steps.post(ivan, `/${ready}/hand-over`, { asked: 'yes' }),
    ]) {
      expect(answer.status).toBe(409)
      expect(await answer.text()).toContain(code)
    }
    expect((await steps.packRow(ready)).status).toBe('final')
  })
})
