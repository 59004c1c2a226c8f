import { describe, expect, test } from 'vitest'
import '../module.ts'
import { writeAs } from '#tests/admission.ts'
import { freshDatabase } from '#tests/database.ts'
import { pdf } from '#tests/file-samples.ts'
import {
  anyOffer,
  anyReport,
  done,
  missReport,
  newRealisation,
  type Realisation,
  refusal,
  stateOfRealisation,
  tracesOf,
} from '#tests/realisations.ts'
import { publishReport, publishResult, type Result } from './give-account.ts'
import { addTask } from './keep-task.ts'
import { remindOfReports, stallOverdue } from './mark-stalled.ts'
import { declareTakeover } from './take-over.ts'

const database = await freshDatabase()
const { owner } = database

const { count, told, journal } = tracesOf(database)

const stalled = async (): Promise<Realisation> => {
  const place = await newRealisation(database)
  await missReport(database, place.id)
  await writeAs(database, place.umbrella, null, stallOverdue)
  return place
}

describe('reports', () => {
  test('are numbered, move the day of the next one, and are corrected by another one', async () => {
    const place = await newRealisation(database)
    const [first] = place.voters
    await owner.query(
      "update initiatives.realisations set report_due_at = now() + interval '2 days' where id = $1",
      [place.id],
    )
    const files = [{ name: 'фото.pdf', bytes: new Uint8Array(pdf) }]
    const { number } = await done(database, place, first.person, tx =>
      publishReport(tx, { ...anyReport(place), files }),
    )
    expect(number).toBe(1)
    expect((await stateOfRealisation(database, place.id)).days).toBe(30)
    const { rows } = await owner.query<{ id: string }>(
      'select id from initiatives.reports where realisation_id = $1',
      [place.id],
    )
    await owner.query(
      "update initiatives.realisations set report_due_at = now() + interval '5 days' where id = $1",
      [place.id],
    )
    const correction = () =>
      refusal(database, place, first.person, tx => publishReport(tx, anyReport(place, first, rows[0]!.id)))
    expect(await correction()).toBe(null)
    expect((await stateOfRealisation(database, place.id)).days).toBe(5)
    expect(await correction()).toBe('initiatives.report.correctedAlready')
    expect(
      await count(
        'initiatives.report_files f join initiatives.reports r on r.id = f.report_id where r.realisation_id = $1',
        [place.id],
      ),
    ).toBe(1)
    await expect(owner.query('update initiatives.reports set body = $1', ['anders'])).rejects.toThrow(
      'append-only',
    )
  })

  test('that do not come mark it as stalled: everybody inside is told, once', async () => {
    const place = await newRealisation(database)
    expect(await writeAs(database, place.umbrella, null, stallOverdue)).toBe(0)
    await missReport(database, place.id)
    expect(await writeAs(database, place.umbrella, null, stallOverdue)).toBe(1)
    expect(await writeAs(database, place.umbrella, null, stallOverdue)).toBe(0)
    expect(await stateOfRealisation(database, place.id)).toMatchObject({ status: 'stalled', stalled: true })
    expect(await told(place, 'realisation_stalled')).toBe(3)
    expect(await journal(place, 'realisation_stalled')).toBe(1)
  })

  test('are asked for a week before, once', async () => {
    const place = await newRealisation(database)
    await writeAs(database, place.umbrella, null, remindOfReports)
    expect(await told(place, 'report_due')).toBe(0)
    await owner.query(
      "update initiatives.realisations set report_due_at = now() + interval '6 days' where id = $1",
      [place.id],
    )
    for (let n = 0; n < 2; n++) await writeAs(database, place.umbrella, null, remindOfReports)
    expect(await told(place, 'report_due')).toBe(1)
  })

  test('bring what stalled back to life and answer an offer to take over', async () => {
    const place = await stalled()
    const [first, second] = place.voters
    await done(database, place, second.person, tx => declareTakeover(tx, anyOffer(place)))
    expect(await told(place, 'takeover_declared')).toBe(1)
    await done(database, place, first.person, tx => publishReport(tx, anyReport(place)))
    expect(await stateOfRealisation(database, place.id)).toMatchObject({
      status: 'running',
      membership: first.membership,
    })
    expect(
      await count("initiatives.takeovers where realisation_id = $1 and status = 'answered'", [place.id]),
    ).toBe(1)
  })
})

describe('a result', () => {
  test('ends it: nothing is added or changed afterwards', async () => {
    const place = await newRealisation(database)
    const [first] = place.voters
    const facts = { title: 'Лист', locale: 'uk', membership: null, person: null, due: null }
    const add = () =>
      refusal(database, place, first.person, tx =>
        addTask(tx, { realisation: place.id, by: first.membership, facts }),
      )
    expect(await add()).toBe(null)
    const result = {
      ...{ realisation: place.id, membership: first.membership, locale: 'uk' },
      reached: 'partly',
      ...{ body: 'Дім відкрито', evaluation: 'Оренда забрала час', peopleReached: 120, files: [] },
    } satisfies Result
    await done(database, place, first.person, tx => publishResult(tx, result))
    expect((await stateOfRealisation(database, place.id)).status).toBe('completed')
    expect(await add()).toBe('initiatives.realisation.ended')
    expect(await refusal(database, place, first.person, tx => publishReport(tx, anyReport(place)))).toBe(
      'initiatives.realisation.ended',
    )
    expect(await refusal(database, place, first.person, tx => publishResult(tx, result))).toBe(
      'initiatives.realisation.ended',
    )
    expect(await told(place, 'result_published')).toBe(2)
  })
})
