import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inScope } from '#platform/database/scope.ts'
import {
  clockUntil,
  letterDesk,
  newBody,
  officerOf,
  type Sender,
  senderIn,
  sentLetter,
} from '#tests/authorities-desk.ts'
import { type Coalition, foundCoalition, type Present } from '#tests/coalition.ts'
import { countQueries } from '#tests/query-count.ts'
import { type Stage, setStage, Visitor } from '#tests/visitor.ts'
import { standingOf } from '../queries/standing.ts'

let stage: Stage
let first: Coalition
let second: Coalition
let sender: Sender
let officer: Present
let colleague: Present
let other: Present
let body: string
let otherBody: string

beforeAll(async () => {
  stage = await setStage()
  first = await foundCoalition(stage, 'desk-first')
  second = await foundCoalition(stage, 'desk-second')
  sender = await senderIn(stage, first, 'sender')
  body = await newBody(stage, first.id, 'Commissioner')
  otherBody = await newBody(stage, first.id, 'Ministry')
  officer = await officerOf(stage, body, 'olena')
  colleague = await officerOf(stage, body, 'oles')
  other = await officerOf(stage, otherBody, 'petro')
})
afterAll(() => stage.close())

const read = async (who: Present, query = '') => (await who.browser.get(`/en/desk${query}`)).text()

describe('the desk', () => {
  test('is empty at first, and says who else answers', async () => {
    expect((await new Visitor(stage).get('/en/desk')).status).toBe(303)
    expect(await read(sender)).toContain('You do not answer for a public body at present')
    const html = await read(officer)
    expect(html).toContain('Your desk is empty')
    expect(html).toContain('oles')
    expect(html).not.toContain('petro')
  })

  test('shows letters of every coalition to its own body, and no other', async () => {
    await sentLetter(stage, first.id, body, { membership: sender.membership, title: 'From the first' })
    await sentLetter(stage, second.id, body, { title: 'From the second', prominence: 'parties' })
    await sentLetter(stage, second.id, otherBody, { title: 'To the ministry', prominence: 'parties' })
    await sentLetter(stage, first.id, body, { title: 'Kept to ourselves', prominence: 'hidden' })
    const html = await read(officer)
    expect(html).toContain('From the first')
    expect(html).toContain('From the second')
    expect(html).toContain(`/en/${second.slug}/communications/1`)
    expect(html).not.toContain('To the ministry')
    expect(html).not.toContain('Kept to ourselves')
    expect(await read(other)).not.toContain('From the first')
  })

  test('filters by status and by what waits', async () => {
    const { number } = await sentLetter(stage, first.id, body, {
      membership: sender.membership,
      title: 'Already answered',
    })
    const { take } = letterDesk(stage, first)
    await take(officer, number, 'registration')
    await take(officer, number, 'answer')
    expect(await read(officer, '?waiting=yes')).not.toContain('Already answered')
    const answered = await read(officer, '?status=answered')
    expect(answered).toContain('Already answered')
    expect(answered).not.toContain('From the second')
    expect(await read(officer, '?status=withdrawn')).toContain('Nothing matches')
    expect(await read(officer, `?body=${otherBody}`)).not.toContain('To the ministry')
  })

  test('puts what is due first, and finds what is overdue or due within a week', async () => {
    const due = [-4482, -3, 2, 7, 8].map(days => `Due in ${days}!`)
    for (const title of due) {
      const { id } = await sentLetter(stage, second.id, otherBody, { title, daysAgo: 5000 })
      await clockUntil(stage, second.id, id, otherBody, Number(/-?\d+/.exec(title)![0]))
    }
    const shown = (html: string) => [...html.matchAll(/Due in -?\d+!/g)].map(([title]) => title)
    const all = await read(other)
    expect(shown(all)).toEqual(due)
    // What has no clock comes after what has one.
    expect(all.indexOf('To the ministry')).toBeGreaterThan(all.indexOf('Due in 8!'))
    expect(all).toContain('title="4,482 days overdue">over 12 years overdue')
    expect(all).toContain('3 days overdue')
    expect(all).toContain('2 days left')
    expect(shown(await read(other, '?due=overdue'))).toEqual(due.slice(0, 2))
    expect(shown(await read(other, '?due=week'))).toEqual(due.slice(2, 4))
    expect(shown(await read(other, '?order=newest'))).toEqual(due.toReversed())
    expect(await read(officer, '?due=overdue')).toContain('Nothing matches')
  })

  test('is told to those who wrote as well, when it let its time pass', async () => {
    const home = async (who: Present) => (await who.browser.get(`/en/${second.slug}/home`)).text()
    const [coordinator] = second.coordinators
    expect(await home(coordinator)).toContain('“Due in -3!”: no answer by')
    expect(await home(coordinator)).not.toContain('Due in 2!')
  })

  test('forgets a day when its clock ends', async () => {
    const { id } = await sentLetter(stage, second.id, otherBody, { title: 'Ended in time', daysAgo: 40 })
    await clockUntil(stage, second.id, id, otherBody, -9)
    expect(await read(other, '?due=overdue')).toContain('Ended in time')
    await stage.platform.database.owner.query(
      `update authorities.deadlines set ended_by = started_by, ended_on = due_on + 1, state = 'breached' where communication_id = $1`,
      [id],
    )
    expect(await read(other, '?due=overdue')).not.toContain('Ended in time')
  })

  test('goes on page by page, each letter once, with as many statements for many as for few', async () => {
    for (let n = 0; n < 30; n++) await sentLetter(stage, second.id, body, { title: `Many ${n}!` })
    const asked = countQueries(stage.platform.database)
    const page = await read(officer)
    expect(asked().length).toBeLessThanOrEqual(7)
    const next = /href="([^"]*before=[^"]*)"/.exec(page)?.[1]?.replaceAll('&amp;', '&')
    const following = await (await officer.browser.get(next!)).text()
    const seen = [...`${page}${following}`.matchAll(/Many \d+!/g)].map(([title]) => title)
    expect(new Set(seen).size).toBe(30)
    expect(seen.length).toBe(30)
    for (const query of [
      'before=nonsense_x',
      `before=2026-01-01T10:00:00Z_${body}_2026-02-31`,
      'due=x&order=y',
    ])
      expect((await officer.browser.get(`/en/desk?${query}`)).status, query).toBe(200)
  })

  test('is told on the account page, and in the menu of a coalition that writes', async () => {
    expect(await (await officer.browser.get('/en/account')).text()).toContain('href="/en/desk"')
    expect(await (await sender.browser.get('/en/account')).text()).not.toContain('href="/en/desk"')
    const answer = await officer.browser.get(`/en/${first.slug}/desk`)
    expect(answer.headers.get('location')).toBe('/en/desk')
  })
})

