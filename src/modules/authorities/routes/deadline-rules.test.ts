import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeAs } from '#tests/admission.ts'
import { clockDesk } from '#tests/clock-desk.ts'
import { type Coalition, foundCoalition } from '#tests/coalition.ts'
import { initiativeDesk, type Representative } from '#tests/initiative-desk.ts'
import { type Stage, setStage, Visitor } from '#tests/visitor.ts'
import { calendarsToRecount, recountBatch } from '../actions/recount-deadlines.ts'
import { calendarJurisdictions } from '../deadlines/calendars/calendar.ts'
import { shippedDays } from '../deadlines/calendars/shipped.ts'

let stage: Stage
let here: Coalition
let elsewhere: Coalition
let olena: Representative
let desk: Awaited<ReturnType<typeof clockDesk>>

beforeAll(async () => {
  stage = await setStage()
  here = await foundCoalition(stage, 'deadlines-here')
  elsewhere = await foundCoalition(stage, 'deadlines-elsewhere')
  olena = await initiativeDesk(stage, here).representative('olena-deadlines')
  desk = await clockDesk(stage.platform.database, here.id)
})
afterAll(() => stage.close())

const at = (path: string, locale = 'en') => `/${locale}/deadlines-here${path}`
const visitor = () => new Visitor(stage)
const html = async (path: string, who = visitor()) => {
  const answer = await who.get(path)
  expect(answer.status, path).toBe(200)
  return answer.text()
}

it.each(calendarJurisdictions)(
  'the calendar of %s in the database is the one that ships',
  async jurisdiction => {
    const { rows } = await stage.platform.database.owner.query(
      `select day::text, working, name, source, confidence, valid_from::text as "validFrom", valid_to::text as "validTo"
     from authorities.calendar_days where jurisdiction = $1 and version = 1 order by day`,
      [jurisdiction],
    )
    expect(rows).toEqual(shippedDays(jurisdiction))
  },
)

describe('the page of rules', () => {
  it('is for everybody, in three languages, and says that no lawyer has looked', async () => {
    expect(await html(at('/deadline-rules', 'uk'))).toContain('Жодного з цих правил ще не перевірено юристом')
    expect(await html(at('/deadline-rules', 'pl'))).toContain(
      'Żadnej z tych reguł nie sprawdził jeszcze prawnik',
    )
    expect(await html(at('/deadline-rules'))).toContain('Regulation (EC) No 1049/2001, art. 7(1)')
  })

  it('counts, and shows each step', async () => {
    const page = await html(at('/deadline-rules/calculation?rule=pl-information&from=2025-12-10'))
    expect(page).toContain('Last day: 29 December 2025')
    expect(page).toContain('24 December 2025 is a day off')
    expect(page).toContain('calendar PL 1')
  })

  it('says what is wrong, and keeps what was typed', async () => {
    const answer = await visitor().get(at('/deadline-rules/calculation?rule=pl-information&from=2025-02-30'))
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('value="2025-02-30"')
    expect(page).toContain('There is no such day or time')
    const empty = await (await visitor().get(at('/deadline-rules/calculation'))).text()
    for (const field of ['rule', 'from']) expect(empty).toContain(`href="#field-${field}"`)
    const named = await html(at('/deadline-rules/calculation?rule=pl-kpa-35&from=2026-03-02&extended=yes'))
    expect(named).toContain('The law sets no limit')
  })

  it('sets the proof as PDF for people with an account', async () => {
    const path = at('/deadline-rules/calculation.pdf?rule=ua-information&from=2021-12-29', 'uk')
    expect((await visitor().get(path)).headers.get('location')).toContain('/sign-in')
    const pdf = await olena.browser.get(path)
    expect(pdf.headers.get('content-type')).toBe('application/pdf')
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
    expect(
      (await olena.browser.get(at('/deadline-rules/calculation.pdf?rule=none&from=2021-12-29'))).status,
    ).toBe(404)
  })
})

