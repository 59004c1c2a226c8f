import { describe, expect, test } from 'vitest'
import '../module.ts'
import { inScope } from '#platform/database/scope.ts'
import { writeAs } from '#tests/admission.ts'
import { freshDatabase } from '#tests/database.ts'
import type { Voter } from '#tests/decisions.ts'
import { pdf } from '#tests/file-samples.ts'
import { newMandate } from '#tests/members.ts'
import { done, moneyGiven, newRealisation, type Realisation, refusal } from '#tests/realisations.ts'
import { resourcesOf } from '../queries/realisation-money.ts'
import { joinGroup } from './join-group.ts'
import { changePledge, confirmPledge, makePledge, withdrawPledge } from './make-pledge.ts'
import { releaseFromRealisations } from './mark-stalled.ts'
import { recordExpense } from './record-expense.ts'

const database = await freshDatabase()
const { owner } = database

const read = <T>(place: Realisation, work: Parameters<typeof inScope<T>>[3]) =>
  inScope(database.request, { umbrella: place.umbrella, account: null }, 'read', work)

describe('a pledge', () => {
  test('is changed and withdrawn by its giver, and confirmed by the working group', async () => {
    const place = await newRealisation(database)
    const [first, giver, third] = place.voters
    const facts = {
      need: null,
      kind: 'hours',
      what: 'Бухгалтерія',
      locale: 'uk',
      amount: 10,
      currency: null,
    } as const
    await done(database, place, giver.person, tx =>
      makePledge(tx, { realisation: place.id, membership: giver.membership, facts }),
    )
    const { pledges } = await read(place, tx => resourcesOf(tx, place.id))
    const pledge = pledges[0]!.id
    const of = (by: string) => ({ realisation: place.id, pledge, by })
    await expect(
      writeAs(database, place.umbrella, third.person, tx =>
        confirmPledge(tx, { ...of(third.membership), given: 10 }),
      ),
    ).rejects.toThrow()
    await expect(
      writeAs(database, place.umbrella, first.person, tx =>
        withdrawPledge(tx, { ...of(first.membership), reason: 'Так' }),
      ),
    ).rejects.toThrow()
    const more = { what: 'Бухгалтерія', locale: 'uk', amount: 12 }
    await done(database, place, giver.person, tx =>
      changePledge(tx, { ...of(giver.membership), facts: more }),
    )
    await done(database, place, first.person, tx => confirmPledge(tx, { ...of(first.membership), given: 8 }))
    expect(
      await refusal(database, place, giver.person, tx =>
        withdrawPledge(tx, { ...of(giver.membership), reason: 'Запізно' }),
      ),
    ).toBe('initiatives.pledge.settledAlready')
    await done(database, place, first.person, tx =>
      confirmPledge(tx, { ...of(first.membership), given: null }),
    )
    await done(database, place, giver.person, tx =>
      withdrawPledge(tx, { ...of(giver.membership), reason: 'Бухгалтерка захворіла' }),
    )
  })

  test('is not confirmed by its giver while somebody else is in the group, whatever the program says', async () => {
    const place = await newRealisation(database)
    const [, giver] = place.voters
    const pledge = await moneyGiven(database, place, { amount: 10_00 })
    await done(database, place, giver.person, tx =>
      joinGroup(tx, { realisation: place.id, membership: giver.membership }),
    )
    const confirm = (voter: Voter, given: number | null) =>
      refusal(database, place, voter.person, tx =>
        confirmPledge(tx, { realisation: place.id, pledge, by: voter.membership, given }),
      )
    expect(await confirm(giver, null)).toBe('initiatives.pledge.receiverConfirms')
    expect(await confirm(place.voters[0], null)).toBe(null)
    expect(await confirm(giver, 10_00)).toBe('initiatives.pledge.receiverConfirms')
    await newMandate(database, place.umbrella, place.voters[0].membership, giver.person, 'deputy')
    expect(await confirm({ ...giver, membership: place.voters[0].membership }, 10_00)).toBe(
      'initiatives.pledge.receiverConfirms',
    )
    expect(await confirm(place.voters[0], 10_00)).toBe(null)
  })

  test('of a member that works alone is confirmed by itself', async () => {
    const place = await newRealisation(database)
    const [owner] = place.voters
    const facts = {
      need: null,
      kind: 'hours',
      what: 'Ремонт',
      locale: 'uk',
      amount: 5,
      currency: null,
    } as const
    await done(database, place, owner.person, tx =>
      makePledge(tx, { realisation: place.id, membership: owner.membership, facts }),
    )
    const { pledges } = await read(place, tx => resourcesOf(tx, place.id))
    await done(database, place, owner.person, tx =>
      confirmPledge(tx, { realisation: place.id, pledge: pledges[0]!.id, by: owner.membership, given: 5 }),
    )
  })

  test('of which money was spent is not taken back', async () => {
    const place = await newRealisation(database)
    const [first] = place.voters
    const pledge = await moneyGiven(database, place, { amount: 10_00 })
    await done(database, place, first.person, tx =>
      recordExpense(tx, {
        ...{ realisation: place.id, membership: first.membership },
        facts: {
          pledge,
          what: 'Оренда',
          locale: 'uk',
          amount: 1_00,
          spentOn: '2026-05-01',
          overReason: null,
        },
        receipt: { name: 'чек.pdf', bytes: new Uint8Array(pdf) },
      }),
    )
    expect(
      await refusal(database, place, first.person, tx =>
        confirmPledge(tx, { realisation: place.id, pledge, by: first.membership, given: null }),
      ),
    ).toBe('initiatives.pledge.spentAlready')
  })

  test('of a member that leaves the coalition is withdrawn, and the member is in no group', async () => {
    const place = await newRealisation(database)
    const [, giver] = place.voters
    const facts = {
      need: null,
      kind: 'people',
      what: 'Двоє',
      locale: 'uk',
      amount: 2,
      currency: null,
    } as const
    await done(database, place, giver.person, tx =>
      makePledge(tx, { realisation: place.id, membership: giver.membership, facts }),
    )
    await owner.query("update network.memberships set status = 'ended', until = current_date where id = $1", [
      giver.membership,
    ])
    await writeAs(database, place.umbrella, null, tx => releaseFromRealisations(tx, giver.membership))
    const { rows } = await owner.query(
      'select status, reason from initiatives.pledges where realisation_id = $1',
      [place.id],
    )
    expect(rows).toEqual([{ status: 'withdrawn', reason: 'membership_ended' }])
  })
})
