import { beforeAll, describe, expect, test } from 'vitest'
import '../messages/index.ts'
import type { Scope, Tx } from '#platform/database/scope.ts'
import { endPeriod, published, writeAs } from '#tests/admission.ts'
import { freshDatabase } from '#tests/database.ts'
import { newMandate, newMember } from '#tests/members.ts'
import { oneAfterTheOther } from '#tests/two-at-once.ts'
import { newPerson, newUmbrella } from '#tests/umbrella.ts'
import { objectToApplication } from './answer-application.ts'
import { closeObjections } from './close-objections.ts'

const database = await freshDatabase()
let umbrella: string
let member: string
let representative: string
const reasons = 'They have not answered our letters for a year.'

const close = (id: string) => writeAs(database, umbrella, null, tx => closeObjections(tx, id))
const rowsOf = async (text: string, values: unknown[]) => (await database.owner.query(text, values)).rows
const submitted = async () => published(database, umbrella, await newPerson(database, []))

beforeAll(async () => {
  umbrella = await newUmbrella(database)
  representative = await newPerson(database, [umbrella])
  member = (await newMember(database, umbrella)).membership
  await newMandate(database, umbrella, member, representative)
})

describe('two processes at the end of a period', () => {
  const nobody = (): Scope => ({ umbrella, account: null })

  test('admit once', async () => {
    const id = await submitted()
    await endPeriod(database, id)
    const both = { scope: nobody(), work: (tx: Tx) => closeObjections(tx, id) }
    expect(await oneAfterTheOther(database, both, both)).toEqual(['admitted', 'nothing'])
    expect(
      await rowsOf('select 1 from network.memberships where admitted_under = $1', [`application:${id}`]),
    ).toHaveLength(1)
  })

  test('would admit twice if nobody locked the row: that is what the lock is for', async () => {
    const id = await submitted()
    await endPeriod(database, id)
    const look = "select status from network.applications where id = $1 and status = 'published'"
    const unlocked = {
      scope: nobody(),
      work: async (tx: Tx) => (await tx.$client.query(look, [id])).rowCount,
    }
    expect(await oneAfterTheOther(database, unlocked, unlocked, { waits: false })).toEqual([1, 1])
  })

  // The objection begins a moment before the end by its own clock, and comes to the row while the end is being written.
  const within = async (id: string, milliseconds: number) => {
    await endPeriod(database, id)
    const until = `now() + interval '${milliseconds} milliseconds'`
    await database.owner.query(`update network.applications set objections_until = ${until} where id = $1`, [
      id,
    ])
  }
  const pause = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds))
  const objecting = (application: string) => ({
    scope: { umbrella, account: representative },
    work: (tx: Tx) => objectToApplication(tx, { application, membership: member, reasons }),
  })

  test('an objection that was in time and first is seen at the end', async () => {
    const id = await submitted()
    await within(id, 300)
    const inTime = {
      ...objecting(id),
      work: async (tx: Tx) => {
        const outcome = await objecting(id).work(tx)
        await pause(400)
        return outcome
      },
    }
    const closing = {
      scope: nobody(),
      work: async (tx: Tx) => {
        // Its transaction begins after the end, while the objection is still uncommitted.
        return closeObjections(tx, id)
      },
    }
    expect(await oneAfterTheOther(database, inTime, closing)).toEqual([
      expect.objectContaining({ ok: true }),
      'contested',
    ])
  })

  test('an objection that waited for the end is late, although its clock says otherwise', async () => {
    const id = await submitted()
    await within(id, 300)
    const early = await openedEarly(id)
    await pause(400)
    expect(await close(id)).toBe('admitted')
    expect(await early.goOn()).toMatchObject({ ok: false, reason: 'network.objection.tooLate' })
  })

  async function openedEarly(id: string) {
    let goOn: () => void = () => {}
    const gate = new Promise<void>(resolve => {
      goOn = resolve
    })
    let begun: () => void = () => {}
    const started = new Promise<void>(resolve => {
      begun = resolve
    })
    const { scope, work } = objecting(id)
    const outcome = writeAs(database, umbrella, scope.account, async tx => {
      begun()
      await gate
      return work(tx)
    })
    await started
    return {
      goOn: () => {
        goOn()
        return outcome
      },
    }
  }
})
