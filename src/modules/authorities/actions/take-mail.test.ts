import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { inScope } from '#platform/database/scope.ts'
import type { Mailbox } from '#platform/incoming-mail/index.ts'
import type { Receiver } from '#platform/incoming-mail/receiver.ts'
import type { Platform } from '#platform/platform.ts'
import { docm, elf, html, pdf, zip } from '#tests/file-samples.ts'
import {
  addressFor,
  answerTo,
  begin,
  keptMail,
  mailFolder,
  mailHost,
  readArrived,
  sendMail,
  startReceiver,
} from '#tests/incoming-desk.ts'
import { newMandate, newMember } from '#tests/members.ts'
import { testPlatform } from '#tests/platform.ts'
import { newBody, newSentCommunication } from '#tests/sent-communications.ts'
import { newPerson, newUmbrella } from '#tests/umbrella.ts'
import { replyAddress } from './reply-address.ts'
import { communicationMailbox } from './take-mail.ts'

let platform: Platform
let receiver: Receiver
let place: Awaited<ReturnType<typeof mailFolder>>
let umbrella: string
let slug: string
let person: string
let communication: string
let address: string
let down = 0
let numbers = 0

const fragile: Mailbox = async (its, local) => {
  const keep = await communicationMailbox(its, local)
  return keep && (mail => (down-- > 0 ? Promise.reject(new Error('gone')) : keep(mail)))
}

beforeAll(async () => {
  platform = await testPlatform()
  place = await mailFolder()
  const free = { place: { burst: 9999, seconds: 1 }, all: { burst: 9999, seconds: 1 } }
  const allowances = { connections: free, mails: free, atOnce: 100, isOwn: () => true }
  receiver = await startReceiver(platform, { folder: place.folder, allowances }, {}, [fragile])
  slug = 'letters'
  umbrella = await newUmbrella(platform.database)
  await platform.database.owner.query('update platform.umbrellas set slug = $2 where id = $1', [
    umbrella,
    slug,
  ])
  person = await newPerson(platform.database, [umbrella])
})
afterAll(async () => {
  await receiver.close()
  await place.remove()
})

// Each test has a communication of its own.
beforeEach(async () => {
  down = 0
  const { database } = platform
  await database.owner.query('truncate authorities.incoming, platform.mail cascade')
  const { membership } = await newMember(database, umbrella)
  await newMandate(database, umbrella, membership, person)
  const body = await newBody(database, { email: 'hotline@ombudsman.example' })
  communication = await newSentCommunication(database, umbrella, {
    number: ++numbers,
    person,
    membership,
    body,
  })
  address = await addressFor(platform, { umbrella, account: person }, communication)
})

const answer = (over: object = {}) => ({
  from: '"Офіс" <i.ivanenko@ombudsman.example>',
  to: address,
  subject: 'Відповідь № 7',
  text: 'Повідомляємо, що звернення розглянуто.',
  ...over,
})

const kept = () => keptMail(platform, umbrella)
const told = async () =>
  (await platform.database.owner.query('select person_id as person, link, values from platform.mail')).rows
const messages = async (of = communication) =>
  (
    await platform.database.owner.query(
      `select m.direction, m.channel, m.from_name, m.subject, m.text, m.prominence, encode(m.raw_sha256, 'hex') as sha256,
         (select count(*)::int from authorities.attachments a where a.message_id = m.id) as files
       from authorities.messages m where m.communication_id = $1 order by m.received_at`,
      [of],
    )
  ).rows

/** A mail by hand, as its bytes. */
async function deliver(raw: string | Buffer, to = address, from?: string): Promise<void> {
  const line = await begin(receiver, to, from)
  line.say(raw)
  line.say('\r\n.\r\n')
  await line.hears('250')
  line.say('QUIT\r\n')
  await line.ended()
}

