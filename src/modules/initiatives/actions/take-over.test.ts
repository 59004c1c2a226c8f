import { describe, expect, test } from 'vitest'
import '../module.ts'
import { writeAs } from '#tests/admission.ts'
import { freshDatabase } from '#tests/database.ts'
import {
  anyOffer,
  done,
  endAnswer,
  missReport,
  newRealisation,
  type Realisation,
  refusal,
  stateOfRealisation,
  tracesOf,
} from '#tests/realisations.ts'
import { oneAfterTheOther } from '#tests/two-at-once.ts'
import { stallOverdue } from './mark-stalled.ts'
import { agreeToTakeover, declareTakeover, passOverdueTakeover, withdrawTakeover } from './take-over.ts'

const database = await freshDatabase()
const { owner } = database

const { told, journal } = tracesOf(database)

const stalled = async (): Promise<Realisation> => {
  const place = await newRealisation(database)
  await missReport(database, place.id)
  await writeAs(database, place.umbrella, null, stallOverdue)
  return place
}

describe('taking over', () => {
  test('needs that it stalled, another member, and seven days without an answer', async () => {
    const running = await newRealisation(database)
    expect(
      await refusal(database, running, running.voters[1].person, tx =>
        declareTakeover(tx, anyOffer(running)),
      ),
    ).toBe('initiatives.takeover.notStalled')
    const place = await stalled()
    const [first, second, third] = place.voters
    expect(
      await refusal(database, place, first.person, tx => declareTakeover(tx, anyOffer(place, first))),
    ).toBe('initiatives.takeover.ownAlready')
    await done(database, place, second.person, tx => declareTakeover(tx, anyOffer(place)))
    expect(
      await refusal(database, place, third.person, tx => declareTakeover(tx, anyOffer(place, third))),
    ).toBe('initiatives.takeover.declaredAlready')
    const pass = () => writeAs(database, place.umbrella, null, tx => passOverdueTakeover(tx, place.id))
    expect(await pass()).toBe(false)
    await endAnswer(database, place.id)
    expect(await pass()).toBe(true)
    expect(await pass()).toBe(false)
    expect(await stateOfRealisation(database, place.id)).toEqual({
      ...{ status: 'running', membership: second.membership, stalled: false, days: 30 },
    })
    expect(await journal(place, 'takeover_passed')).toBe(1)
    expect(await told(place, 'takeover_passed')).toBe(2)
  })

  test('happens at once when who answers for it agrees, and not when the offer is taken back', async () => {
    const place = await stalled()
    const [first, second, third] = place.voters
    await done(database, place, second.person, tx => declareTakeover(tx, anyOffer(place)))
    await done(database, place, second.person, tx => withdrawTakeover(tx, place.id))
    await done(database, place, third.person, tx => declareTakeover(tx, anyOffer(place, third)))
    await done(database, place, first.person, tx => agreeToTakeover(tx, place.id))
    expect((await stateOfRealisation(database, place.id)).membership).toBe(third.membership)
    expect(await refusal(database, place, first.person, tx => agreeToTakeover(tx, place.id))).toBe(
      'initiatives.takeover.gone',
    )
  })

  test('is not for who agrees to it in another’s name', async () => {
    const place = await stalled()
    const [, second, third] = place.voters
    await done(database, place, second.person, tx => declareTakeover(tx, anyOffer(place)))
    await expect(
      writeAs(database, place.umbrella, third.person, tx => agreeToTakeover(tx, place.id)),
    ).rejects.toThrow()
  })

  test('needs no answer from a member that has left the coalition', async () => {
    const place = await newRealisation(database)
    const [first, second] = place.voters
    await owner.query("update network.memberships set status = 'ended', until = current_date where id = $1", [
      first.membership,
    ])
    await writeAs(database, place.umbrella, null, stallOverdue)
    expect((await stateOfRealisation(database, place.id)).status).toBe('stalled')
    const { passed } = await done(database, place, second.person, tx => declareTakeover(tx, anyOffer(place)))
    expect(passed).toBe(true)
    expect((await stateOfRealisation(database, place.id)).membership).toBe(second.membership)
  })
})

describe('the database', () => {
  test.each([
    ["update initiatives.realisations set status = 'completed', ended_at = now() where id = $1"],
    ["update initiatives.realisations set status = 'stalled', stalled_at = now() where id = $1"],
    ["update initiatives.realisations set report_due_at = now() + interval '300 days' where id = $1"],
    ['update initiatives.realisations set membership_id = $2 where id = $1'],
    [
      `insert into initiatives.takeovers (id, realisation_id, membership_id, former_id, plan, content_locale, rule_version, answer_until)
       select gen_random_uuid(), $1, $2, membership_id, repeat('x', 30), 'uk', 0, now() + interval '7 days'
       from initiatives.realisations where id = $1`,
    ],
  ])('refuses %s', async text => {
    const place = await newRealisation(database)
    const { membership, person } = place.voters[1]
    const attempt = writeAs(database, place.umbrella, person, async tx => {
      await tx.$client.query(text, text.includes('$2') ? [place.id, membership] : [place.id])
    })
    await expect(attempt).rejects.toThrow()
    expect(await stateOfRealisation(database, place.id)).toMatchObject({ status: 'running', days: 30 })
  })
})

test('of two members that offer to take over at the same moment, one does', async () => {
  const place = await newRealisation(database)
  await missReport(database, place.id)
  await writeAs(database, place.umbrella, null, stallOverdue)
  const [first, second, third] = place.voters
  const declared = (voter: typeof second) => ({
    scope: { umbrella: place.umbrella, account: voter.person },
    work: (tx: Parameters<typeof declareTakeover>[0]) => declareTakeover(tx, anyOffer(place, voter)),
  })
  const [one, other] = await oneAfterTheOther(database, declared(second), declared(third))
  expect(one.ok).toBe(true)
  expect(other).toMatchObject({ ok: false, reason: 'initiatives.takeover.declaredAlready' })
  expect((await stateOfRealisation(database, place.id)).membership).toBe(first.membership)
})

test('two processes that find the same report missing tell everybody once', async () => {
  const place = await newRealisation(database)
  await missReport(database, place.id)
  const scope = { umbrella: place.umbrella, account: null }
  const work = { scope, work: stallOverdue }
  expect(await oneAfterTheOther(database, work, work)).toEqual([1, 0])
  expect(await told(place, 'realisation_stalled')).toBe(3)
})
