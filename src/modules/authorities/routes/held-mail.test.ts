import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inScope } from '#platform/database/scope.ts'
import type { Receiver } from '#platform/incoming-mail/receiver.ts'
import {
  affiliate,
  type Coalition,
  enter,
  foundCoalition,
  memberWith,
  type Present,
} from '#tests/coalition.ts'
import { elf } from '#tests/file-samples.ts'
import {
  addressFor,
  keptMail,
  mailFolder,
  mailHost,
  readArrived,
  sendMail,
  startReceiver,
} from '#tests/incoming-desk.ts'
import { newSentCommunication } from '#tests/sent-communications.ts'
import { type Stage, setStage, Visitor } from '#tests/visitor.ts'

let stage: Stage
let place: Coalition
let other: Coalition
let folder: Awaited<ReturnType<typeof mailFolder>>
let receiver: Receiver
let sender: Present
let stranger: Present
let communication: string

beforeAll(async () => {
  stage = await setStage()
  place = await foundCoalition(stage, 'held')
  other = await foundCoalition(stage, 'elsewhere')
  sender = await enter(stage, 'sender@held.example')
  stranger = await enter(stage, 'stranger@held.example')
  await affiliate(stage, place.id, stranger.id)
  const membership = await memberWith(stage, place.id, sender.id)
  const { database } = stage.platform
  communication = await newSentCommunication(database, place.id, { number: 7, person: sender.id, membership })
  await newSentCommunication(database, place.id, {
    number: 8,
    person: sender.id,
    membership,
    prominence: 'hidden',
  })
  folder = await mailFolder()
  receiver = await startReceiver(stage.platform, { folder: folder.folder })
})
afterAll(async () => {
  await receiver.close()
  await folder.remove()
  await stage.close()
})

const coordinator = () => place.coordinators[0].browser
const at = (path = '') => `/en/held/communications/held${path}`
const nobody = `c-held-${'b'.repeat(20)}@${mailHost}`

async function arrived(subject: string, more: object = {}): Promise<string> {
  await sendMail(receiver, {
    from: '"<b>Bold</b>" <x@y.example>',
    to: nobody,
    subject,
    text: '<i>Hello</i>',
    ...more,
  })
  await readArrived(stage.platform)
  return (await keptMail(stage.platform, place.id)).find(mail => mail.subject === subject)!.id
}

const journal = async () =>
  (
    await stage.platform.database.owner.query<{ action: string }>(
      `select action from platform.journal_entries where umbrella_id = $1 and action like 'authorities.mail%' order by id`,
      [place.id],
    )
  ).rows.map(({ action }) => action)

const status = async (id: string) =>
  (await keptMail(stage.platform, place.id)).find(mail => mail.id === id)?.status

