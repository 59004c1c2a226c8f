import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type MailDesk, openMailDesk } from '#tests/mail-desk.ts'
import { until } from '#tests/until.ts'
import { closeMail, type MailTemplate, sendNow } from './index.ts'

let desk: MailDesk

const code: MailTemplate<{ code: string }> = {
  key: 'test.code',
  subject: (_i18n, values) => `Код: ${values.code}`,
  paragraphs: (_i18n, values) => [`Ваш код: ${values.code}`],
}

beforeAll(async () => {
  desk = await openMailDesk()
})
afterAll(() => desk.close())
beforeEach(() => {
  desk.server.received.length = 0
  desk.server.beforeAccept = () => {}
})

const send = (to: string | null) =>
  sendNow(desk.platform, { to, locale: 'uk', template: code, values: { code: '123456' } })

describe('a mail that cannot wait', () => {
  test('is sent at once, without a queue, a digest, or a way to unsubscribe', async () => {
    send('somebody@example.org')
    const [mail] = await desk.server.mailsTo('somebody@example.org')
    expect(mail!.email.subject).toBe('Код: 123456')
    expect(mail!.email.text).toContain('Ваш код: 123456')
    expect(mail!.header('list-unsubscribe')).toBeUndefined()
    const { rows } = await desk.database.owner.query('select count(*) as count from platform.mail')
    expect(rows).toEqual([{ count: 0 }])
  })

  test('does not keep the caller waiting, whatever the mail server does, and never throws', async () => {
    const release = Promise.withResolvers<void>()
    desk.server.beforeAccept = () => release.promise
    expect(send('slow@example.org')).toBeUndefined()
    expect(send(null)).toBeUndefined()
    release.resolve()
    await desk.server.mailsTo('slow@example.org')
    desk.server.refuse.recipients.push(550)
    send('refused@example.org')
    await until(() => desk.server.refuse.recipients.length === 0)
    await sleep(300)
    expect(desk.server.received.map(mail => mail.to)).toEqual([['slow@example.org']])
  })

  test('to nobody does all of it but sending', async () => {
    send(null)
    await sleep(200)
    expect(desk.server.received).toEqual([])
  })

  test('overtakes a mail server that is slow with news', async () => {
    const release = Promise.withResolvers<void>()
    desk.server.beforeAccept = mail => (mail.header('list-unsubscribe') ? release.promise : undefined)
    const readers = await Promise.all(Array.from({ length: 6 }, () => desk.reader({ digest: 'each' })))
    await Promise.all(readers.map(reader => desk.tell(reader, 'news')))
    await sleep(300)
    send('quick@example.org')
    await desk.server.mailsTo('quick@example.org')
    expect(desk.server.received).toHaveLength(1)
    release.resolve()
    await Promise.all(readers.map(({ address }) => desk.server.mailsTo(address)))
  })

  test('is asked for again when the mail server is busy for a moment', async () => {
    desk.server.refuse.data.push(451)
    send('later@example.org')
    await desk.server.mailsTo('later@example.org')
  })

  test('is finished before the program ends', async () => {
    desk.server.beforeAccept = () => sleep(300)
    send('last@example.org')
    await closeMail(desk.platform)
    expect(desk.server.received.map(mail => mail.to)).toEqual([['last@example.org']])
  })
})
