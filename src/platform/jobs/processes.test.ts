import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '#platform/database/open.ts'
import { inScope } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { freshDatabase } from '#tests/database.ts'
import { newUmbrella } from '#tests/umbrella.ts'
import { until } from '#tests/until.ts'
import { enqueue } from './enqueue.ts'

let database: Database
let umbrella: string
const started = new Set<ChildProcess>()

beforeAll(async () => {
  database = await freshDatabase()
  umbrella = await newUmbrella(database)
  await database.owner.query(`
    create table platform.jobs_done (job uuid not null, process integer not null);
    grant select, insert on platform.jobs_done to parasol_request`)
})

afterEach(async () => {
  await Promise.all(
    [...started].map(async child => {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGKILL')
        await once(child, 'exit')
      }
      started.delete(child)
    }),
  )
})

type Program = { child: ChildProcess; said: (line: string, times?: number) => Promise<void>; lines: string[] }

function start(env: Record<string, string> = {}): Program {
  const { listen, worker } = database
  const config = ({ host, port, user, password, database: name, ssl }: typeof worker) =>
    JSON.stringify({ host, port, user, password, database: name, ssl })
  const child = spawn(process.execPath, ['tests/programs/worker.ts', config(listen), config(worker)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  })
  started.add(child)
  const lines: string[] = []
  createInterface({ input: child.stdout! }).on('line', line => lines.push(line))
  const said = async (line: string, times = 1) => {
    await until(
      () => lines.filter(other => other === line).length >= times,
      () => `the worker did not say “${line}”; it said: ${lines.join(', ')}`,
    )
  }
  return { child, said, lines }
}

async function ask(queue: string, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, newId)
  await inScope(database.request, { umbrella, account: null }, 'write', async tx => {
    for (const id of ids) await enqueue(tx, queue, { umbrella, id })
  })
  return ids
}

async function done(ids: string[]): Promise<{ job: string; process: number }[]> {
  const { rows } = await database.owner.query('select * from platform.jobs_done where job = any($1)', [ids])
  return rows
}

describe('two processes on one database', () => {
  test('start at once, share the work, and do every job once', async () => {
    const programs = [start(), start()]
    await Promise.all(programs.map(program => program.said('ready')))
    const ids: string[] = []
    // One may be quicker than the other: there is more to do until both have done something.
    await until(async () => {
      ids.push(...(await Promise.all(Array.from({ length: 10 }, () => ask('test.count', 30)))).flat())
      await until(async () => (await done(ids)).length >= ids.length)
      return new Set((await done(ids)).map(row => row.process)).size > 1
    })
    await sleep(300)
    const rows = await done(ids)
    expect(rows.map(row => row.job).toSorted()).toEqual(ids.toSorted())
    expect(new Set(rows.map(row => row.process))).toEqual(new Set(programs.map(program => program.child.pid)))
  })

  test('do the work of a job once even when the first is killed between its commit and the end', async () => {
    const first = start({ HANG: 'yes' })
    await first.said('ready')
    const ids = await ask('test.crash', 1)
    await first.said('committed')
    first.child.kill('SIGKILL')
    await once(first.child, 'exit')
    const second = start()
    await second.said('committed')
    expect(second.lines).toContain('attempt')
    expect(await done(ids)).toEqual([{ job: ids[0], process: first.child.pid }])
  })

  test('finish what they have in hand when they are told to stop', async () => {
    const program = start()
    await program.said('ready')
    const ids = await ask('test.slow', 1)
    await program.said('slow begun')
    program.child.kill('SIGTERM')
    await program.said('stopped')
    expect(await done(ids)).toHaveLength(1)
    const [code] =
      program.child.exitCode === null ? await once(program.child, 'exit') : [program.child.exitCode]
    expect(code).toBe(0)
  })
})
