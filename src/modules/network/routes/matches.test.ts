import { afterAll, describe, expect, it } from 'vitest'
import { type Acting, aidDesk } from '#tests/aid-desk.ts'
import { foundCoalition } from '#tests/coalition.ts'
import { inDays } from '#tests/partners.ts'
import { setStage, Visitor } from '#tests/visitor.ts'

const stage = await setStage()
const here = await foundCoalition(stage, 'matches-here')
const { owner } = stage.platform.database
const { at, people, listing, post, matchesOf, matched, told } = await aidDesk(stage, here)
afterAll(() => stage.close())

describe('a match that the program proposes', () => {
  it('says why, and is told to both members', async () => {
    const { match } = await matched({ 'languages[]': ['uk', 'pl'] })
    expect(await told(match, 'network.match_found')).toEqual([people.needy.id, people.giver.id].sort())
    const html = await (await people.giver.browser.get(at(match))).text()
    for (const reason of [
      'The same kind of help',
      'The same region',
      'Languages in common: Polish and Ukrainian',
    ]) {
      expect(html).toContain(reason)
    }
    expect(await (await people.giver.browser.get(at('/home'))).text()).toContain(match)
    expect((await people.third.browser.get(at(match))).status).toBe(404)
    expect((await here.coordinators[0].browser.get(at(match))).status).toBe(403)
  })

  it.each([
    ['another kind', { kind: 'skills' }, false],
    ['another region', { region: 'UA-51' }, false],
    ['another country', { country: 'PL', region: '' }, false],
    ['the whole country', { region: '' }, true],
    ['anywhere', { country: '', region: '' }, true],
    ['no language in common', { 'languages[]': ['pl'] }, false],
    ['a language in common', { 'languages[]': ['pl', 'uk'] }, true],
  ])('compares an offer of %s', async (_what, more, fits) => {
    const kind = 'promotion'
    await owner.query(
      "update network.listings set status = 'withdrawn', settled_at = now() where kind = any ($1) and status = 'open'",
      [[kind, 'skills']],
    )
    const need = await post(people.needy, 'need', { kind, 'languages[]': ['uk'] })
    await post(people.giver, 'offer', { kind, 'languages[]': ['uk'], ...more })
    expect((await matchesOf(need)).length).toBe(fits ? 1 : 0)
  })

  it('needs both sides, and then they learn how to reach each other', async () => {
    const { match } = await matched({ kind: 'current-costs' })
    expect((await people.needy.browser.post(at(`${match}/answer`), {})).status).toBe(422)
    expect(
      (await people.needy.browser.post(at(`${match}/answer`), { answer: 'accepted', word: 'Дуже потрібно' }))
        .status,
    ).toBe(303)
    expect(await (await people.needy.browser.get(at(match))).text()).not.toContain('How to reach')
    expect((await people.needy.browser.post(at(`${match}/answer`), { answer: 'declined' })).status).toBe(409)
    expect((await people.third.browser.post(at(`${match}/answer`), { answer: 'accepted' })).status).toBe(404)
    expect((await people.needy.browser.post(at(`${match}/outcome`), { useful: 'yes' })).status).toBe(409)

    expect(await (await people.giver.browser.get(at(match))).text()).toContain('Дуже потрібно')
    expect((await people.giver.browser.post(at(`${match}/answer`), { answer: 'accepted' })).status).toBe(303)
    expect(await told(match, 'network.match_accepted')).toEqual([people.needy.id, people.giver.id].sort())
    const html = await (await people.needy.browser.get(at(match))).text()
    expect(html).toContain('How to reach')
    expect(html).toContain('Representatives: giver')
  })

  it('is closed with what came of it, and visitors learn only that it helped', async () => {
    const { match } = await matched({ kind: 'current-costs', region: 'UA-05' })
    for (const who of [people.needy, people.giver])
      await who.browser.post(at(`${match}/answer`), { answer: 'accepted' })
    const done = { useful: 'yes', outcome: 'Оплатили оренду' }
    expect((await people.giver.browser.post(at(`${match}/outcome`), done)).status).toBe(303)
    expect((await people.needy.browser.post(at(`${match}/outcome`), done)).status).toBe(409)
    const html = await (await new Visitor(stage).get(at('/aid'))).text()
    expect(html).toMatch(/time it helped.*?<dd>1/s)
    expect(html).not.toContain('Оплатили оренду')
  })

  it('is declined with a word, and does not come back', async () => {
    const { match, need } = await matched({ kind: 'equipment', region: 'UA-07' })
    expect(
      (await people.giver.browser.post(at(`${match}/answer`), { answer: 'declined', word: 'Уже віддали' }))
        .status,
    ).toBe(303)
    expect(await told(match, 'network.match_declined')).toEqual([people.needy.id])
    const same = listing(people.needy, 'need', { kind: 'equipment', region: 'UA-07' })
    await people.needy.browser.post(at(need), same)
    expect(
      (await matchesOf(need))
        .filter(found => found.offer === people.giver.membership)
        .map(found => found.status),
    ).toEqual(['declined'])
  })

  it('falls when the listing is withdrawn, and is found again when it is reopened', async () => {
    const { need } = await matched({ kind: 'equipment', region: 'UA-09' })
    await people.needy.browser.post(at(`${need}/settlement`), { status: 'withdrawn' })
    expect((await matchesOf(need)).map(({ status }) => status)).toEqual(['expired'])
    await people.needy.browser.post(at(`${need}/reopening`), { until: inDays(5) })
    expect((await matchesOf(need)).map(({ status }) => status)).toEqual(['expired', 'open'])
  })
})

describe('a match that people propose', () => {
  it('begins with «we can help», once for each member, and waits for the other side', async () => {
    const need = await post(people.needy, 'need', { kind: 'other' })
    const respond = (who: Acting, membership = who.membership) =>
      who.browser.post(at(`${need}/responses`), { membership, word: 'Маємо залу' })
    expect((await respond(people.giver, people.third.membership)).status).toBe(403)
    expect((await respond(people.needy)).status).toBe(403)
    const answer = await respond(people.giver)
    expect(answer.status).toBe(303)
    expect((await respond(people.giver)).status).toBe(409)
    const match = /\/matches\/[0-9a-f-]{36}/.exec(answer.headers.get('location')!)![0]
    expect(await told(match, 'network.help_offered')).toEqual([people.needy.id])
    expect((await people.giver.browser.post(at(`${match}/answer`), { answer: 'accepted' })).status).toBe(409)
    expect((await people.needy.browser.post(at(`${match}/answer`), { answer: 'accepted' })).status).toBe(303)
    expect((await matchesOf(need)).map(({ status, origin }) => [status, origin])).toEqual([
      ['accepted', 'person'],
    ])
  })
})
