import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#platform/id.ts'
import { enqueue } from '#platform/jobs/index.ts'
import { type MailDesk, openMailDesk, published, values } from '#tests/mail-desk.ts'
import { until } from '#tests/until.ts'

let desk: MailDesk

beforeAll(async () => {
  desk = await openMailDesk()
})
afterAll(() => desk.close())
beforeEach(() => {
  desk.server.received.length = 0
})

describe('a mail server', () => {
  test('that is busy is asked again, and the Message-ID stays', async () => {
    const reader = await desk.reader()
    desk.server.refuse.data.push(451)
    await desk.tell(reader, 'asked')
    await until(
      async () => {
        await desk.hurry()
        return desk.server.received.length > 0
      },
      async () => 'it was not asked again',
    )
    await desk.settled(reader, 'sent')
    const row = (await desk.stored(reader.person))[0]!
    expect(row).toMatchObject({ attempts: 2, message_id: `<${row.id}@parasol.example.org>` })
    expect(desk.server.received.map(mail => mail.header('message-id'))).toEqual([row.message_id])
  })

  test('that refuses the address for good is not asked again: a dead letter, without the address', async () => {
    const reader = await desk.reader()
    desk.server.refuse.recipients.push(550)
    await desk.tell(reader, 'asked')
    const letters = async () =>
      (await desk.database.owner.query('select failure, queue, subject_id from platform.dead_letters')).rows
    await until(
      async () => (await letters()).length > 0,
      async () => 'there is no dead letter',
    )
    const row = (await desk.stored(reader.person))[0]!
    expect(await letters()).toEqual([{ failure: 'address-refused', queue: 'mail.send', subject_id: row.id }])
    expect(row).toMatchObject({ status: 'waiting', attempts: 1 })
  })
})

describe('a process that died while it sent', () => {
  async function halfSent(ago: string) {
    const reader = await desk.reader()
    const id = newId()
    await desk.database.owner.query(
      `insert into platform.mail (id, umbrella_id, person_id, event, category, template, values, status, message_id, claimed_at, attempts)
       values ($1, $2, $3, 'x', 'asked', $4, $5, 'sending', '<first@parasol.example.org>', now() - $6::interval, 1)`,
      [id, desk.umbrella, reader.person, published.key, values, ago],
    )
    await desk.write(tx => enqueue(tx, 'mail.send', { umbrella: desk.umbrella, id }))
    return reader
  }

  test('leaves a mail that is sent under the Message-ID it had', async () => {
    const reader = await halfSent('10 minutes')
    const [mail] = await desk.server.mailsTo(reader.address)
    expect(mail!.header('message-id')).toBe('<first@parasol.example.org>')
  })

  test('leaves a mail that nobody touches while it could still be alive', async () => {
    const reader = await halfSent('10 seconds')
    await desk.quiet()
    expect(desk.server.received).toEqual([])
    expect(await desk.stored(reader.person)).toMatchObject([{ status: 'sending', attempts: 1 }])
  })
})
