import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chown, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import {
  alive,
  ask,
  cleanUp,
  emptyFolder,
  onDatabase,
  Program,
  postgresOf,
  preparedFolder,
} from '#tests/programs/start.ts'
import { until } from '#tests/until.ts'

const bystanders: ChildProcess[] = []

afterEach(async () => {
  for (const process of bystanders.splice(0)) process.kill('SIGKILL')
  await cleanUp()
})

async function remember(socket: string): Promise<void> {
  await ask(socket, 'create table if not exists remembered (at timestamptz default now())')
  await ask(socket, 'insert into remembered default values')
}

const remembered = async (socket: string) => (await ask(socket, 'select from remembered')).length

/** As the user that runs PostgreSQL, so that signal 0 from PostgreSQL finds it alive. */
async function bystander(data: string, command: string): Promise<ChildProcess> {
  const { uid, gid } = await stat(join(data, 'postgres'))
  const child = spawn('/bin/sh', ['-c', command], { uid, gid, cwd: '/', stdio: ['ignore', 'pipe', 'ignore'] })
  bystanders.push(child)
  await once(child, 'spawn')
  return child
}

/** What a computer that lost power, or a container started anew, finds: a process id that now is somebody else's. */
async function recordAsPostmaster(data: string, pid: number): Promise<void> {
  const file = join(data, 'postgres/postmaster.pid')
  await writeFile(file, (await readFile(file, 'utf8')).replace(/^\d+/, String(pid)))
}

async function crash(data: string, program: Program): Promise<void> {
  const postgres = await postgresOf(data)
  process.kill(postgres, 'SIGKILL')
  await program.end('SIGKILL')
  await until(() => !alive(postgres), 'PostgreSQL is dead')
}

describe('after kill -9', () => {
  test('of the program the next start takes over the orphaned PostgreSQL', async () => {
    const data = await preparedFolder()
    const first = await onDatabase(data, 'serve')
    await remember(first.socket)
    const orphan = await postgresOf(data)
    await first.end('SIGKILL')
    expect(alive(orphan)).toBe(true)
    const next = await onDatabase(data, 'serve')
    expect(await remembered(next.socket)).toBe(1)
    expect(await next.end('SIGTERM')).toBe(0)
    expect(alive(orphan)).toBe(false)
  })

  test('of PostgreSQL the living program starts it again, as often as it takes', async () => {
    const data = await preparedFolder()
    const program = await onDatabase(data, 'serve')
    await remember(program.socket)
    const dead = new Set<number>()
    for (let times = 1; times <= 3; times++) {
      const postgres = await postgresOf(data)
      dead.add(postgres)
      process.kill(postgres, 'SIGKILL')
      await until(() => program.news.filter(({ trouble }) => trouble).length === times, 'it is noticed')
      await until(
        () =>
          remembered(program.socket).then(
            () => true,
            () => false,
          ),
        'it answers again',
      )
      await until(async () => {
        const notice = JSON.parse(await readFile(join(data, 'server.json'), 'utf8'))
        return (
          notice.pid === program.pid &&
          notice.postgres === (await postgresOf(data)) &&
          !dead.has(notice.postgres)
        )
      }, 'it is announced')
    }
    expect(program.news.filter(({ trouble }) => trouble)).toEqual(
      Array(3).fill({ trouble: 'PostgreSQL ended unexpectedly and is started again' }),
    )
    expect(await remembered(program.socket)).toBe(1)
    const second = new Program('embedded.ts', [data, 'serve'])
    expect(await second.exit()).toBe(2)
    expect(await program.end('SIGTERM')).toBe(0)
  })

  test('of PostgreSQL a program that is just being refused is refused all the same', async () => {
    const data = await preparedFolder()
    const serving = await onDatabase(data, 'serve')
    const second = new Program('embedded.ts', [data, 'serve'])
    await until(async () => {
      const asked = await ask(serving.socket, "select from pg_stat_activity where query like '%7265302%'")
      return asked.length > 2
    }, 'the second one asks')
    process.kill(await postgresOf(data), 'SIGKILL')
    expect(await second.exit()).toBe(2)
    expect(second.stderr).toMatch(/^Another program already serves/)
    await until(
      () =>
        ask(serving.socket, 'select').then(
          () => true,
          () => false,
        ),
      'the first one is connected again',
    )
    expect(await serving.end('SIGTERM')).toBe(0)
  })

  test('of both, what was committed is there', async () => {
    const data = await preparedFolder()
    for (let round = 1; round <= 3; round++) {
      const program = await onDatabase(data, 'serve')
      await remember(program.socket)
      expect(await remembered(program.socket)).toBe(round)
      await crash(data, program)
    }
    const last = await onDatabase(data, 'serve')
    expect(await remembered(last.socket)).toBe(3)
  })

  test('of both, a process id given to somebody else since stops nothing', async () => {
    const data = await preparedFolder()
    await crash(data, await onDatabase(data, 'serve'))
    await recordAsPostmaster(data, (await bystander(data, 'exec sleep 60')).pid!)
    const next = await onDatabase(data, 'serve')
    expect(await ask(next.socket, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('of both, a dead PostgreSQL that nobody has waited for stops nothing', async () => {
    const data = await preparedFolder()
    await crash(data, await onDatabase(data, 'serve'))
    // The shell's child ends after the shell has become a program that does not wait for children.
    const parent = await bystander(data, 'sleep 0.05 & echo $!; exec sleep 60')
    const [said] = (await once(parent.stdout!, 'data')) as [Buffer]
    await sleep(300)
    await recordAsPostmaster(data, Number(said.toString()))
    const next = await onDatabase(data, 'serve')
    expect(await ask(next.socket, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test.each(['', 'nonsense\n'])(
    'of both, a process file that a power cut left as %j stops nothing',
    async left => {
      const data = await preparedFolder()
      const file = join(data, 'postgres/postmaster.pid')
      await writeFile(file, left)
      const { uid, gid } = await stat(join(data, 'postgres'))
      await chown(file, uid, gid)
      const minuteAgo = Date.now() / 1000 - 60
      await utimes(file, minuteAgo, minuteAgo)
      const next = await onDatabase(data, 'serve')
      expect(await ask(next.socket, 'select 1 as one')).toEqual([{ one: 1 }])
    },
  )

  test('in the middle of the first initialisation, the next start begins anew', async () => {
    const data = await emptyFolder()
    for (const delay of [150, 350, 550]) {
      const program = new Program('embedded.ts', [data, 'serve'])
      await sleep(delay)
      await program.end('SIGKILL')
    }
    const next = await onDatabase(data, 'serve')
    expect(await ask(next.socket, 'select 1 as one')).toEqual([{ one: 1 }])
    expect((await readdir(data)).filter(name => name.includes('.new-'))).toEqual([])
  })

  test('of any of several programs at any moment, the others go on and the last one stops PostgreSQL', async () => {
    const data = await emptyFolder()
    for (let round = 0; round < 3; round++) {
      const programs = Array.from({ length: 4 }, () => new Program('embedded.ts', [data, 'command']))
      await sleep(100 + 150 * round)
      const [victim, ...others] = programs
      await victim!.end('SIGKILL')
      const sockets = await Promise.all(others.map(program => program.said('socket')))
      expect(await ask(sockets[0]!, 'select 1 as one')).toEqual([{ one: 1 }])
      expect(await Promise.all(others.map(program => program.end('SIGTERM')))).toEqual([0, 0, 0])
      const postgres = await postgresOf(data)
      expect(postgres !== 0 && alive(postgres)).toBe(false)
    }
  })
})