describe('an officer in a coalition', () => {
  test('sees nothing of the members', async () => {
    for (const path of ['/roles', '/home', '/memberships', '/acts', '/applications'])
      expect((await officer.browser.get(`/en/${first.slug}${path}`)).status, path).toBe(403)
    const { rows } = await inScope(
      stage.platform.database.request,
      { umbrella: first.id, account: officer.id },
      'read',
      tx => tx.$client.query('select id from people.people'),
    )
    expect(rows).toEqual([{ id: officer.id }])
  })

  test('finds no letter without a row of access: of another body, of another coalition', async () => {
    const faces = async (who: Present, umbrella: string) =>
      inScope(stage.platform.database.request, { umbrella, account: who.id }, 'read', async tx => {
        const found: string[] = []
        for (let number = 1; number < 40; number++) {
          const face = await standingOf(tx, number)
          if (face) found.push(face.title)
        }
        return found
      })
    expect(await faces(other, second.id)).toContain('To the ministry')
    expect(await faces(officer, second.id)).not.toContain('To the ministry')
    expect(await faces(other, second.id)).not.toContain('From the second')
    expect(await faces(officer, first.id)).not.toContain('Kept to ourselves')
  })

  test('sees no more after the term', async () => {
    const { owner } = stage.platform.database
    await owner.query(
      'update authorities.officers set until = current_date where person_id = $1 and body_id = $2',
      [colleague.id, body],
    )
    expect(await read(colleague)).toContain('You do not answer for a public body at present')
    const { rows } = await inScope(
      stage.platform.database.request,
      { umbrella: second.id, account: colleague.id },
      'read',
      tx => tx.$client.query(`select id from authorities.communications where prominence = 'parties'`),
    )
    expect(rows).toEqual([])
  })
})
