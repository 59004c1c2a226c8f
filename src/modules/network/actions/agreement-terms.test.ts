import { afterAll, describe, expect, it } from 'vitest'
import { inScope } from '#platform/database/scope.ts'
import { foundCoalition } from '#tests/coalition.ts'
import { inDays, partnersDesk } from '#tests/partners.ts'
import { setStage } from '#tests/visitor.ts'
import { closeOverdueAgreements, closeRenewedAgreements } from './close-agreements.ts'
import { remindOfAgreements } from './remind-of-agreements.ts'

const stage = await setStage()
const { owner, request } = stage.platform.database
const here = await foundCoalition(stage, 'terms')
const { newPartner, post, record, inForce, idOf, stateOf, membershipOf, toldAbout } = partnersDesk(
  stage,
  here,
)
const at = (path: string) => `/en/${here.slug}${path}`
afterAll(() => stage.close())

const nightly = () =>
  inScope(request, { umbrella: here.id, account: null }, 'write', async tx => ({
    renewed: await closeRenewedAgreements(tx, null),
    overdue: await closeOverdueAgreements(tx),
    reminded: await remindOfAgreements(tx),
  }))

describe('a term', () => {
  it('is reminded of 60, 30 and 7 days before its end, each once', async () => {
    const reminded = []
    for (const days of [61, 60, 45, 30, 8, 7, 1]) {
      const path = await inForce(await newPartner(`Строк ${days}`), inDays(days))
      await nightly()
      await nightly()
      reminded.push([
        days,
        (await toldAbout(path, 'network.agreement_ending')).length / here.coordinators.length,
      ])
    }
    expect(reminded).toEqual([
      [61, 0],
      [60, 1],
      [45, 1],
      [30, 1],
      [8, 1],
      [7, 1],
      [1, 1],
    ])
  })

  it('is reminded of three times as it comes nearer', async () => {
    const path = await inForce(await newPartner('Наближається'), inDays(60))
    const id = idOf(path)
    for (const days of [60, 59, 30, 10, 7, 3, 0]) {
      await owner.query('update network.agreements set term_until = $2 where id = $1', [id, inDays(days)])
      await nightly()
    }
    const { rows } = await owner.query(
      'select days_before from network.agreement_reminders where agreement_id = $1 order by 1',
      [id],
    )
    expect(rows.map(row => row.days_before)).toEqual([7, 30, 60])
    expect(await toldAbout(path, 'network.agreement_ending')).toHaveLength(3 * here.coordinators.length)
  })

  it('that ran out ends the partner’s membership after the grace, unless it is being renewed', async () => {
    const over = await newPartner('Минула')
    const path = await inForce(over, inDays(-20), { termFrom: '2023-01-01' })
    const id = idOf(path)
    await nightly()
    expect(await stateOf(path)).toMatchObject({ status: 'confirmed' })
    await owner.query('update network.agreements set term_until = $2 where id = $1', [id, inDays(-31)])
    const renewal = await record(here.coordinators[0], over, { renews: id, termFrom: inDays(0) })
    await nightly()
    expect(await stateOf(path)).toMatchObject({ status: 'confirmed' })
    await here.coordinators[0].browser.post(at(`${renewal}/withdrawal`))
    await nightly()
    expect(await stateOf(path)).toEqual({ status: 'ended', ended_on: inDays(-31), end_reason: 'term' })
    expect(await membershipOf(over)).toEqual({ status: 'ended', end_reason: 'agreement_ended' })
  })
})

describe('a renewal', () => {
  it('continues the membership and ends the agreement before it on its eve', async () => {
    const renewed = await newPartner('Продовжена')
    const first = await inForce(renewed, '', { termFrom: '2023-01-01' })
    const second = await inForce(renewed, inDays(300), { renews: idOf(first), termFrom: inDays(0) })
    expect(await stateOf(first)).toEqual({ status: 'ended', ended_on: inDays(-1), end_reason: 'renewed' })
    expect(await stateOf(second)).toMatchObject({ status: 'confirmed' })
    expect(await membershipOf(renewed)).toMatchObject({ status: 'active' })
  })

  it('that begins later leaves the first in force until its day', async () => {
    const renewed = await newPartner('Пізніше')
    const first = await inForce(renewed, '')
    const second = await inForce(renewed, '', { renews: idOf(first), termFrom: inDays(5) })
    expect(await stateOf(first)).toMatchObject({ status: 'confirmed' })
    await owner.query('update network.agreements set term_from = $2 where id = $1', [idOf(second), inDays(0)])
    expect(await nightly()).toMatchObject({ renewed: 1 })
    expect(await stateOf(first)).toMatchObject({ status: 'ended', ended_on: inDays(-1) })
  })

  it('happens once, also when both sides record it at the same moment', async () => {
    const twice = await newPartner('Двічі')
    const first = await inForce(twice, '')
    const [anna, bohdan] = here.coordinators
    const answers = await Promise.all(
      [anna, bohdan].map(who => post(who, twice.membership, { renews: idOf(first) })),
    )
    expect(answers.map(answer => answer.status).sort()).toEqual([303, 409])
  })
})
