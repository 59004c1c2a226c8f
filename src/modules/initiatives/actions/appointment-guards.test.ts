import { describe, expect, test } from 'vitest'
import { askAboutPost } from '#modules/network/actions/ask-about-post.ts'
import { handOverPost } from '#modules/network/actions/hand-over-post.ts'
import { closePost } from '#modules/network/actions/keep-post.ts'
import { newId } from '#platform/id.ts'
import { appointmentDesk, questionAbout } from '#tests/appointments.ts'
import { freshDatabase } from '#tests/database.ts'
import { confirmedAct } from '#tests/decisions.ts'
import { inDays } from '#tests/partners.ts'
import { oneAfterTheOther } from '#tests/two-at-once.ts'
import '../module.ts'

const database = await freshDatabase()
const { umbrella, voters, pair, as, rowsOf, newPost, asked } = await appointmentDesk(database)
const [first, second] = voters as [(typeof voters)[0], (typeof voters)[0]]
const [anna, bohdan] = pair

describe('a post', () => {
  test('has one question at a time, also when two are asked at once', async () => {
    const post = await newPost()
    const ask = (account: string, who: typeof first) => ({
      scope: { umbrella, account },
      work: (tx: Parameters<typeof askAboutPost>[0]) => askAboutPost(tx, questionAbout(post, who)),
    })
    expect(await oneAfterTheOther(database, ask(anna, first), ask(bohdan, voters[2]!))).toEqual([
      { ok: true },
      expect.objectContaining({ ok: false, reason: 'network.appointment.asked' }),
    ])
    const insert = rowsOf(
      `insert into network.appointments (umbrella_id, id, post_id, person_id, valid_from, reason, proposed_by)
       values ($1, $2, $3, $4, current_date, 'x', $5)`,
      ...[umbrella, newId(), post, first.person, anna],
    )
    await expect(insert).rejects.toMatchObject({ constraint: 'one_question' })
  })

  test('is not closed while the members are asked', async () => {
    const { post } = await asked(first)
    expect(await as(anna, tx => closePost(tx, post))).toMatchObject({
      reason: 'network.appointment.asked',
    })
    await expect(
      rowsOf('update network.posts set closed_on = current_date where id = $1', post),
    ).rejects.toMatchObject({
      constraint: 'one_question',
    })
  })

  test('is not handed over past the members by two coordinators', async () => {
    const { post } = await asked(first)
    const payload = { person: second.person, membership: null, onBehalf: null, from: inDays(0), until: null }
    const handOver = (work: Parameters<typeof confirmedAct>[5]) =>
      confirmedAct(database, umbrella, pair, 'network.hand_over_post', post, work)
    expect(await handOver((tx, act) => handOverPost(tx, { ...act, payload }))).toMatchObject({
      reason: 'network.appointment.asked',
    })
    const past = handOver(async (tx, { id }) => {
      await tx.$client.query(
        `insert into network.post_terms (umbrella_id, id, post_id, person_id, valid_from, appointed_under)
         values (platform.current_umbrella(), $1, $2, $3, network.today(), $4)`,
        [newId(), post, second.person, id],
      )
      return { ok: true }
    })
    await expect(past).rejects.toThrow(/two coordinators or by the members/)
  })

  test('is not asked about while two coordinators are', async () => {
    const post = await newPost()
    await as(anna, tx =>
      tx.$client.query(
        `insert into people.acts (umbrella_id, id, kind, subject_id, reason, proposed_by)
         values (platform.current_umbrella(), $1, 'network.hand_over_post', $2, 'x', platform.current_account())`,
        [newId(), post],
      ),
    )
    expect(await as(anna, tx => askAboutPost(tx, questionAbout(post, first)))).toMatchObject({
      reason: 'network.post.handOverProposed',
    })
  })
})

describe('the database', () => {
  const sql = (account: string | null, text: string, ...values: unknown[]) =>
    as(account, tx => tx.$client.query(text, values))

  test('lets nobody but a coordinator ask, and nobody appoint before the members have decided', async () => {
    const { post, appointment } = await asked(first)
    const insert = `insert into network.appointments (id, post_id, person_id, valid_from, reason) values ($1, $2, $3, current_date, 'x')`
    await expect(sql(first.person, insert, newId(), await newPost(), first.person)).rejects.toThrow(
      /coordinators propose/,
    )
    for (const status of ['appointed', 'not_supported', 'lapsed']) {
      const close = 'update network.appointments set status = $2, closed_at = now() where id = $1'
      await expect(sql(anna, close, appointment, status)).rejects.toMatchObject({
        constraint: 'course_of_appointment',
      })
    }
    const term = `insert into network.post_terms (umbrella_id, id, post_id, person_id, membership_id, valid_from, appointment_id)
      values (platform.current_umbrella(), $1, $2, $3, $4, network.today(), $5)`
    await expect(sql(anna, term, newId(), post, first.person, first.membership, appointment)).rejects.toThrow(
      /two coordinators or by the members/,
    )
    await expect(
      sql(anna, `update network.appointments set reason = 'y' where id = $1`, appointment),
    ).rejects.toThrow()
    await expect(
      sql(anna, 'update network.appointments set person_id = $2 where id = $1', appointment, anna),
    ).rejects.toThrow(/permission denied/)
  })
})