describe('an answer to the address of a communication', () => {
  test('becomes a message of it, with its files and its bytes; its people hear that it came, not what', async () => {
    await sendMail(
      receiver,
      answer({ attachments: [{ filename: 'відповідь.pdf', content: Buffer.from(pdf) }] }),
    )
    const [arrived] = await kept()
    expect(arrived).toMatchObject({ status: 'arrived', communication_id: communication })
    await readArrived(platform)
    const [mail] = await kept()
    expect(mail).toMatchObject({
      ...{
        status: 'delivered',
        from_address: 'i.ivanenko@ombudsman.example',
        sender_known: true,
        remarks: [],
      },
      files: [{ name: 'відповідь.pdf', type: 'application/pdf' }],
    })
    const sha256 = createHash('sha256').update(mail!.raw).digest('hex')
    expect(await messages()).toEqual([
      {
        ...{
          direction: 'in',
          channel: 'mail',
          from_name: 'Офіс',
          subject: 'Відповідь № 7',
          prominence: 'parties',
        },
        ...{ text: 'Повідомляємо, що звернення розглянуто.', sha256, files: 1 },
      },
    ])
    expect(await told()).toEqual([
      { person, link: `/communications/${numbers}/mail`, values: { number: numbers } },
    ])
  })

  test('is taken from anywhere, and marked', async () => {
    await sendMail(receiver, answer({ from: 'somebody@gmail.com' }))
    await readArrived(platform)
    expect((await kept())[0]).toMatchObject({ status: 'delivered', sender_known: false })
  })

  test('that a machine wrote is kept and marked, tells nobody and gets no answer', async () => {
    await sendMail(receiver, answer({ headers: { 'Auto-Submitted': 'auto-replied' } }))
    await deliver('Subject: Undelivered\r\n\r\nx', address, '')
    await readArrived(platform)
    expect((await kept()).map(({ automatic, status, bounce }) => [status, automatic, bounce])).toEqual([
      ['delivered', true, false],
      ['delivered', true, true],
    ])
    expect(await told()).toEqual([])
  })

  test('that comes again is there once: the same bytes, or the same letter by another way', async () => {
    const raw = 'Message-ID: <7@office>\r\nSubject: x\r\n\r\nThe answer'
    await deliver(`Received: by a\r\n${raw}`)
    await deliver(`Received: by a\r\n${raw}`)
    await deliver(`Received: by b\r\n${raw}`)
    await readArrived(platform)
    expect((await kept()).map(({ status }) => status)).toEqual(['delivered', 'repeated'])
    await deliver(`Received: by c\r\n${raw} differs`)
    await readArrived(platform)
    expect(await messages()).toHaveLength(2)
    expect(await told()).toHaveLength(2)
  })

  test('to two communications is a message of each', async () => {
    const other = await newSentCommunication(platform.database, umbrella, { number: ++numbers, person })
    const coordinator = await newPerson(platform.database, [umbrella])
    await platform.database.owner.query(
      `insert into people.roles (umbrella_id, id, person_id, role) values ($1, gen_random_uuid(), $2, 'coordinator')`,
      [umbrella, coordinator],
    )
    const second = await addressFor(platform, { umbrella, account: coordinator }, other)
    await sendMail(receiver, answer({ to: [address, second] }))
    await readArrived(platform)
    expect([await messages(), await messages(other)].map(({ length }) => length)).toEqual([1, 1])
    expect((await told()).map(({ person: who }) => who).sort()).toEqual([person, coordinator].sort())
  })

  test('is refused for now while the database does not answer, and there once it does', async () => {
    down = 1
    expect(await answerTo(receiver, answer())).toBe(451)
    expect(await kept()).toEqual([])
    expect(await answerTo(receiver, answer())).toBe(250)
    expect(await kept()).toHaveLength(1)
  })

  test('is put off when a month has brought five hundred', async () => {
    await deliver('Subject: x\r\n\r\none')
    await platform.database.owner.query(
      `insert into authorities.incoming (umbrella_id, id, token, communication_id, raw_id, raw_sha256, size, bounce)
       select umbrella_id, gen_random_uuid(), token, communication_id, raw_id, sha256(n::text::bytea), 1, false
       from authorities.incoming, generate_series(1, 499) n`,
    )
    expect(await answerTo(receiver, answer())).toBe(452)
  })
})

describe('an address', () => {
  test('is made once, tells nothing, and only to those whose communication it is', async () => {
    expect(address).toMatch(/^c-letters-[a-z2-7]{20}@post\.example$/)
    expect(await addressFor(platform, { umbrella, account: person }, communication)).toBe(address)
    const stranger = await newPerson(platform.database, [umbrella])
    const asking = inScope(platform.database.request, { umbrella, account: stranger }, 'write', tx =>
      replyAddress(tx, communication, mailHost),
    )
    await expect(asking).rejects.toThrow('row-level security')
    expect(
      await inScope(platform.database.request, { umbrella, account: person }, 'write', tx =>
        replyAddress(tx, communication, undefined),
      ),
    ).toBeNull()
  })

  test('with a wrong token is held for coordinators, who tell nobody of it', async () => {
    await sendMail(receiver, answer({ to: `c-${slug}-${'a'.repeat(20)}@${mailHost}` }))
    await readArrived(platform)
    expect(await kept()).toMatchObject([{ status: 'held', communication_id: null, message_id: null }])
    expect(await told()).toEqual([])
  })

  test('of no umbrella, of one that is not open yet, or of another kind is refused for good', async () => {
    const closed = await newUmbrella(platform.database)
    await platform.database.owner.query(
      `update platform.umbrellas set settled_at = null, slug = 'closed' where id = $1`,
      [closed],
    )
    for (const local of [
      `c-nobody-${'a'.repeat(20)}`,
      `c-closed-${'a'.repeat(20)}`,
      'info',
      `c-${slug}`,
      'c--',
    ]) {
      expect(await answerTo(receiver, answer({ to: `${local}@${mailHost}` }))).toBe(550)
    }
    expect(await kept()).toEqual([])
  })

  test('of an umbrella with a long name fits into what SMTP allows, also beside one that begins alike', async () => {
    const long = `u${'-long'.repeat(10)}`
    await platform.database.owner.query('update platform.umbrellas set slug = $2 where id = $1', [
      umbrella,
      long,
    ])
    const twin = await newUmbrella(platform.database)
    const whole = await addressFor(platform, { umbrella, account: person }, communication)
    expect(whole.split('@')[0]!.length).toBeLessThanOrEqual(64)
    expect(await answerTo(receiver, answer({ to: whole }))).toBe(250)
    await platform.database.owner.query('update platform.umbrellas set slug = $2 where id = $1', [
      twin,
      `${long}-two`,
    ])
    expect(await answerTo(receiver, answer({ to: whole, subject: 'Again' }))).toBe(250)
    const wrong = whole.replace(/[a-z2-7]{20}@/, `${'a'.repeat(20)}@`)
    expect(await answerTo(receiver, answer({ to: wrong }))).toBe(550)
    expect(await kept()).toHaveLength(2)
    await platform.database.owner.query('update platform.umbrellas set slug = $2 where id = $1', [
      umbrella,
      slug,
    ])
  })
})

