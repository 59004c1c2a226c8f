import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enqueue } from '#platform/jobs/index.ts'
import { writeAs } from '#tests/admission.ts'
import { clockDesk } from '#tests/clock-desk.ts'
import { pdf } from '#tests/file-samples.ts'
import { openMailDesk } from '#tests/mail-desk.ts'
import { until } from '#tests/until.ts'
import '../module.ts'
import { beginDraft, saveText } from '../actions/save-draft.ts'
import { reserveNumber, sendLetter } from '../actions/send-letter.ts'
import { communicationById } from '../queries/communication.ts'
import { letterJobs } from './letters.ts'

const mail = await openMailDesk({ jobs: letterJobs })
const { database, server, umbrella } = mail
let desk: Awaited<ReturnType<typeof clockDesk>>
let body: string

beforeAll(async () => {
  desk = await clockDesk(database, umbrella)
  body = await desk.body('UA')
})
afterAll(() => mail.close())

const words = {
  ...({ kind: 'appeal', through: 'own', lang: 'uk', title: 'Про комісію', facts: 'Комісії немає.' } as const),
  grounds: [{ title: 'Конституція України', article: '24', version: '', url: '', quote: '' }],
  ...{ proposals: ['Створити комісію.'], directions: [], topics: [] },
}
let letters = 0

/** A letter that its sender sends by mail: its id, and the address to which it goes. */
async function mailed(): Promise<{ id: string; address: string }> {
  const address = `office-${++letters}@ministry.example`
  const id = await writeAs(database, umbrella, desk.sender, async tx => {
    const { membership } = desk
    const id = await beginDraft(tx, { ...words, body, membership })
    await saveText(tx, id, (await communicationById(tx, id))!.updatedAt, words)
    await reserveNumber(tx, id)
    const seen = (await communicationById(tx, id))!
    const onDay = Temporal.Now.plainDateISO('Europe/Kyiv')
    const sent = {
      seen,
      pdf: new Uint8Array(pdf),
      signatory: 'Ірина',
      channel: 'mail',
      address,
      onDay,
      prominence: 'public',
      reason: null,
    } as const
    expect(await sendLetter(tx, sent)).toMatchObject({ ok: true })
    return id
  })
  return { id, address }
}

const mailing = async (id: string, who = desk.sender) =>
  (await writeAs(database, umbrella, who, tx => communicationById(tx, id)))!.mailing!

describe('mailing a letter', () => {
  it('hands over the very bytes that are kept, once, however often the job runs', async () => {
    const { id, address } = await mailed()
    const [came] = await server.mailsTo(address)
    const { rows } = await database.owner.query<{ hash: string; number: number }>(
      `select encode(letter_sha256, 'hex') as hash, number from authorities.communications where id = $1`,
      [id],
    )
    expect(came!.email.attachments).toMatchObject([
      { filename: `${rows[0]!.number}.pdf`, mimeType: 'application/pdf' },
    ])
    const bytes = Buffer.from(came!.email.attachments[0]!.content as ArrayBuffer)
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(rows[0]!.hash)
    expect(came!.email.subject).toBe('Про комісію')
    await until(async () => (await mailing(id)).handedOverAt !== null, 'noted as handed over')
    await mail.write(tx => enqueue(tx, 'authorities.mail-letter', { umbrella, id }))
    await mail.quiet()
    expect(server.received.filter(({ to }) => to.includes(address))).toHaveLength(1)
  })

  it('tries again when the mail server fails, and says meanwhile that it has not left', async () => {
    server.refuse.data.push(451)
    const { id, address } = await mailed()
    await until(async () => server.refuse.data.length === 0, 'refused once')
    expect(await mailing(id)).toMatchObject({ address, handedOverAt: null, failed: false })
    await until(async () => {
      await mail.hurry()
      return (await mailing(id)).handedOverAt !== null
    }, 'handed over at last')
    expect(await server.mailsTo(address)).toHaveLength(1)
  })

  it('gives up on an address that is refused for good: sender and coordinators are told, nobody else', async () => {
    server.refuse.recipients.push(550)
    const { id, address } = await mailed()
    await until(async () => (await mailing(id)).failed, 'laid before the coordinators')
    expect(await mailing(id)).toMatchObject({ address, handedOverAt: null })
    expect((await mailing(id, desk.coordinator)).failed).toBe(true)
    const { rows } = await database.owner.query(
      `select queue, failure from platform.dead_letters where subject_id = $1`,
      [id],
    )
    expect(rows).toMatchObject([{ queue: 'authorities.mail-letter', failure: 'address-refused' }])
    const stranger = await mail.reader()
    expect(await mailing(id, stranger.person)).toMatchObject({ address: null, failed: false })
  })
})
