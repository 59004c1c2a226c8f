import { beforeAll, describe, expect, it } from 'vitest'
import '../module.ts'
import { writeAs } from '#tests/admission.ts'
import { clockDesk } from '#tests/clock-desk.ts'
import { freshDatabase } from '#tests/database.ts'
import { markBreaches, remindOfDeadlines } from './mark-breaches.ts'
import { takeStep } from './take-step.ts'

const database = await freshDatabase()
let desk: Awaited<ReturnType<typeof clockDesk>>
let ministry: string

beforeAll(async () => {
  desk = await clockDesk(database)
  ministry = await desk.body('UA')
})

/** A letter that left on that day. */
async function sent(body: string, on: string, kind?: string): Promise<string> {
  const id = await desk.letter(body, on, kind)
  expect(await desk.step(id, 'sent', on)).toMatchObject({ ok: true })
  return id
}

const registered = async (id: string, body: string, on: string) =>
  expect(await desk.step(id, 'registered', on, { body, reference: '17/1' })).toMatchObject({ ok: true })

const extend = async (id: string, on: string, dueOn: string) =>
  desk.step(id, 'extended', on, {
    ...{ body: ministry, file: await desk.file(), dueOn: Temporal.PlainDate.from(dueOn), text: 'More time' },
  })

describe('a clock', () => {
  it('starts when a letter leaves, by the law of the body and the kind of letter', async () => {
    expect(await desk.clocks(await sent(ministry, '2026-03-02'))).toMatchObject([
      { rule: 'ua-appeal-month', due: '2026-04-02', state: 'running' },
    ])
    expect(await desk.clocks(await sent(ministry, '2026-03-02', 'information_request'))).toMatchObject([
      { rule: 'ua-information', due: '2026-03-09' },
    ])
    const polish = await sent(await desk.body('PL'), '2026-03-02', 'violation')
    expect(await desk.clocks(polish)).toMatchObject([{ rule: 'pl-kpa-237', due: '2026-04-02' }])
    expect(await desk.clocks(await sent(await desk.body('INT', 'intergovernmental'), '2026-03-02'))).toEqual(
      [],
    )
  })

  it('runs from the day on which the body says it received the letter', async () => {
    const id = await sent(ministry, '2026-03-02')
    await registered(id, ministry, '2026-03-05')
    expect(await desk.clocks(id)).toMatchObject([
      { state: 'superseded' },
      { state: 'running', due: '2026-04-06' },
    ])
  })

  it('does not start before an institution of the Union registers', async () => {
    const commission = await desk.body('EU', 'eu_institution')
    const id = await sent(commission, '2026-03-02', 'information_request')
    expect(await desk.clocks(id)).toEqual([])
    await registered(id, commission, '2026-03-04')
    expect(await desk.clocks(id)).toMatchObject([{ rule: 'eu-access', due: '2026-03-25' }])
  })

  it('stops for the body that forwards, and starts for the next one', async () => {
    const id = await sent(ministry, '2026-03-02')
    const next = await desk.body('PL')
    await desk.step(id, 'forwarded', '2026-03-04', {
      ...{ body: ministry, toBody: next, resolution: 'forwarded', file: await desk.file(), text: 'Not ours' },
    })
    expect(await desk.clocks(id)).toMatchObject([
      { rule: 'ua-appeal-month', state: 'stopped', ended: '2026-03-04' },
      { rule: 'pl-kpa-244', state: 'running', due: '2026-04-07' },
    ])
  })

  it('is met by an answer on the last day, and not by one a day later', async () => {
    for (const [on, state] of [
      ['2026-04-02', 'met'],
      ['2026-04-03', 'breached'],
    ] as const) {
      const id = await sent(ministry, '2026-03-02')
      await desk.step(id, 'answered', on, {
        ...{ body: ministry, resolution: 'granted', file: await desk.file() },
      })
      expect(await desk.clocks(id)).toMatchObject([{ state, ended: on }])
    }
  })
})

describe('an extension', () => {
  it('is kept up to its cap, and shown apart', async () => {
    const id = await sent(ministry, '2026-03-02')
    expect(await extend(id, '2026-03-20', '2026-04-16')).toMatchObject({ ok: true })
    expect(await desk.clocks(id)).toMatchObject([{ due: '2026-04-16', extended: true, state: 'running' }])
  })

  it('is refused a day beyond, with the cap', async () => {
    const id = await sent(ministry, '2026-03-02')
    expect(await extend(id, '2026-03-20', '2026-04-17')).toMatchObject({
      ...{ ok: false, reason: 'authorities.deadline.refusal.beyondCap', values: { cap: '16.04.2026' } },
    })
    expect(await desk.clocks(id)).toMatchObject([{ due: '2026-04-02', extended: false }])
  })

  it('is refused by the database, too', async () => {
    const id = await sent(ministry, '2026-03-02')
    const change = writeAs(database, desk.umbrella, desk.sender, tx =>
      tx.$client.query(
        "update authorities.deadlines set extended = true, due_on = '2026-05-01' where communication_id = $1",
        [id],
      ),
    )
    await expect(change).rejects.toMatchObject({ constraint: 'extension_within_cap' })
  })
})

