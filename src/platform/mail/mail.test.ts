import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { inScope } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { type MailDesk, openMailDesk, published, values } from '#tests/mail-desk.ts'
import { newPerson } from '#tests/umbrella.ts'
import { until } from '#tests/until.ts'
import { erasePersonFromMail, exportPersonFromMail, queueMail, unsubscribe } from './index.ts'

let desk: MailDesk

beforeAll(async () => {
  desk = await openMailDesk()
})
afterAll(() => desk.close())
beforeEach(() => {
  desk.server.received.length = 0
})

describe('a mail that was asked for', () => {
  test('arrives as text and HTML in the language of its reader and the zone of its umbrella', async () => {
    const reader = await desk.reader({ locale: 'uk', digest: 'none' })
    await desk.tell(reader, 'asked')
    const [mail] = await desk.server.mailsTo(reader.address)
    expect(mail!.email.subject).toBe('Заяву «Рада ромів» оприлюднено')
    expect(mail!.email.from).toMatchObject({
      name: 'Інтернаціональний союз',
      address: 'parasol@parasol.example.org',
    })
    expect(mail!.email.text).toContain('Рада ромів: до 21 листопада 2026')
    expect(mail!.email.html).toContain('<html lang="uk" dir="ltr">')
    const link = `https://parasol.example.org/uk/u-${desk.umbrella}/applications/1`
    expect(mail!.email.text).toContain(link)
    expect(mail!.email.html).toContain(`href="${link}"`)
    expect(mail!.raw.match(/Content-Type: text\/(plain|html); charset=utf-8/g)).toHaveLength(2)
    expect(mail!.header('content-type')).toContain('multipart/alternative')
  })

  test('tells the mail servers on its way nothing that they need not know', async () => {
    const reader = await desk.reader({ name: 'Олена Коваленко' })
    await desk.tell(reader, 'asked')
    const [mail] = await desk.server.mailsTo(reader.address)
    const row = (await desk.stored(reader.person))[0]!
    const headers = mail!.email.headers.map(({ key }) => key)
    expect(headers.sort()).toEqual([
      'auto-submitted',
      'content-language',
      'content-type',
      'date',
      'from',
      'message-id',
      'mime-version',
      'subject',
      'to',
    ])
    expect(mail!.header('to')).toBe(reader.address)
    expect(mail!.header('message-id')).toBe(`<${row.id}@parasol.example.org>`)
    expect(mail!.header('auto-submitted')).toBe('auto-generated')
    expect(mail!.raw.replaceAll(reader.address, '').replaceAll(row.id, '')).not.toContain(reader.person)
  })

  test('is sent once for one event, however often it is handed in', async () => {
    const reader = await desk.reader()
    expect(await desk.tell(reader, 'asked', 'published 1')).toBe(true)
    expect(await desk.tell(reader, 'asked', 'published 1')).toBe(false)
    expect(await desk.tell(reader, 'asked', 'published 2')).toBe(true)
    await desk.settled(reader, 'sent')
    expect(await desk.tell(reader, 'asked', 'published 1')).toBe(false)
    expect(await desk.server.mailsTo(reader.address)).toHaveLength(2)
  })

  test('leaves nothing of what it said in the queue', async () => {
    const reader = await desk.reader()
    await desk.tell(reader, 'asked')
    await desk.settled(reader, 'sent')
    expect(await desk.stored(reader.person)).toMatchObject([{ status: 'sent', values: {}, link: null }])
  })

  test('is not sent when its transaction fails', async () => {
    const reader = await desk.reader()
    const attempt = desk.write(async tx => {
      await queueMail(tx, {
        person: reader.person,
        event: 'x',
        template: published.key,
        values,
        category: 'asked',
      })
      throw new Error('the action failed')
    })
    await expect(attempt).rejects.toThrow('the action failed')
    expect(await desk.stored(reader.person)).toEqual([])
  })

  test.each([
    [
      'has no account',
      async () => ({ person: await newPerson(desk.database, [desk.umbrella]) }),
      'no-address',
    ],
    ['never confirmed the address', () => desk.reader({ verified: false }), 'no-address'],
    [
      'was forgotten',
      async () => {
        const reader = await desk.reader()
        await desk.database.owner.query('update people.people set erased_at = now() where id = $1', [
          reader.person,
        ])
        return reader
      },
      'erased',
    ],
  ])('is dropped when its reader %s', async (_what, make, because) => {
    const reader = await make()
    await desk.tell(reader, 'asked')
    await desk.settled(reader, 'dropped')
    expect(await desk.stored(reader.person)).toMatchObject([{ because, values: {} }])
  })

  test('goes to the address of an invitation while that is open', async () => {
    const inviter = await desk.reader()
    const invite = async (address: string, withdrawn: string | null) => {
      const id = newId()
      await desk.database.owner.query(
        `insert into people.invitations (umbrella_id, id, address, address_mark, locale, purpose, token_hash, invited_by, expires_at, withdrawn_at)
         values ($1, $2, $3, '', 'pl', 'member', sha256($2::uuid::text::bytea), $4, now() + interval '1 day', $5)`,
        [desk.umbrella, id, address, inviter.person, withdrawn],
      )
      await desk.write(tx =>
        queueMail(tx, {
          invitation: id,
          event: 'invited',
          template: published.key,
          values,
          category: 'asked',
        }),
      )
    }
    await invite('withdrawn@example.org', '2026-01-01')
    await invite('invited@example.org', null)
    const [mail] = await desk.server.mailsTo('invited@example.org')
    expect(mail!.header('content-language')).toBe('pl')
    expect(mail!.email.text).toContain('zaproszono Cię')
    await desk.quiet()
    expect(desk.server.received).toHaveLength(1)
  })
})

