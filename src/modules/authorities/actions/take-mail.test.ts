import { createHash } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { inScope } from '#platform/database/scope.ts'
import { openAnsweringOffice } from '#tests/answering-office.ts'
import { pdf } from '#tests/file-samples.ts'
import { addressFor, answerTo, mailHost, readArrived, sendMail } from '#tests/incoming-desk.ts'
import { newSentCommunication } from '#tests/sent-communications.ts'
import { newPerson, newUmbrella } from '#tests/umbrella.ts'
import { replyAddress } from './reply-address.ts'

const office = await openAnsweringOffice()
const { platform, receiver, umbrella, slug, person, answer, deliver, kept, told, messages, failNext } = office
let communication: string
let address: string
let number: number

beforeEach(async () => {
  ;({ communication, address, number } = await office.write())
})
afterAll(office.close)

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
    expect(await told()).toEqual([{ person, link: `/communications/${number}/mail`, values: { number } }])
  })

  test('is taken from anywhere, and marked', async () => {
    await sendMail(receiver, answer({ from: 'somebody@gmail.com' }))
    await readArrived(platform)
    expect((await kept())[0]).toMatchObject({ status: 'delivered', sender_known: false })
  })

  test('that a machine wrote is kept and marked, tells nobody and gets no answer', async () => {
    await sendMail(receiver, answer({ headers: { 'Auto-Submitted': 'auto-replied' } }))
    await deliver('Subject: Undelivered\r\n\r\nx', '')
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
    const other = await newSentCommunication(platform.database, umbrella, { number: 5000, person })
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
    failNext()
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
