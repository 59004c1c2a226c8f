import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inScope } from '#platform/database/scope.ts'
import { type MailDesk, openMailDesk } from '#tests/mail-desk.ts'
import { until } from '#tests/until.ts'
import { demonstrationMail, type MailTemplate, sendNow } from './index.ts'

let desk: MailDesk

beforeAll(async () => {
  desk = await openMailDesk({ demonstration: true })
})
afterAll(() => desk.close())

const seenBy = (account: string | null) =>
  inScope(desk.database.request, { umbrella: desk.umbrella, account }, 'read', tx => demonstrationMail(tx))

const code: MailTemplate = { key: 'test.code', subject: () => 'Код', paragraphs: () => ['123456'] }

describe('a demonstration without a mail server', () => {
  test('shows each account its own mail and nobody’s else', async () => {
    const [reader, other] = [await desk.reader(), await desk.reader()]
    await desk.tell(reader, 'asked')
    await desk.settled(reader, 'sent')
    expect(await seenBy(reader.person)).toMatchObject([
      {
        subject: 'Заяву «Рада ромів» оприлюднено',
        text: expect.stringContaining('Рада ромів'),
        sentAt: expect.any(Temporal.Instant),
      },
    ])
    expect(await seenBy(other.person)).toEqual([])
    expect(await seenBy(null)).toEqual([])
    expect(desk.server.received).toEqual([])
  })

  test('shows codes too, and none of them to a visitor', async () => {
    const reader = await desk.reader()
    sendNow(desk.platform, { to: reader.address, locale: 'uk', template: code, values: {} })
    sendNow(desk.platform, { to: 'nobody-here@example.org', locale: 'uk', template: code, values: {} })
    await until(
      async () => (await seenBy(reader.person)).length === 1,
      async () => 'the code is not shown',
    )
    expect(await seenBy(null)).toEqual([])
  })

  test('is the only installation that may lack one', async () => {
    desk.platform.demonstration = false
    const reader = await desk.reader()
    await desk.tell(reader, 'asked')
    const letters = async () =>
      (await desk.database.owner.query('select failure from platform.dead_letters')).rows
    await until(
      async () => (await letters()).length === 1,
      async () => 'there is no dead letter',
    )
    expect(await letters()).toEqual([{ failure: 'no-mail-server' }])
    desk.platform.demonstration = true
  })
})