describe('an extension that no page asked for', () => {
  const straight = (id: string, body: string, dueOn: string) =>
    writeAs(database, desk.umbrella, desk.sender, async tx =>
      tx.$client.query(
        `insert into authorities.steps (communication_id, id, kind, side, body_id, by_person, on_day, due_on, text, file_id)
         values ($1, gen_random_uuid(), 'extended', 'authority', $2, $3, '2026-03-20', $4, 'More', $5)`,
        [id, body, desk.sender, dueOn, await desk.file()],
      ),
    )

  it('is no step beyond the cap', async () => {
    const id = await sent(ministry, '2026-03-02')
    const beyond = straight(id, ministry, '2026-04-17')
    await expect(beyond).rejects.toMatchObject({ constraint: 'extension_within_cap' })
    await expect(straight(id, ministry, '2026-04-16')).resolves.toBeDefined()
  })

  it('is none at all where the law knows none, and free where it names no limit', async () => {
    const commission = await desk.body('EU', 'eu_institution')
    const strict = await sent(commission, '2026-03-02')
    const [clock] = await desk.clocks(strict)
    expect(clock!.rule).toBe('eu-letter')
    const later = Temporal.PlainDate.from(clock!.due).add({ days: 1 }).toString()
    await expect(straight(strict, commission, later)).rejects.toMatchObject({
      constraint: 'extension_within_cap',
    })
    const polish = await desk.body('PL')
    const named = await sent(polish, '2026-03-02', 'violation')
    await expect(straight(named, polish, '2026-12-31')).resolves.toBeDefined()
  })
})

describe('the job', () => {
  const asNobody = <T>(work: Parameters<typeof writeAs<T>>[3]) => writeAs(database, desk.umbrella, null, work)
  const daysAway = async (days: number) => {
    const { rows } = await database.owner.query<{ day: string }>(
      'select (network.today($1) + $2::integer)::text as day',
      [desk.umbrella, days],
    )
    return rows[0]!.day
  }
  const mails = async (id: string) => {
    const { rows } = await database.owner.query<{ template: string; person: string }>(
      `select m.template, m.person_id as person from platform.mail m join authorities.deadlines d
         on m.event like '%' || d.id || '%' where d.communication_id = $1 order by m.event`,
      [id],
    )
    return rows
  }
  const setDue = (id: string, day: string) =>
    database.owner.query(
      'update authorities.deadlines set first_due_on = $2::date, due_on = $2::date where communication_id = $1',
      [id, day],
    )

  it('marks what was due yesterday and not what is due today, once, in nobody’s name', async () => {
    const [late, today] = [await sent(ministry, '2026-03-02'), await sent(ministry, '2026-03-02')]
    await setDue(late, await daysAway(-1))
    await setDue(today, await daysAway(0))
    await asNobody(markBreaches)
    await asNobody(markBreaches)
    expect(await desk.clocks(late)).toMatchObject([{ state: 'breached', ended: null }])
    expect(await desk.clocks(today)).toMatchObject([{ state: 'running' }])
    const { rows } = await database.owner.query(
      "select side, by_person, body_id from authorities.steps where communication_id = $1 and kind = 'breached'",
      [late],
    )
    expect(rows).toEqual([{ side: 'program', by_person: null, body_id: null }])
    expect(await mails(late)).toEqual([{ template: 'authorities.deadline_breached', person: desk.sender }])
  })

  it('tells the people of the sender once when three days are left', async () => {
    const id = await sent(ministry, '2026-03-02')
    await setDue(id, await daysAway(3))
    await asNobody(remindOfDeadlines)
    await asNobody(remindOfDeadlines)
    expect(await mails(id)).toEqual([{ template: 'authorities.deadline_near', person: desk.sender }])
  })

  it('tells the secretariat too of a letter that left through the coalition', async () => {
    const id = await desk.letter(ministry, '2026-03-02', 'appeal', 'coalition')
    const sending = { communication: id, kind: 'sent', side: 'sender' } as const
    const onDay = Temporal.PlainDate.from('2026-03-02')
    await writeAs(database, desk.umbrella, desk.coordinator, tx => takeStep(tx, { ...sending, onDay }))
    await setDue(id, await daysAway(-1))
    await asNobody(markBreaches)
    const told = new Set((await mails(id)).map(({ person }) => person))
    expect(told).toEqual(new Set([desk.sender, desk.coordinator]))
  })

  it('is the job’s alone: a person asks its functions in vain', async () => {
    const asked = await writeAs(database, desk.umbrella, desk.coordinator, tx =>
      tx.$client.query('select * from authorities.overdue_deadlines(100)'),
    )
    expect(asked.rows).toEqual([])
  })
})

it('nobody sees the clock of a letter that they may not see', async () => {
  const id = await sent(ministry, '2026-03-02')
  const seen = await writeAs(database, desk.umbrella, null, tx =>
    tx.$client.query('select id from authorities.deadlines where communication_id = $1', [id]),
  )
  expect(seen.rows).toEqual([])
})
