import { describe, expect, test } from 'vitest'
import { askAgainAboutPost, withdrawAppointment } from '#modules/network/actions/ask-about-post.ts'
import { endMembership } from '#modules/network/actions/end-membership.ts'
import { findAppointment, revokeAppointment } from '#modules/network/index.ts'
import { networkPersonalData } from '#modules/network/personal-data.ts'
import { appointmentDesk, reason } from '#tests/appointments.ts'
import { freshDatabase } from '#tests/database.ts'
import { confirmedAct } from '#tests/decisions.ts'
import { inDays } from '#tests/partners.ts'
import { setAside } from '#tests/set-aside.ts'
import '../module.ts'
import { advanceDecision } from './advance-decision.ts'
import { cancelDecision } from './void-decision.ts'

const database = await freshDatabase()
const { umbrella, voters, vote, pair, as, rowsOf, asked, seal, statusOf, termsOf, mailsOf } =
  await appointmentDesk(database)
const [first, second] = voters as [(typeof voters)[0], (typeof voters)[0]]
const [anna, bohdan] = pair

const cancel = (decision: string) =>
  confirmedAct(database, umbrella, pair, 'initiatives.cancel_decision', decision, (tx, { subject }) =>
    cancelDecision(tx, subject, 'The electorate was taken wrongly'),
  )

