import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#platform/id.ts'
import { enqueue, noSubject } from '#platform/jobs/index.ts'
import { type MailDesk, openMailDesk, type Reader } from '#tests/mail-desk.ts'
import { until } from '#tests/until.ts'
import { journalJobs, journalRootsLetter } from './jobs.ts'
import { record } from './record.ts'

let desk: MailDesk
let reader: Reader

beforeAll(async () => {
  desk = await openMailDesk({
    jobs: journalJobs(async () => [reader.person]),
    templates: [journalRootsLetter],
  })
  reader = await desk.reader({ digest: 'each', locale: 'pl' })
})
afterAll(() => desk.close())

async function act(): Promise<void> {
  await desk.write(tx =>
    record(tx, { action: 'network.done', subject: { type: 'thing', id: newId() }, visibility: 'public' }),
  )
}

async function root(): Promise<{ size: number; root: string } | undefined> {
  const { rows } = await desk.database.owner.query(
    `select size, encode(root, 'hex') as root from platform.journal_roots where umbrella_id = $1 order by size desc limit 1`,
    [desk.umbrella],
  )
  return rows[0]
}

const sealed = (size: number) =>
  until(
    async () => (await root())?.size === size,
    async () => `sealed: ${(await root())?.size}`,
  )

const week = () =>
  desk.write(tx => enqueue(tx, 'journal.roots', { umbrella: null, id: noSubject }), {
    umbrella: null,
    account: null,
  })

describe('the jobs of the journal', () => {
  test('seal an entry soon after its commit', async () => {
    await act()
    await sealed(1)
  })

  test('seal by the clock what nobody asked for, in every umbrella', async () => {
    await desk.database.owner.query('alter table platform.journal_entries disable trigger seal_soon')
    await act()
    await desk.database.owner.query('alter table platform.journal_entries enable trigger seal_soon')
    await desk.write(tx => enqueue(tx, 'journal.seal', { umbrella: null, id: noSubject }), {
      umbrella: null,
      account: null,
    })
    await sealed(2)
  })

  test('mail the newest root to those whom the room names, once for each state of the journal', async () => {
    await week()
    const [mail] = await desk.server.mailsTo(reader.address)
    const newest = (await root())!
    expect(mail!.email.subject).toBe('Odcisk dziennika: 2 wpisy')
    expect(mail!.email.text).toContain(`${newest.size}:${newest.root}`)
    expect(mail!.email.text).toContain(`https://parasol.example.org/pl/u-${desk.umbrella}/journal`)
    expect(mail!.header('list-unsubscribe')).toBeDefined()
    await week()
    await act()
    await sealed(3)
    await week()
    const [, second] = await desk.server.mailsTo(reader.address, 2)
    expect(second!.email.subject).toBe('Odcisk dziennika: 3 wpisy')
    expect(desk.server.received).toHaveLength(2)
  })
})
