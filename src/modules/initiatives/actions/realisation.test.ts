import { describe, expect, test } from 'vitest'
import { mandateChanged } from '#modules/network/index.ts'
import '../module.ts'
import { writeAs } from '#tests/admission.ts'
import { freshDatabase } from '#tests/database.ts'
import { newVoter } from '#tests/decisions.ts'
import {
  anyReport,
  decide,
  done,
  newInitiative,
  newRealisation,
  refusal,
  stateOfRealisation,
  tracesOf,
} from '#tests/realisations.ts'
import { newUmbrella } from '#tests/umbrella.ts'
import { initiativesPersonalData } from '../personal-data.ts'
import { publishReport } from './give-account.ts'
import { joinGroup, leaveGroup, namePerson } from './join-group.ts'
import { addTask, changeTask, settleTask } from './keep-task.ts'

const database = await freshDatabase()
const { owner } = database

const { count, told, journal } = tracesOf(database)

describe('a realisation', () => {
  test('opens with the decision, for the initiator, who is told', async () => {
    const place = await newRealisation(database)
    expect(await stateOfRealisation(database, place.id)).toEqual({
      status: 'running',
      membership: place.voters[0].membership,
      stalled: false,
      days: 30,
    })
    expect(await journal(place, 'realisation_opened')).toBe(1)
    expect(await told(place, 'realisation_opened')).toBe(1)
    const { rows } = await owner.query(
      `select d.xmin::text = r.xmin::text as together from initiatives.decisions d
       join initiatives.realisations r on r.decision_id = d.id where d.id = $1`,
      [place.decision],
    )
    expect(rows).toEqual([{ together: true }])
  })

  test('does not open when the members did not support the initiative', async () => {
    const umbrella = await newUmbrella(database)
    const voters = [await newVoter(database, umbrella)]
    const initiative = await newInitiative(database, umbrella, voters[0]!.membership)
    const decision = await decide(database, umbrella, voters, initiative, 'no')
    expect(await count('initiatives.realisations where decision_id = $1', [decision])).toBe(0)
  })

  test('is worked on by members that join by themselves, and by nobody else', async () => {
    const place = await newRealisation(database)
    const [, second, third] = place.voters
    const facts = { title: 'Скласти кошторис', locale: 'uk', membership: null, person: null, due: null }
    const task = (by: string) => ({ realisation: place.id, by, facts })
    await expect(
      writeAs(database, place.umbrella, second.person, tx => addTask(tx, task(second.membership))),
    ).rejects.toThrow()
    await expect(
      writeAs(database, place.umbrella, third.person, tx =>
        joinGroup(tx, { realisation: place.id, membership: second.membership }),
      ),
    ).rejects.toThrow()
    const join = { realisation: place.id, membership: second.membership }
    await done(database, place, second.person, tx => joinGroup(tx, join))
    expect(await refusal(database, place, second.person, tx => joinGroup(tx, join))).toBe(
      'initiatives.realisation.joinedAlready',
    )
    const { id } = await done(database, place, second.person, tx => addTask(tx, task(second.membership)))
    await done(database, place, second.person, tx => namePerson(tx, { ...join, person: second.person }))
    const mine = { ...facts, membership: second.membership, person: second.person }
    await done(database, place, second.person, tx =>
      changeTask(tx, { realisation: place.id, task: id, by: second.membership, facts: mine }),
    )
    await done(database, place, second.person, tx => leaveGroup(tx, join))
    const { rows } = await owner.query(
      'select membership_id as member, person_id as person from initiatives.tasks where id = $1',
      [id],
    )
    expect(rows).toEqual([{ member: null, person: null }])
    expect(await count('initiatives.realisation_people where realisation_id = $1', [place.id])).toBe(0)
  })

  test('cannot be left by who answers for it', async () => {
    const place = await newRealisation(database)
    const [first] = place.voters
    const leave = { realisation: place.id, membership: first.membership }
    expect(await refusal(database, place, first.person, tx => leaveGroup(tx, leave))).toBe(
      'initiatives.realisation.answersForIt',
    )
  })

  test('has tasks that are settled once, and opened again after a mistake', async () => {
    const place = await newRealisation(database)
    const [first] = place.voters
    const facts = { title: 'Лист', locale: 'uk', membership: null, person: null, due: '2026-12-01' }
    const by = first.membership
    const { id } = await done(database, place, first.person, tx =>
      addTask(tx, { realisation: place.id, by, facts }),
    )
    const settle = (status: 'open' | 'done' | 'dropped') =>
      refusal(database, place, first.person, tx =>
        settleTask(tx, { realisation: place.id, task: id, by, status }),
      )
    expect(await settle('done')).toBe(null)
    expect(await settle('dropped')).toBe('initiatives.task.settledAlready')
    expect(await settle('open')).toBe(null)
    expect(await settle('dropped')).toBe(null)
  })

  test('ends when the members reverse the decision', async () => {
    const place = await newRealisation(database)
    const reversal = await owner.query<{ id: string }>(
      `insert into initiatives.decisions (umbrella_id, id, number, kind, subject_id, title, text, text_hash, round, secret, method,
         previous_id, news, discussion_until, closes_at, electorate, rules, electorate_hash, opening, fingerprint, status, outcome,
         sealed_at, tally, log_hash)
       select umbrella_id, gen_random_uuid(), 99, 'reversal', gen_random_uuid(), title, text, text_hash, 1, false, method, id, '{"uk": "Нове"}',
         now() + interval '1 day', now() + interval '2 days', electorate, rules, electorate_hash, opening, fingerprint, 'sealed',
         'supported', now(), tally, log_hash
       from initiatives.decisions where id = $1 returning id`,
      [place.decision],
    )
    expect(reversal.rowCount).toBe(1)
    const { decisionSetAside } = await import('../events.ts')
    await writeAs(database, place.umbrella, null, tx =>
      decisionSetAside.emit(tx, {
        decision: place.decision,
        kind: 'initiative',
        subject: place.initiative,
      }),
    )
    expect((await stateOfRealisation(database, place.id)).status).toBe('reversed')
    expect(
      await refusal(database, place, place.voters[0].person, tx => publishReport(tx, anyReport(place))),
    ).toBe('initiatives.realisation.ended')
  })

  test('names no person who no longer acts for the member, and forgets one who leaves', async () => {
    const place = await newRealisation(database)
    const [first, second] = place.voters
    const named = () => count('initiatives.realisation_people where realisation_id = $1', [place.id])
    const mine = { realisation: place.id, membership: first.membership, person: first.person }
    await done(database, place, first.person, tx => namePerson(tx, mine))
    await writeAs(database, place.umbrella, second.person, tx => mandateChanged.emit(tx, first))
    expect(await named()).toBe(1)
    await owner.query(
      "update network.mandates set status = 'ended', valid_until = current_date where id = $1",
      [first.mandate],
    )
    await writeAs(database, place.umbrella, second.person, tx => mandateChanged.emit(tx, first))
    expect(await named()).toBe(0)

    await done(database, place, second.person, tx =>
      joinGroup(tx, { realisation: place.id, membership: second.membership }),
    )
    const other = { realisation: place.id, membership: second.membership, person: second.person }
    await done(database, place, second.person, tx => namePerson(tx, other))
    await writeAs(database, place.umbrella, second.person, async tx => {
      const data = await initiativesPersonalData.export(tx, second.person)
      expect(data.workingGroups).toEqual([{ initiative: 1, since: expect.any(String) }])
      await initiativesPersonalData.erase(tx, second.person)
    })
    expect(await named()).toBe(0)
  })
})