describe('a person proposed for a post', () => {
  test('is asked about in secret, and holds it by the majority, from the moment of the seal', async () => {
    const { post, appointment, decision, ...row } = await asked(first)
    expect(row).toMatchObject({ secret: true, kind: 'appointment', asked: row.number })
    expect(row.title).toMatchObject({ uk: 'Призначення: Зв’язки', pl: 'Powołanie: Kontakty' })
    expect(await mailsOf(first.person)).toContain('network.appointment_proposed')
    expect(await termsOf(post)).toEqual([])
    expect(await seal(decision, 3)).toBe('sealed')
    expect(await termsOf(post)).toEqual([
      { person: first.person, since: inDays(0), until: null, under: appointment, reason: null },
    ])
    expect(await statusOf(appointment)).toBe('appointed')
    expect(await mailsOf(first.person)).toContain('network.post_given')
  })

  test('takes over from whoever holds it', async () => {
    const one = await asked(first)
    await seal(one.decision, 3)
    await database.owner.query('update network.post_terms set valid_from = $2 where post_id = $1', [
      one.post,
      inDays(-9),
    ])
    const two = await asked(second, inDays(100), one.post)
    await seal(two.decision, 3)
    expect(await termsOf(one.post)).toMatchObject([
      { person: first.person, until: inDays(0), reason: 'handed_over' },
      { person: second.person, since: inDays(0), until: inDays(100) },
    ])
    expect(await mailsOf(first.person)).toContain('network.post_passed_on')
  })

  test('is not appointed without a majority, and may be proposed again', async () => {
    const { post, appointment, decision } = await asked(first)
    await seal(decision, 2)
    expect(await statusOf(appointment)).toBe('not_supported')
    expect(await termsOf(post)).toEqual([])
    expect(await mailsOf(first.person)).toContain('network.appointment_not_supported')
    await asked(first, null, post)
  })

  test('does not begin a term that was over before the vote was', async () => {
    const { post, appointment, decision } = await asked(first, inDays(1))
    await database.owner.query(
      'update network.appointments set valid_from = $2, valid_until = $3 where id = $1',
      [...[appointment, inDays(-3), inDays(-1)]],
    )
    await seal(decision, 3)
    expect(await statusOf(appointment)).toBe('lapsed')
    expect(await termsOf(post)).toEqual([])
  })

  test('is named in nothing that is hashed', async () => {
    const { title, text } = await asked(first)
    expect(JSON.stringify([title, text])).not.toContain(first.person)
    expect(JSON.stringify([title, text])).not.toContain(reason)
  })

  test('withdraws, or is withdrawn by whoever proposed them, and the ballots are destroyed', async () => {
    for (const who of [first.person, anna]) {
      const { appointment, decision } = await asked(first)
      await vote(decision, second, 'no')
      expect(await as(who, tx => withdrawAppointment(tx, appointment))).toEqual({ ok: true })
      const [row] = await rowsOf(
        `select d.status, (select count(*)::integer from initiatives.secret_ballots b where b.decision_id = d.id) as ballots
         from initiatives.decisions d where d.id = $1`,
        decision,
      )
      expect(row).toEqual({ status: 'withdrawn', ballots: 0 })
      expect(await as(null, tx => advanceDecision(tx, decision))).toBe('nothing')
      expect(await as(who, tx => withdrawAppointment(tx, appointment))).toMatchObject({ ok: false })
    }
    const { appointment } = await asked(first)
    await expect(as(bohdan, tx => withdrawAppointment(tx, appointment))).rejects.toMatchObject({
      cause: { constraint: 'course_of_appointment' },
    })
  })

  test('is asked about anew when the electorate was taken wrongly', async () => {
    const { appointment, decision } = await asked(first)
    expect(await cancel(decision)).toEqual({ ok: true })
    const again = await rowsOf(
      'select id, number, round, status from initiatives.decisions where subject_id = $1 order by number',
      appointment,
    )
    expect(again).toMatchObject([{ status: 'cancelled' }, { status: 'open', round: 2 }])
    await seal(again[1].id, 3)
    expect(await statusOf(appointment)).toBe('appointed')
  })

  test('holds the post no longer when the members set their decision aside', async () => {
    const { post, appointment, decision } = await asked(first)
    await seal(decision, 3)
    await expect(as(null, tx => revokeAppointment(tx, appointment))).rejects.toThrow()
    await database.owner.query(
      `insert into initiatives.appeals (umbrella_id, id, number, decision_id, membership_id, grounds, content_locale, status,
         needed, until, standing_at, answer_id, closed_at)
       values ($1, gen_random_uuid(), 999, $2, $3, 'Two members were never told of it.', 'en', 'upheld', 1, now(), now(), $2, now())`,
      [umbrella, decision, second.membership],
    )
    await as(null, tx => revokeAppointment(tx, appointment))
    expect(await termsOf(post)).toMatchObject([{ until: inDays(0), reason: 'set_aside' }])
  })

  test('is asked about again after an appeal, by a linked decision, once', async () => {
    const { post, appointment, decision } = await asked(first)
    await seal(decision, 2)
    const again = () => as(anna, tx => askAgainAboutPost(tx, appointment))
    expect(await again()).toMatchObject({ ok: false, reason: 'network.appointment.settledSince' })
    await setAside(database, umbrella, voters, decision)
    expect(await as(anna, tx => findAppointment(tx, appointment))).toMatchObject({ toAskAgain: true })
    expect(await again()).toEqual({ ok: true })
    expect(await again()).toMatchObject({ ok: false, reason: 'network.appointment.settledSince' })
    const [later] = await rowsOf(
      `select d.id, d.secret, d.previous_id as previous, d.news ->> 'en' as news, a.reason
       from network.appointments a join initiatives.decisions d on d.subject_id = a.id where a.post_id = $1 and a.status = 'asked'`,
      post,
    )
    expect(later).toMatchObject({ secret: true, previous: decision, reason })
    expect(later.news).toContain('was upheld')
    await seal(later.id, 3)
    expect(await termsOf(post)).toMatchObject([{ person: first.person, until: null }])
  })

  test('is asked about no longer when their member leaves', async () => {
    const leaver = voters[4]!
    const { appointment } = await asked(leaver)
    await as(leaver.person, tx => endMembership(tx, { membership: leaver.membership, reason: 'We leave' }))
    expect(await statusOf(appointment)).toBe('withdrawn')
  })

  test('takes along what is known, and is forgotten with what was said of them', async () => {
    const { post, appointment } = await asked(second)
    const told = await as(second.person, tx => networkPersonalData.export(tx, second.person))
    expect(told.appointments).toContainEqual(
      expect.objectContaining({
        candidate: true,
        proposed: false,
        reason,
        status: 'asked',
      }),
    )
    expect(
      await as(second.person, tx => networkPersonalData.consequences!(tx, second.person)),
    ).toContainEqual(expect.objectContaining({ message: 'network.consequence.appointmentWithdrawn' }))
    await as(second.person, tx => networkPersonalData.erase(tx, second.person))
    expect(await as(anna, tx => findAppointment(tx, appointment))).toMatchObject({
      status: 'withdrawn',
      reason: null,
    })
    expect(await termsOf(post)).toEqual([])
  })
})
