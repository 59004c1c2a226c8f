import { afterAll, describe, expect, test } from 'vitest'
import { writeAs } from '#tests/admission.ts'
import { foundCoalition } from '#tests/coalition.ts'
import { realisationDesk } from '#tests/realisation-desk.ts'
import { missReport } from '#tests/realisations.ts'
import { setStage } from '#tests/visitor.ts'
import { stallOverdue } from '../actions/mark-stalled.ts'

const stage = await setStage()
const here = await foundCoalition(stage, 'work-at-home')
const { seats, partner, at, opened, idOf } = await realisationDesk(stage, here)
const [olena, marko] = seats
const { owner } = stage.platform.database
afterAll(() => stage.close())

const home = async ({ who }: { who: typeof olena.who }) => (await who.browser.get(at('/home'))).text()

async function pledged(path: string, what: string) {
  await marko.who.browser.post(`${path}/pledges`, {
    ...{ membership: marko.membership, kind: 'hours', what, amount: '10', currency: '' },
  })
}

describe('the home of somebody whose member works on a realisation', () => {
  test('names a task that is due, and how late one is, to its member alone, until it is done', async () => {
    const { path, id, number } = await opened()
    const task = (title: string) =>
      olena.who.browser.post(`${path}/tasks`, {
        ...{ membership: olena.membership, title, who: olena.membership, due: '2026-12-01' },
      })
    const due = (days: number) =>
      owner.query(
        'update initiatives.tasks set due_on = network.today(umbrella_id) + $2::integer where id = $1',
        [latest, days],
      )
    await task('Book the hall')
    const latest = await idOf('tasks', id)
    await due(30)
    expect(await home(olena)).not.toContain('Book the hall')
    await due(5)
    expect(await home(olena)).toContain('Book the hall – by')
    expect(await home(olena)).toContain(`/realisations/${number}/tasks"`)
    expect(await home(marko)).not.toContain('Book the hall')
    await due(-2)
    expect(await home(olena)).toContain('Book the hall – 2 days overdue')
    await olena.who.browser.post(`${path}/tasks/${latest}/status`, { status: 'done' })
    expect(await home(olena)).not.toContain('Book the hall')
  })

  test('reminds the giver of a pledge, and asks the working group whether it came', async () => {
    const { path, id, number } = await opened()
    await pledged(path, 'Bookkeeping')
    const pledge = await idOf('pledges', id)
    const arrival = `/realisations/${number}/pledges/${pledge}/arrival"`
    const [given, asked] = [await home(marko), await home(olena)]
    expect(given).toContain('Pledges of yours that have not been received yet')
    expect(given).toContain('Bookkeeping')
    expect(given).not.toContain(arrival)
    expect(asked).toContain(arrival)
    expect(asked).not.toContain('Pledges of yours')
    await olena.who.browser.post(`${path}/pledges/${pledge}/arrival`, { given: '10' })
    expect(await home(marko)).not.toContain('Bookkeeping')
    expect(await home(olena)).not.toContain('Bookkeeping')
  })

  test('tells who owes a report, and offers a member, never a partner, to take over what has stalled', async () => {
    const { id, number } = await opened()
    expect(await home(olena)).not.toContain('Reports you have to submit')
    await owner.query(
      "update initiatives.realisations set report_due_at = now() + interval '3 days' where id = $1",
      [id],
    )
    expect(await home(olena)).toContain('House of Nations – report by')
    await missReport(stage.platform.database, id)
    await writeAs(stage.platform.database, here.id, null, stallOverdue)
    expect(await home(olena)).toContain('House of Nations – the report was due by')
    expect(await home(olena)).not.toContain(`/realisations/${number}/takeover"`)
    expect(await home(marko)).toContain(`/realisations/${number}/takeover"`)
    expect(await home(marko)).not.toContain('the report was due')
    expect(await home(partner)).not.toContain(`/realisations/${number}/takeover"`)
  })
})