describe('what is hostile in a mail harms nobody', () => {
  const bomb = Buffer.concat([Buffer.from(zip), Buffer.alloc(100_000)])

  test('files are what their content says, under names that hide nothing; the rest stays in the whole mail', async () => {
    const files: [string, Uint8Array][] = [
      ['../../etc/passwd', Buffer.from('root')],
      ['invoice\u202efdp.exe', pdf],
      ['page.html', html],
      ['virus.pdf', elf],
      ['macros.docx', docm],
      ['bomb.zip', bomb],
    ]
    const attachments = files.map(([filename, content]) => ({ filename, content: Buffer.from(content) }))
    await sendMail(receiver, answer({ attachments }))
    await readArrived(platform)
    const [mail] = await kept()
    expect(mail!.files.map(({ name, type }) => `${name} ${type}`)).toEqual([
      'passwd.txt text/plain',
      expect.stringMatching(/^invoice.*\.pdf application\/pdf$/),
      'page.html.txt text/plain',
    ])
    expect(mail!.files[1]!.name).not.toContain('\u202e')
    expect(mail!.remarks.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'fileNotKept virus.pdf',
      'fileNotKept macros.docx',
      'fileNotKept bomb.zip',
    ])
    expect(mail!.raw.toString()).toContain(Buffer.from(elf).toString('base64').slice(0, 20))
  })

  test.each([
    ['bytes without meaning', Buffer.from([0, 1, 2, 58, 255, 254, 13, 10, 13, 10, 0, 255])],
    [
      'five hundred parts in each other',
      Buffer.from(
        Array.from(
          { length: 500 },
          (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`,
        ).join(''),
      ),
    ],
    ['noughts', Buffer.from('Subject: a\0b\r\nMessage-ID: <\0>\r\nFrom: \0 <a\0@b.example>\r\n\r\nx\0y')],
  ])('%s: kept byte for byte', async (_what, raw) => {
    await deliver(raw)
    await readArrived(platform)
    const [mail] = await kept()
    expect(mail!.status).toBe('delivered')
    expect(mail!.raw.subarray(0, raw.length).equals(raw)).toBe(true)
    expect(await messages()).toHaveLength(1)
  })

  test('ten thousand files: fifty are kept as files', async () => {
    const files = Array.from(
      { length: 10_000 },
      (_, n) => `--b\r\nContent-Disposition: attachment; filename=${n}.txt\r\n\r\n${n}\r\n`,
    )
    await deliver(`Content-Type: multipart/mixed; boundary=b\r\n\r\n${files.join('')}--b--`)
    await readArrived(platform)
    const [mail] = await kept()
    expect(mail!.files).toHaveLength(50)
    expect(mail!.remarks.map(({ kind }) => kind)).toEqual(['noText', 'tooManyFiles'])
  })

  test('a text in an old encoding that the mail does not name is read, and the record says so', async () => {
    const koi8 = Buffer.from([
      0xfb, 0xc1, 0xce, 0xcf, 0xd7, 0xce, 0xa6, 0x20, 0xcb, 0xcf, 0xcc, 0xc5, 0xc7, 0xc9,
    ])
    await deliver(Buffer.concat([Buffer.from('Subject: x\r\nContent-Type: text/plain\r\n\r\n'), koi8]))
    await readArrived(platform)
    expect((await kept())[0]).toMatchObject({
      text: 'Шановні колеги',
      remarks: [{ kind: 'charsetMissing', charset: 'koi8-u' }],
    })
  })
})
