import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { enqueue, noSubject } from '#platform/jobs/index.ts'
import { type MailDesk, openMailDesk, type Reader } from '#tests/mail-desk.ts'
import { newUmbrella } from '#tests/umbrella.ts'

let desk: MailDesk
let other: string

beforeAll(async () => {
  desk = await openMailDesk()
  other = await newUmbrella(desk.database, {
    name: { pl: 'Koalicja', en: 'Coalition' },
    zone: 'Europe/Warsaw',
  })
})
afterAll(() => desk.close())
beforeEach(() => {
  desk.server.received.length = 0
})

const nowhere = { umbrella: null, account: null }

/** What the clock asks for every hour. */
const theHourStrikes = () =>
  desk.write(tx => enqueue(tx, 'mail.plan-digests', { umbrella: null, id: noSubject }), nowhere)

const waitsSince = ({ person }: Reader, ago: string) =>
  desk.database.owner.query(
    'update platform.mail set queued_at = queued_at - $2::interval where person_id = $1',
    [person, ago],
  )

describe('a digest', () => {
  test('gathers what waited in one letter, umbrella by umbrella, with one-click unsubscribing', async () => {
    const reader = await desk.reader({ digest: 'daily', locale: 'uk', umbrellas: [desk.umbrella, other] })
    await desk.tell(reader, 'news')
    await desk.tell(reader, 'news', 'elsewhere', other)
    await desk.tell(reader, 'news')
    await desk.quiet()
    expect(desk.server.received).toEqual([])
    await waitsSince(reader, '25 hours')
    await theHourStrikes()

    const [mail] = await desk.server.mailsTo(reader.address)
    await desk.settled(reader, 'sent')
    expect(mail!.email.subject).toBe('3 новини: Інтернаціональний союз і Coalition')
    expect(mail!.email.from).toMatchObject({ name: 'Parasol' })
    const text = mail!.email.text!
    const [first, second] = [text.indexOf('ІНТЕРНАЦІОНАЛЬНИЙ СОЮЗ'), text.indexOf('COALITION')]
    expect(first).toBeGreaterThanOrEqual(0)
    expect(second).toBeGreaterThan(first)
    expect(text.slice(0, second).match(/Заяву «Рада ромів» оприлюднено/g)).toHaveLength(2)
    expect(text.slice(second)).toContain(`https://parasol.example.org/uk/u-${other}/applications/1`)
    // Half past ten at night in UTC is another hour in Kyiv than in Warsaw.
    expect(text.slice(0, second)).toContain('00:30')
    expect(text.slice(second)).toContain('23:30')
    expect(mail!.header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
    expect(mail!.header('message-id')).toMatch(/^<digest\..+@parasol\.example\.org>$/)

    await theHourStrikes()
    await desk.quiet()
    expect(desk.server.received).toHaveLength(1)
  })

  test('leaves out what is not due: news since this morning, and a week for those who want it weekly', async () => {
    const [daily, weekly] = [await desk.reader({ digest: 'daily' }), await desk.reader({ digest: 'weekly' })]
    await desk.tell(daily, 'news')
    await desk.tell(weekly, 'news')
    await waitsSince(weekly, '8 days')
    await theHourStrikes()
    await desk.server.mailsTo(weekly.address)
    await desk.quiet()
    expect(desk.server.received).toHaveLength(1)
    expect(await desk.stored(daily.person)).toMatchObject([{ status: 'waiting' }])
  })

  test('is dropped for those who stopped the news meanwhile', async () => {
    const reader = await desk.reader({ digest: 'daily' })
    await desk.tell(reader, 'news')
    await waitsSince(reader, '25 hours')
    await desk.database.owner.query(`update people.people set digest = 'none' where id = $1`, [reader.person])
    await theHourStrikes()
    await desk.settled(reader, 'dropped')
    expect(desk.server.received).toEqual([])
  })

  test('that was being sent when its process died goes again as it was, under its Message-ID, then the rest', async () => {
    const reader = await desk.reader({ digest: 'daily' })
    await desk.tell(reader, 'news')
    await desk.tell(reader, 'news')
    await desk.quiet()
    await desk.database.owner.query(
      `update platform.mail set status = 'sending', message_id = '<digest.first@parasol.example.org>',
         claimed_at = now() - interval '10 minutes' where person_id = $1`,
      [reader.person],
    )
    await desk.tell(reader, 'news')
    await waitsSince(reader, '25 hours')
    await theHourStrikes()
    const [first] = await desk.server.mailsTo(reader.address)
    expect(first!.header('message-id')).toBe('<digest.first@parasol.example.org>')
    expect(first!.email.subject).toBe('2 новини: Інтернаціональний союз')
    await desk.quiet()
    await theHourStrikes()
    const [, second] = await desk.server.mailsTo(reader.address, 2)
    expect(second!.email.subject).toBe('1 новина: Інтернаціональний союз')
  })
})
