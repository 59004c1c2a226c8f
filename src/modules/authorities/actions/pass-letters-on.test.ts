import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inScope } from '#platform/database/scope.ts'
import {
  confirmSuccession,
  document,
  letterDesk,
  newBody,
  officerOf,
  type Sender,
  senderIn,
  sentLetter,
} from '#tests/authorities-desk.ts'
import { type Coalition, foundCoalition, memberWith, type Present } from '#tests/coalition.ts'
import { type Stage, setStage } from '#tests/visitor.ts'
import { passLettersOn } from './pass-letters-on.ts'

let stage: Stage
let [here, elsewhere]: Coalition[] = []
let sender: Sender
let heir: Present
let [before, after, next] = ['', '', '']
let desk: ReturnType<typeof letterDesk>

const day = (days: number) => Temporal.Now.plainDateISO('Europe/Kyiv').add({ days }).toString()
const owner = () => stage.platform.database.owner

beforeAll(async () => {
  stage = await setStage()
  here = await foundCoalition(stage, 'heirs')
  elsewhere = await foundCoalition(stage, 'heirs-elsewhere')
  for (const { id } of here!.coordinators) await memberWith(stage, here!.id, id)
  sender = await senderIn(stage, here!, 'heirs-sender')
  before = await newBody(stage, here!.id, 'Committee of Yesterday')
  after = await newBody(stage, null, 'Ministry of Today')
  next = await newBody(stage, null, 'Agency of Tomorrow')
  heir = await officerOf(stage, after, 'heir')
  desk = letterDesk(stage, here!)
})
afterAll(() => stage.close())

const letterTo = (body: string, prominence = 'parties', at = here!) =>
  sentLetter(stage, at.id, body, { membership: at === here ? sender.membership : null, prominence })

const passOn = (at = here!) =>
  inScope(stage.platform.database.request, { umbrella: at.id, account: null }, 'write', passLettersOn)

const reads = async (who: Present, number: number, at = here!) =>
  (await who.browser.get(letterDesk(stage, at).at(number))).status

async function succeeds(body: string, successor: string, since: string): Promise<void> {
  await owner().query(
    `insert into authorities.body_successions (body_id, successor_id, since, ground) values ($1, $2, $3, 'A law')`,
    [body, successor, since],
  )
}

describe('letters of a body that another one succeeds', () => {
  it('stay closed to the successor until its day has come', async () => {
    const old = await newBody(stage, null, 'Still in office')
    const { number } = await letterTo(old)
    await succeeds(old, after, day(1))
    expect(await passOn()).toBe(0)
    expect(await reads(heir, number)).toBe(404)
    expect(await (await heir.browser.get('/en/desk')).text()).not.toContain('Still in office')
  })

  it('are opened by two coordinators together, and their senders are told once', async () => {
    const { number } = await letterTo(before)
    const hidden = await letterTo(before, 'hidden')
    const foreign = await letterTo(before, 'parties', elsewhere!)
    const path = `/en/${here!.slug}/bodies/${before}/succession`
    const typed = { successor: after, since: day(0), ground: 'Law 12' }
    expect((await here!.coordinators[0].browser.post(path, typed)).status).toBe(303)
    expect(await passOn()).toBe(0)
    expect(await reads(heir, number)).toBe(404)
    await confirmSuccession(stage, here!, before)
    expect(await passOn()).toBe(2)
    expect(await passOn()).toBe(0)
    expect(await reads(heir, number)).toBe(200)
    expect(await reads(heir, hidden.number)).toBe(404)
    expect(await reads(heir, foreign.number, elsewhere!)).toBe(404)
    expect(await passOn(elsewhere!)).toBe(1)
    expect(await reads(heir, foreign.number, elsewhere!)).toBe(200)
    expect(await desk.told('letters_passed_on')).toEqual([sender.id])
  })

  it('are answered by the successor, which its page names as the one that has them', async () => {
    const { number } = await letterTo(before)
    const html = await (await sender.browser.get(desk.at(number))).text()
    expect(html).toContain('With now')
    expect(html).toContain('Ministry of Today')
    expect((await desk.take(heir, number, 'registration')).status).toBe(303)
    const answered = await desk.take(heir, number, 'answer', {}, { document: document() })
    expect(answered.status).toBe(303)
    expect(await desk.statusOf(number)).toBe('answered')
  })

  it('are read, and no longer answered, by an officer of the body before while the term lasts', async () => {
    const last = await officerOf(stage, before, 'last-officer')
    const { number } = await letterTo(before)
    expect(await reads(last, number)).toBe(200)
    expect((await desk.take(last, number, 'registration')).status).toBe(403)
    await owner().query('update authorities.officers set until = current_date where person_id = $1', [
      last.id,
    ])
    expect(await reads(last, number)).toBe(404)
  })

  it('go on to whoever succeeds the successor, whatever the order in which it was said', async () => {
    const later = await officerOf(stage, next, 'later-heir')
    const { number } = await letterTo(before)
    expect(await reads(later, number)).toBe(404)
    await succeeds(after, next, day(0))
    expect(await passOn()).toBeGreaterThan(0)
    expect(await reads(later, number)).toBe(200)
    expect((await desk.take(later, number, 'registration')).status).toBe(303)
  })
})

describe('naming a successor', () => {
  it('is not for one coordinator alone, whatever the program says, and never goes in a circle', async () => {
    const [anna] = here!.coordinators
    const old = await newBody(stage, here!.id, 'Kept here')
    const alone = inScope(
      stage.platform.database.request,
      { umbrella: here!.id, account: anna!.id },
      'write',
      tx =>
        tx.$client.query(
          `insert into authorities.body_successions (body_id, successor_id, since, ground) values ($1, $2, $3, 'x')`,
          [old, after, day(0)],
        ),
    )
    await expect(alone).rejects.toThrow('row-level security')
    await expect(succeeds(next, before, day(0))).rejects.toThrow('its own successor')
  })

  it('is for an officer of the body without anybody else, and refuses a circle in words', async () => {
    const officer = await officerOf(stage, next, 'names-successor')
    const path = `/en/${here!.slug}/bodies/${next}/succession`
    const typed = { successor: before, since: day(0), ground: 'Law 13' }
    const refused = await officer.browser.post(path, typed)
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain('cannot go in a circle')
    const fresh = await newBody(stage, null, 'Fresh body')
    expect((await officer.browser.post(path, { ...typed, successor: fresh })).status).toBe(303)
  })
})
