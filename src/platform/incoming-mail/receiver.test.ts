import { mkdtemp, readdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import getTlsOptions from 'smtp-server/lib/tls-options.js'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { registryOf } from '#platform/http/telemetry.ts'
import type { Platform } from '#platform/platform.ts'
import { answerTo, begin, converse, mailFolder, sendMail, startReceiver } from '#tests/incoming-desk.ts'
import { testPlatform } from '#tests/platform.ts'
import { until } from '#tests/until.ts'
import type { Mailbox } from './mailbox.ts'
import type { Receiver, ReceiverOptions } from './receiver.ts'

const free = { burst: 10_000, seconds: 1 }
const generous = {
  connections: { place: free, all: free },
  mails: { place: free, all: free },
  atOnce: 100,
  isOwn: () => false,
}

let platform: Platform
let place: Awaited<ReturnType<typeof mailFolder>>
let receiver: Receiver | undefined
const kept: { local: string; bytes: Buffer; bounce: boolean }[] = []
const trouble = { refuse: false, full: false, fail: 0 }

const mailbox: Mailbox = async (_platform, local) => {
  if (local === 'down') throw Object.assign(new Error('no database'), { code: 'ECONNREFUSED' })
  if (!local.startsWith('c-')) return undefined
  return async mail => {
    if (trouble.fail-- > 0) throw Object.assign(new Error('no database'), { code: 'ECONNREFUSED' })
    if (trouble.full && local === 'c-full') return 'full'
    kept.push({ local, bounce: mail.bounce, bytes: Buffer.concat(await Array.fromAsync(mail.bytes())) })
    return 'kept'
  }
}

beforeAll(async () => {
  platform = await testPlatform()
  place = await mailFolder()
})
afterEach(async () => {
  await receiver?.close()
  receiver = undefined
  kept.length = 0
  Object.assign(trouble, { refuse: false, full: false, fail: 0 })
})
afterAll(() => place.remove())

const start = async (options: ReceiverOptions = {}, settings = {}) => {
  const { folder } = place
  receiver = await startReceiver(platform, { allowances: generous, folder, ...options }, settings, [mailbox])
  return receiver
}

const mail = (to = 'c-one@post.example') => ({ from: 'a@office.example', to, subject: 'x', text: 'Hello.' })

const counted = async (outcome: string) => {
  const metrics = await registryOf(platform).metrics()
  return Number(
    new RegExp(`parasol_incoming_mail_total\\{outcome="${outcome}"\\} (\\d+)`).exec(metrics)?.[1] ?? 0,
  )
}

describe('the receiver', () => {
  test('hands over every byte, with the dots that SMTP doubles, and leaves no file behind', async () => {
    const line = await begin(await start(), 'C-One@POST.example')
    line.say('Subject: x\r\n\r\n..one\r\n...\r\nl\xc3\r\n.\r\n')
    await line.hears('250')
    expect(kept.map(({ local, bytes }) => [local, bytes.toString('latin1')])).toEqual([
      ['c-one', 'Subject: x\r\n\r\n.one\r\n..\r\nlÃ\x83\r\n'],
    ])
    line.say('QUIT\r\n')
    await line.ended()
    expect(await readdir(place.folder)).toEqual([])
  })

  test('refuses addresses of nobody for good and says where to answer; after ten it is enough', async () => {
    const line = await converse(await start())
    line.say('EHLO x\r\nMAIL FROM:<a@b.example>\r\n')
    await line.hears('250 Accepted')
    for (const address of ['postmaster@post.example', 'c-one@elsewhere.example']) {
      line.say(`RCPT TO:<${address}>\r\n`)
      expect(await line.hears('550')).toContain('the letter you got')
    }
    for (let n = 0; n < 8; n++) line.say(`RCPT TO:<nobody${n}@post.example>\r\n`)
    line.say('RCPT TO:<c-one@post.example>\r\n')
    await line.hears('421')
    await line.ended()
  })

  test('says how large a mail may be, and refuses a larger one before or after it came', async () => {
    const running = await start()
    const line = await converse(running)
    line.say('EHLO x\r\n')
    await line.hears('250 SIZE 26214400')
    line.say('MAIL FROM:<a@b.example> SIZE=26214401\r\n')
    await line.hears('552')
    line.say('QUIT\r\n')
    const before = await counted('oversized')
    const sent = await begin(running, 'c-one@post.example')
    const row = Buffer.from(`${'x'.repeat(998)}\r\n`)
    for (let n = 0; n < 30_000; n++)
      if (!sent.say(row)) await new Promise(done => sent.socket.once('drain', done))
    sent.say('.\r\n')
    await sent.hears('552')
    expect(kept).toEqual([])
    expect((await counted('oversized')) - before).toBe(1)
    sent.say('QUIT\r\n')
  })

  test('keeps nothing of a mail whose connection ends in the middle, and nothing of an empty one', async () => {
    const running = await start()
    const cutOff = await begin(running, 'c-one@post.example')
    cutOff.say('Subject: x\r\n\r\nHalf of')
    cutOff.socket.destroy()
    await until(async () => (await readdir(place.folder)).length === 0)
    const empty = await begin(running, 'c-one@post.example')
    empty.say('.\r\n')
    await empty.hears('554')
    expect(kept).toEqual([])
    empty.say('QUIT\r\n')
  })

  test('ends a connection that says nothing, and one that takes for ever', async () => {
    const silent = await begin(
      await start({ patience: { silence: 200, connection: 600_000 } }),
      'c-one@post.example',
    )
    await silent.hears('421')
    await silent.ended()
    await receiver!.close()
    const slow = await begin(
      await start({ patience: { silence: 600_000, connection: 300 } }),
      'c-one@post.example',
    )
    await slow.hears('421')
    await slow.ended()
    expect(kept).toEqual([])
  })

  test('asks to come again while it cannot keep, and nothing is lost', async () => {
    const running = await start()
    expect(await answerTo(running, mail('down@post.example'))).toBe(451)
    trouble.fail = 1
    expect(await answerTo(running, mail())).toBe(451)
    expect(kept).toEqual([])
    expect(await answerTo(running, mail())).toBe(250)
    trouble.full = true
    expect(await answerTo(running, mail('c-one@post.example, c-full@post.example'))).toBe(452)
    expect(kept).toHaveLength(2)
  })

  test('says whether a mail can be answered at all', async () => {
    const running = await start()
    const bounce = await begin(running, 'c-one@post.example', '')
    bounce.say('Subject: x\r\n\r\nx\r\n.\r\n')
    await bounce.hears('250')
    bounce.say('QUIT\r\n')
    await sendMail(running, mail())
    expect(kept.map(one => one.bounce)).toEqual([true, false])
  })
})

describe('too much', () => {
  const few = { burst: 2, seconds: 3600 }

  test('of one network is put off, of another is not', async () => {
    const running = await start({ allowances: { ...generous, mails: { place: few, all: free } } })
    for (const expected of [250, 250, 451]) expect(await answerTo(running, mail())).toBe(expected)
    await receiver!.close()
    const connecting = await start({ allowances: { ...generous, connections: { place: free, all: few } } })
    for (const expected of [250, 250, 421]) expect(await answerTo(connecting, mail())).toBe(expected)
  })

  test('at the same time from one network waits until one goes', async () => {
    const running = await start({ allowances: { ...generous, atOnce: 1 } })
    const first = await converse(running)
    expect(await answerTo(running, mail())).toBe(421)
    first.say('QUIT\r\n')
    await first.ended()
    await until(async () => (await answerTo(running, mail())) === 250)
  })

  test('is a relay of one’s own only with everybody', async () => {
    const own = { ...generous, mails: { place: few, all: free }, isOwn: () => true }
    const running = await start({ allowances: own })
    for (const expected of [250, 250, 250]) expect(await answerTo(running, mail())).toBe(expected)
  })

  test('are twenty-one recipients', async () => {
    const running = await start()
    const to = Array.from({ length: 21 }, (_, n) => `c-${n}@post.example`)
    const sent = await sendMail(running, { ...mail(), to })
    expect(sent.rejected).toEqual(['c-20@post.example'])
    expect(kept).toHaveLength(20)
  })
})

describe('STARTTLS', () => {
  test('is offered with a certificate, and not without', async () => {
    await expect(sendMail(await start(), mail(), { ignoreTLS: false, requireTLS: true })).rejects.toThrow()
    await receiver!.close()
    const folder = await mkdtemp(join(tmpdir(), 'parasol-certificate-'))
    const { key, cert } = getTlsOptions()
    const tls = { certificate: join(folder, 'cert.pem'), key: join(folder, 'key.pem') }
    await writeFile(tls.certificate, String(cert))
    await writeFile(tls.key, String(key))
    const running = await start({}, { tls })
    const secured = { ignoreTLS: false, requireTLS: true, tls: { rejectUnauthorized: false } }
    await sendMail(running, mail(), secured)
    expect(kept).toHaveLength(1)
  })

  test('with files that are none is told to whoever starts the program', async () => {
    const certificate = join(place.folder, 'nothing.pem')
    await expect(start({}, { tls: { certificate, key: certificate } })).rejects.toThrow('cannot be read')
    const none = await mkdtemp(join(tmpdir(), 'parasol-certificate-'))
    await writeFile(join(none, 'a.pem'), 'nothing')
    const tls = { certificate: join(none, 'a.pem'), key: join(none, 'a.pem') }
    await expect(start({}, { tls })).rejects.toThrow('belong together')
  })
})

test('a port that is taken is told to whoever starts the program', async () => {
  const { port } = await start()
  await expect(startReceiver(platform, { folder: place.folder }, { port }, [mailbox])).rejects.toThrow(
    'is taken by another program',
  )
})
