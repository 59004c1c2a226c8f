import { createCipheriv, randomBytes } from 'node:crypto'
import type pg from 'pg'
import { submitReport } from '#modules/monitoring/actions/submit-report.ts'
import { checkReport } from '#modules/monitoring/forms/report.ts'
import { inScope } from '#platform/database/scope.ts'
import { newReceipt } from '#platform/vault/index.ts'
import { newKeyPair, sealTo } from '#platform/vault/seal.ts'
import type { Measured } from './figure.ts'
import type { MonitoringBench } from './monitoring.ts'
import { connections, middle, pooled, rate } from './rate.ts'

const reports = 1500
const rounds = 3

function invented() {
  const told = checkReport({
    ...{ whose: 'self', naming: 'anonymous', what: 'Нам відмовили в житлі. '.repeat(40) },
    ...{
      precision: 'month',
      month: '03',
      year: '2026',
      region: 'UA-51',
      town: 'Одеса',
      place: 'Дерибасівська, 1',
    },
    ...{
      whom: 'Ромська родина',
      signs: ['WORDS'],
      why: '',
      reported: 'no',
      after: '',
      wishes: ['legal'],
      contact: '',
    },
    ...{ safely: '', uses: ['statistics', 'map'] },
  })
  if (!told.ok) throw new Error(JSON.stringify(told.problems))
  return told.report
}

// The same rows with the same indexes, and nothing that thinks: no trigger, no foreign key, no row-level security.
const twins = `
  drop schema if exists bench cascade;
  create schema bench;
  create table bench.records (like vault.records including indexes including defaults);
  create table bench.receipts (like vault.receipts including indexes including defaults);
  create table bench.record_seals (like vault.record_seals including indexes including defaults);
  create table bench.record_parts (like vault.record_parts including indexes including defaults);
  create table bench.reports (like monitoring.reports including indexes including defaults);
  create table bench.report_consents (like monitoring.report_consents including indexes including defaults);`

const uuid = () => crypto.randomUUID()

function bareRows(umbrella: string, seal: Uint8Array, sealed: Buffer): [string, unknown[]][] {
  const [record, receipt, report] = [uuid(), uuid(), uuid()]
  const oneSeal = `insert into bench.record_seals (umbrella_id, id, record_id, team_key_id, receipt_id, sealed)
    values ($1, $2, $3, $4, $5, $6)`
  const consent = `insert into bench.report_consents (umbrella_id, report_id, position, use, given) values ($1, $2, $3, $4, true)`
  return [
    [
      `insert into bench.records (umbrella_id, id, purpose, retain_until) values ($1, $2, 'monitoring.report', '2031-01-01')`,
      [umbrella, record],
    ],
    [
      'insert into bench.receipts (umbrella_id, id, record_id, lookup, public_key) values ($1, $2, $3, $4, $5)',
      [umbrella, receipt, record, randomBytes(32), randomBytes(32)],
    ],
    [oneSeal, [umbrella, uuid(), record, uuid(), null, seal]],
    [oneSeal, [umbrella, uuid(), record, null, receipt, seal]],
    [
      `insert into bench.record_parts (umbrella_id, id, record_id, name, position, sealed) values ($1, $2, $3, 'answers', 1, $4)`,
      [umbrella, uuid(), record, sealed],
    ],
    [
      `insert into bench.reports (umbrella_id, id, record_id, region, month, precision) values ($1, $2, $3, 'UA-51', '2026-03-01', 'month')`,
      [umbrella, report, record],
    ],
    [consent, [umbrella, report, 1, 'statistics']],
    [consent, [umbrella, report, 2, 'map']],
  ]
}

/** One HPKE seal and a durable transaction of the same bytes, by the driver alone. */
async function bareRate(owner: pg.Pool, umbrella: string, text: string): Promise<number> {
  const { publicKey } = await newKeyPair()
  return pooled(owner, pool =>
    rate(Array.from({ length: reports }), async () => {
      const key = randomBytes(32)
      const cipher = createCipheriv('aes-256-gcm', key, randomBytes(12))
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
      const seal = Buffer.from(await sealTo(publicKey, ['bench'], key))
      const client = await pool.connect()
      await client.query('begin')
      for (const [statement, values] of bareRows(umbrella, seal, sealed))
        await client.query({ name: statement.slice(0, 60), text: statement, values })
      await client.query('commit')
      client.release()
    }),
  )
}

async function intakeRate({ database, scope }: MonitoringBench): Promise<number> {
  const told = invented()
  return pooled(database.request, pool =>
    rate(Array.from({ length: reports }), async () => {
      const submission = { id: uuid(), receipt: newReceipt(), locale: 'uk', told }
      const done = await inScope(pool, { umbrella: scope.umbrella, account: null }, 'write', tx =>
        submitReport(tx, submission),
      )
      if (!done.ok) throw new Error(done.reason)
    }),
  )
}

/** Reports as the form without JavaScript hands them in, from checked answers to the commit. */
export async function intake(bench: MonitoringBench): Promise<Measured> {
  const { owner } = bench.database
  await owner.query(twins)
  const [bare, taken]: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round++) {
    bare.push(await bareRate(owner, bench.scope.umbrella!, JSON.stringify(invented())))
    taken.push(await intakeRate(bench))
  }
  await owner.query('drop schema bench cascade')
  const [limit, value] = [middle(bare), middle(taken)]
  return {
    ...{ name: 'monitoring.intake', value, unit: 'reports/s', limit, target: '>= 0.4 of the limit' },
    ok: value >= 0.4 * limit,
    details: { connections },
  }
}