describe('mail that names no communication', () => {
  test('is for coordinators of its umbrella alone', async () => {
    const id = await arrived('For whom')
    for (const path of ['', `/${id}`]) {
      const visitor = await new Visitor(stage).get(at(path))
      expect(visitor.headers.get('location')).toContain('/sign-in')
      expect((await stranger.browser.get(at(path))).status).toBe(403)
      expect((await sender.browser.get(at(path))).status).toBe(403)
    }
    expect((await stranger.browser.post(at(`/${id}/discard`))).status).toBe(403)
    const foreign = await other.coordinators[0].browser.get(`/en/elsewhere/communications/held/${id}`)
    expect(foreign.status).toBe(404)
    expect((await coordinator().get(at('/nonsense'))).status).toBe(404)
    const file = `/communications/mail/${id}/files/0`
    expect((await sender.browser.get(`/en/held${file}`)).status).toBe(404)
    expect((await sender.browser.post(`/en/held${file}`)).status).toBe(404)
    expect((await other.coordinators[0].browser.get(`/en/elsewhere${file}`)).status).toBe(404)
  })

  test('is shown as text; its files leave only after a warning, the whole of it byte for byte', async () => {
    const attachments = [
      { filename: 'a.txt', content: 'note' },
      { filename: 'virus.pdf', content: Buffer.from(elf) },
    ]
    const id = await arrived('With files', { attachments })
    expect(await (await coordinator().get(at())).text()).toContain('With files')
    const page = await (await coordinator().get(at(`/${id}`))).text()
    expect(page).toContain('&lt;i&gt;Hello&lt;/i&gt;')
    expect(page).toContain('&lt;b&gt;Bold&lt;/b&gt;')
    expect(page).toContain('The file “virus.pdf” is of a type we do not accept')
    const file = (position: number) => `/en/held/communications/mail/${id}/files/${position}`
    const warning = await coordinator().get(file(1))
    expect(warning.headers.get('content-disposition')).toBeNull()
    expect(await warning.text()).toContain('Nobody has checked that it is safe')
    const answer = await coordinator().post(file(1))
    expect(answer.headers.get('content-disposition')).toContain('attachment; filename="a.txt"')
    expect(await answer.text()).toBe('note')
    const raw = await coordinator().post(file(0))
    const [kept] = (await keptMail(stage.platform, place.id)).filter(mail => mail.id === id)
    expect(Buffer.from(await raw.arrayBuffer()).equals(kept!.raw)).toBe(true)
    expect(raw.headers.get('content-type')).toBe('message/rfc822')
    for (const position of ['2', '999', '-1', 'x']) {
      expect((await coordinator().get(`/en/held/communications/mail/${id}/files/${position}`)).status).toBe(
        404,
      )
    }
  })

  test('is put to a communication by its number: whoever sent that sees it', async () => {
    const id = await arrived('Belongs to seven')
    const wrong = await coordinator().post(at(`/${id}/filing`), { number: 'seven' })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('value="seven"')
    expect((await coordinator().post(at(`/${id}/filing`), { number: '99' })).status).toBe(409)
    // A hidden communication of a member is nothing that a coordinator may know of.
    expect((await coordinator().post(at(`/${id}/filing`), { number: '8' })).status).toBe(409)
    expect(await (await sender.browser.get('/en/held/communications/7/mail')).text()).not.toContain('Belongs')
    const filed = await coordinator().post(at(`/${id}/filing`), { number: '№ 7' })
    expect(filed.status).toBe(303)
    const page = await (await sender.browser.get('/en/held/communications/7/mail')).text()
    expect(page).toContain('Belongs to seven')
    expect(page).toContain('Sender not verified')
    const letter = await (await sender.browser.get('/en/held/communications/7')).text()
    expect(letter).toContain('href="/en/held/communications/7/mail"')
    expect(letter).toContain('1 email that came')
    const outside = await (await new Visitor(stage).get('/en/held/communications/7')).text()
    expect(outside).not.toContain('communications/7/mail')
    expect((await coordinator().post(at(`/${id}/filing`), { number: '7' })).status).toBe(404)
    expect(await journal()).toContain('authorities.mail_filed')
  })

  test('is discarded and taken back, for thirty days; then it goes for good', async () => {
    const id = await arrived('Nothing of ours')
    expect((await coordinator().post(at(`/${id}/restoration`))).status).toBe(409)
    expect((await coordinator().post(at(`/${id}/discard`))).status).toBe(303)
    expect((await coordinator().post(at(`/${id}/discard`))).status).toBe(409)
    expect(await (await coordinator().get(at())).text()).not.toContain('Nothing of ours')
    expect(await (await coordinator().get(at('?status=discarded'))).text()).toContain('Nothing of ours')
    expect(await (await coordinator().get(at(`/${id}`))).text()).toContain('It can be restored until')
    expect((await coordinator().post(at(`/${id}/restoration`))).status).toBe(303)
    expect(await status(id)).toBe('held')
    await coordinator().post(at(`/${id}/discard`))
    const { owner } = stage.platform.database
    const purge = () => owner.query('select authorities.purge_mail()')
    await purge()
    expect(await status(id)).toBe('discarded')
    await owner.query(
      `update authorities.incoming set settled_at = now() - interval '31 days' where id = $1`,
      [id],
    )
    expect((await coordinator().post(at(`/${id}/restoration`))).status).toBe(409)
    await purge()
    expect(await status(id)).toBeUndefined()
    expect(await journal()).toEqual(
      expect.arrayContaining(['authorities.mail_discarded', 'authorities.mail_restored']),
    )
  })
})

describe('mail about a communication', () => {
  test('is for its parties', async () => {
    const scope = { umbrella: place.id, account: sender.id }
    const to = await addressFor(stage.platform, scope, communication)
    await sendMail(receiver, { from: 'x@y.example', to, subject: 'Straight', text: 'Here' })
    const path = '/en/held/communications/7/mail'
    expect(await (await sender.browser.get(path)).text()).toContain('Not processed yet')
    await readArrived(stage.platform)
    expect(await (await sender.browser.get(path)).text()).toContain('Straight')
    const visitor = await new Visitor(stage).get(path)
    expect(visitor.headers.get('location')).toContain('/sign-in')
    expect((await stranger.browser.get(path)).status).toBe(404)
    expect((await coordinator().get(path)).status).toBe(404)
    expect((await sender.browser.get('/en/held/communications/99/mail')).status).toBe(404)
  })

  test('is nothing that a person changes by hand', async () => {
    const [mail] = await keptMail(stage.platform, place.id)
    const client = await stage.platform.database.request.connect()
    try {
      for (const change of [
        `update authorities.incoming set text = 'other' where id = '${mail!.id}'`,
        `delete from authorities.incoming where id = '${mail!.id}'`,
        `insert into authorities.incoming (id) values ('${mail!.id}')`,
        `insert into authorities.incoming_files (incoming_id, position) values ('${mail!.id}', 1)`,
        'select authorities.purge_mail()',
      ]) {
        await expect(client.query(change)).rejects.toThrow('permission denied')
      }
    } finally {
      client.release()
    }
  })

  test('is exported and forgotten with whoever settled it', async () => {
    const { personalData } = stage.app.modules.find(({ name }) => name === 'authorities')!
    const [who] = place.coordinators
    const scope = { umbrella: place.id, account: who.id }
    const { request } = stage.platform.database
    const own = () => inScope(request, scope, 'read', tx => personalData!.export(tx, who.id))
    expect((await own()).settledMail).not.toEqual([])
    await inScope(request, scope, 'write', tx => personalData!.erase(tx, who.id))
    expect((await own()).settledMail).toEqual([])
  })
})
