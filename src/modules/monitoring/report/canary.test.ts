import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Platform } from '#platform/platform.ts'
import { createApp } from '#src/app.ts'
import { hidden, openReportDesk, receiptIn, wholeReport } from '#tests/reports.ts'
import { textOfTables } from '#tests/table-text.ts'
import { announceReports } from '../actions/announce-reports.ts'

const desk = await openReportDesk()
const logged: string[] = []
const log = pino(
  { level: 'trace' },
  new Writable({
    write: (line, _, done) => {
      logged.push(String(line))
      done()
    },
  }),
)
const platform: Platform = { ...desk.platform, log }
const app = await createApp(platform)

const told = {
  name: 'КАНАРЕЙКА-імені-4711',
  what: 'КАНАРЕЙКА-розповіді-4711',
  town: 'КАНАРЕЙКА-міста-4711',
  place: 'canary-of-the-place-4711',
  why: 'canary-of-the-reason-4711',
  contact: '+380-canary-4711',
  message: 'КАНАРЕЙКА-листа-4711',
  file: 'canary in a file 4711',
  fileName: 'канарка-4711.txt',
}
const origin = { address: '203.0.113.77', agent: 'CanaryBrowser/4711', language: 'x-canary-4711' }
const receipts: string[] = []
let temporary: string

type Fields = Record<string, string | string[] | File>

async function post(path: string, fields: Fields): Promise<string> {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) {
    for (const one of [value].flat()) body.append(name, one)
  }
  const request = new Request(new URL(desk.at(path), platform.config.origin), {
    method: 'POST',
    body,
    headers: {
      origin: platform.config.origin,
      'user-agent': origin.agent,
      'accept-language': origin.language,
      'x-forwarded-for': origin.address,
    },
  })
  const answer = await app.fetch(request, { incoming: { socket: { remoteAddress: origin.address } } })
  return answer.text()
}

const answers: Record<string, Fields> = {
  ...wholeReport,
  name: { naming: 'named', name: told.name },
  what: { what: told.what },
  where: { region: 'UA-51', town: told.town, place: told.place },
  why: { 'signs[]': ['WORDS'], why: told.why },
  files: { file: new File([told.file], told.fileName) },
  wish: { 'wishes[]': ['call'], contact: told.contact, safely: '' },
}

async function review(): Promise<string> {
  let html = ''
  for (const fields of [{}, ...Object.values(answers)]) {
    html = await post('/report/new', {
      ...(fields as Fields),
      ...(html && { kept: hidden(html) }),
      go: 'next',
    })
  }
  return html
}

beforeAll(async () => {
  temporary = await mkdtemp(join(tmpdir(), 'canary-'))
  vi.stubEnv('TMPDIR', temporary)
  const sent = await post('/report/new', { kept: hidden(await review()), go: 'next' })
  receipts.push(receiptIn(sent))
  const mailbox = await post('/report/mailbox', { receipt: receipts[0]! })
  await post('/report/mailbox/messages', { kept: hidden(mailbox), text: told.message })
  await desk.vault.as(null, tx => announceReports(tx, 'a job'))
  // A bug in the middle of a report: what is logged about it must not tell either.
  const broken = await review()
  await desk.vault.sql('alter table monitoring.reports rename to reports_away')
  const failed = await post('/report/new', { kept: hidden(broken), go: 'next' })
  await desk.vault.sql('alter table monitoring.reports_away rename to reports')
  expect(failed).not.toContain('<code>')
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await rm(temporary, { recursive: true })
})

const ways = (text: string) => {
  const bytes = Buffer.from(text)
  return [text, bytes.toString('hex'), bytes.toString('base64').replace(/=+$/, ''), encodeURIComponent(text)]
}
const secrets = () => [
  ...Object.values(told),
  ...Object.values(origin),
  receipts[0]!,
  receipts[0]!.replaceAll('-', ''),
]
const found = (text: string) => secrets().filter(secret => ways(secret).some(way => text.includes(way)))

describe('what was told, by whom and from where', () => {
  it('is in no table, mail, job or journal entry of the database', async () => {
    expect(receipts[0]).toHaveLength(24)
    const tables = await textOfTables(desk.vault.database)
    expect(tables.get('monitoring.reports')).toContain('UA-51')
    expect(tables.get('platform.mail')).toContain('monitoring.reports_wait')
    expect([...tables].flatMap(([table, text]) => found(text).map(secret => `${table}: ${secret}`))).toEqual(
      [],
    )
  })

  it('is in no line of the log, not even of a failure', () => {
    expect(logged.join('')).toContain('request failed')
    expect(found(logged.join(''))).toEqual([])
  })

  it('is in no temporary file', async () => {
    expect(await readdir(temporary)).toEqual([])
  })

  it('would be found if it were there', async () => {
    await desk.vault.sql(
      `update platform.umbrellas set about = jsonb_build_object('uk', $1::text) where id = $2`,
      [told.what, desk.vault.umbrella],
    )
    expect(found((await textOfTables(desk.vault.database)).get('platform.umbrellas')!)).toEqual([told.what])
  })
})

it('no row about a report says the hour: ids are random, and days stand for times', async () => {
  const rows = await desk.vault.sql(
    `select table_name as name, column_name as column from information_schema.columns
     where table_schema = 'monitoring' and table_name in ('reports', 'report_consents') and data_type like 'timestamp%'`,
  )
  expect(rows).toEqual([])
  const ids = await desk.vault.sql('select id::text from monitoring.reports')
  expect(ids.length).toBeGreaterThan(0)
  for (const { id } of ids) expect(id[14]).toBe('4')
})