describe('news', () => {
  test('comes at once to those who want each, and can be stopped by one click', async () => {
    const reader = await desk.reader({ digest: 'each' })
    await desk.tell(reader, 'news')
    const [mail] = await desk.server.mailsTo(reader.address)
    expect(mail!.header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
    const url = /^<(https:\/\/parasol\.example\.org\/uk\/unsubscribe\/([\w-]+))>$/.exec(
      mail!.header('list-unsubscribe')!,
    )!
    expect(mail!.email.text).toContain(url[1])
    expect(mail!.email.html).toContain(`href="${url[1]}"`)
    expect(mail!.email.text).toContain('https://parasol.example.org/uk/account')

    expect(await unsubscribe(desk.platform, url[2]!)).toBe(true)
    expect(await unsubscribe(desk.platform, `${url[2]!.slice(0, -2)}AA`)).toBe(false)
    const { rows } = await desk.database.owner.query('select digest from people.people where id = $1', [
      reader.person,
    ])
    expect(rows).toEqual([{ digest: 'none' }])

    await desk.tell(reader, 'news')
    await until(async () => (await desk.stored(reader.person))[1]?.status === 'dropped')
    expect(await desk.stored(reader.person)).toMatchObject([
      { status: 'sent' },
      { status: 'dropped', because: 'not-wanted' },
    ])
    await desk.tell(reader, 'asked')
    expect(await desk.server.mailsTo(reader.address, 2)).toHaveLength(2)
  })
})

describe('news that a digest would bring too late', () => {
  test('comes at once to those who gather theirs, can be stopped by one click, and is not sent to who wants none', async () => {
    const [weekly, none] = [await desk.reader({ digest: 'weekly' }), await desk.reader({ digest: 'none' })]
    await desk.tell(none, 'soon')
    await desk.tell(weekly, 'soon')
    const [mail] = await desk.server.mailsTo(weekly.address)
    expect(mail!.header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
    await desk.settled(none, 'dropped')
    expect(await desk.stored(none.person)).toMatchObject([{ because: 'not-wanted' }])
  })
})

describe('a person', () => {
  test('sees the mails on record for them, can have them forgotten, and reaches nobody else’s', async () => {
    const [reader, other] = [await desk.reader(), await desk.reader()]
    await desk.tell(reader, 'asked')
    await desk.tell(other, 'asked')
    await desk.settled(reader, 'sent')
    const mine = { umbrella: desk.umbrella, account: reader.person }
    const exported = await inScope(desk.database.request, mine, 'read', exportPersonFromMail)
    expect(exported).toMatchObject([{ template: published.key, status: 'sent' }])
    await inScope(desk.database.request, mine, 'write', erasePersonFromMail)
    expect(await desk.stored(reader.person)).toEqual([])
    expect(await desk.stored(other.person)).toHaveLength(1)
    await expect(
      inScope(desk.database.request, mine, 'write', tx =>
        tx.$client.query(`update platform.mail set status = 'sent'`),
      ),
    ).rejects.toThrow('permission denied')
  })
})