describe('a correction of a calendar', () => {
  const path = '/deadline-rules/corrections'
  const correction = {
    ...{ jurisdiction: 'PL', day: '2026-03-02', working: 'no', 'name:en': 'A day off that once' },
    ...{ source: 'Dz.U. 2026 poz. 1', reason: 'A law of yesterday' },
  }

  it('is for coordinators of this coalition', async () => {
    expect((await visitor().get(at(`${path}/new`))).headers.get('location')).toContain('/sign-in')
    for (const { browser } of [olena, elsewhere.coordinators[0]]) {
      expect((await browser.get(at(`${path}/new`))).status).toBe(403)
      expect((await browser.post(at(path), correction)).status).toBe(403)
    }
    expect((await here.coordinators[0].browser.get(at(`${path}/new`))).status).toBe(200)
  })

  it('names every gap at once', async () => {
    const answer = await here.coordinators[0].browser.post(at(path), { day: 'soon', source: 'Dz.U.' })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('value="soon"')
    for (const field of ['jurisdiction', 'day', 'working', 'reason'])
      expect(page).toContain(`href="#field-${field}"`)
  })

  it('becomes a new version once a second person confirms, moves what is open, and tells whom it concerns', async () => {
    const body = await desk.body('PL')
    const letter = await desk.letter(body, '2026-02-02', 'violation')
    await desk.step(letter, 'sent', '2026-02-02')
    expect(await desk.clocks(letter)).toMatchObject([{ due: '2026-03-02' }])

    const [anna, bohdan] = here.coordinators
    const proposed = await anna.browser.post(at(path), correction)
    expect(proposed.status).toBe(303)
    const act = /\/acts\/[0-9a-f-]{36}/.exec(proposed.headers.get('location')!)![0]
    expect((await anna.browser.post(at(path), correction)).status).toBe(409)
    expect((await anna.browser.post(at(`${act}/confirmation`))).status).not.toBe(303)
    expect((await bohdan.browser.post(at(`${act}/confirmation`))).status).toBe(303)
    expect(await html(at('/deadline-rules'))).toContain('Poland, version 2')

    await recount()
    expect(await desk.clocks(letter)).toMatchObject([{ due: '2026-03-03', state: 'running' }])
    const { owner } = stage.platform.database
    const changes = await owner.query(
      'select old_due_on::text, new_due_on::text, old_calendar, new_calendar from authorities.deadline_changes',
    )
    expect(changes.rows).toEqual([
      { old_due_on: '2026-03-02', new_due_on: '2026-03-03', old_calendar: 1, new_calendar: 2 },
    ])
    const mails = await owner.query(
      "select person_id from platform.mail where template = 'authorities.deadline_moved'",
    )
    expect(mails.rows).toEqual([{ person_id: desk.sender }])
    expect(await html(at('/deadline-rules/calculation?rule=pl-kpa-237&from=2026-02-02'))).toContain(
      'Last day: 3 March 2026',
    )
  })

  it('is not made by one person who goes around the form', async () => {
    const { database } = stage.platform
    const alone = writeAs(database, here.id, here.coordinators[0].id, tx =>
      tx.$client.query(
        `select authorities.correct_calendar(id) from people.acts where kind = 'authorities.correct_calendar'`,
      ),
    )
    await expect(alone).rejects.toMatchObject({ constraint: 'two_people' })
  })

  async function recount() {
    const asNobody = <T>(work: Parameters<typeof writeAs<T>>[3]) =>
      writeAs(stage.platform.database, here.id, null, work)
    const calendars = await asNobody(calendarsToRecount)
    expect(calendars).toEqual([{ jurisdiction: 'PL', version: 2 }])
    const start = '00000000-0000-0000-0000-000000000000'
    expect(await asNobody(tx => recountBatch(tx, calendars[0]!, start))).toEqual({ after: null, moved: 1 })
    expect(await asNobody(calendarsToRecount)).toEqual([])
  }
})

describe('the calendar of a person', () => {
  const addressIn = (page: string) => /\/calendar-feed\/([\w-]{43})/.exec(page)![1]!

  it('is read at a secret address, which says numbers and days and no words, and can be taken back', async () => {
    const { database } = stage.platform
    const body = await desk.body('UA')
    const letter = await desk.letter(body, '2026-03-02')
    await desk.step(letter, 'sent', '2026-03-02')
    await database.owner.query('update network.mandates set person_id = $1 where person_id = $2', [
      ...[olena.id, desk.sender],
    ])
    expect((await visitor().get(at('/calendar-feed'))).headers.get('location')).toContain('/sign-in')
    const token = addressIn(await (await olena.browser.post(at('/calendar-feed'))).text())
    const feed = await visitor().get(at(`/calendar-feed/${token}`, 'pl'))
    expect(feed.headers.get('content-type')).toContain('text/calendar')
    expect(feed.headers.get('cache-control')).toContain('no-store')
    const text = await feed.text()
    expect(text).toContain('DTSTART;VALUE=DATE:20260402')
    expect(text).not.toContain('A letter')
    expect(await html(at('/calendar-feed'), olena.browser)).not.toContain(token)

    const next = addressIn(await (await olena.browser.post(at('/calendar-feed'))).text())
    expect(await (await visitor().get(at(`/calendar-feed/${token}`))).text()).not.toContain('VEVENT')
    expect((await olena.browser.post(at('/calendar-feed/removal'))).status).toBe(303)
    expect(await (await visitor().get(at(`/calendar-feed/${next}`))).text()).not.toContain('VEVENT')
    expect((await visitor().get(at('/calendar-feed/short'))).status).toBe(404)
  })
})
