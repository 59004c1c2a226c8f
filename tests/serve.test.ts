import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { readFile, stat } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { projectRoot } from '#platform/project-root.ts'
import { alive, cleanUp, emptyFolder, Program, postgresOf } from './programs/start.ts'
import { until } from './until.ts'

// The program as `npm start` runs it: built, in a process of its own, on an embedded database of its own.
beforeAll(() => {
  execFileSync(process.execPath, ['bin/run.mjs', 'build'], { cwd: projectRoot })
})

afterEach(cleanUp)

async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return String(port)
}

const parasol = (words: string[], env: Record<string, string>) =>
  new Program('../../dist/server/parasol.js', words, env)

async function settings(): Promise<Record<string, string>> {
  return { PARASOL_DATA: await emptyFolder(), PORT: await freePort() }
}

const mailServer = { SMTP_URL: 'smtp://127.0.0.1:2525' }

/** A coalition's own installation, which is there sooner than the demonstration. */
async function begun(): Promise<{ env: Record<string, string>; program: Program }> {
  const env = { ...(await settings()), ...mailServer }
  const program = parasol(['serve', '--empty'], env)
  await program.said('line')
  return { env, program }
}

const notice = async ({ PARASOL_DATA }: Record<string, string>) =>
  JSON.parse(await readFile(join(PARASOL_DATA!, 'server.json'), 'utf8'))

describe('the program', () => {
  test('starts from nothing, says where it is and how to sign in, and stops without leaving anything', async () => {
    const env = await settings()
    const program = parasol(['serve'], env)
    const origin = `http://localhost:${env.PORT}`
    expect(await program.said('line')).toBe(`Parasol answers at ${origin}`)
    expect((await fetch(`${origin}/readyz`)).status).toBe(200)
    expect(await notice(env)).toMatchObject({ pid: program.pid, address: origin })
    await until(
      () => program.news.some(({ line }) => String(line).includes('coordinator')),
      'sign-ins are listed',
    )

    const postgres = await postgresOf(env.PARASOL_DATA!)
    expect(await program.end('SIGTERM')).toBe(0)
    expect(program.stderr).toBe('')
    expect(alive(postgres)).toBe(false)
    await expect(stat(join(env.PARASOL_DATA!, 'server.json'))).rejects.toThrow('ENOENT')

    const empty = parasol(['serve', '--empty'], { ...env, ...mailServer })
    expect(await empty.exit()).toBe(2)
    expect(empty.stderr).toMatch(/^This database holds the demonstration, and --empty was asked for/)
  })

  test('shares its database with commands, and its folder with no second program', async () => {
    const { env, program } = await begun()
    const second = parasol(['serve'], { ...env, PORT: await freePort() })
    expect(await second.exit()).toBe(2)
    expect(second.stderr).toMatch(/^Another program already serves [^\n]*: stop it first[^\n]*\n$/)

    const command = parasol(['console', '--execute', 'select count(*) from platform.umbrellas'], env)
    expect(await command.exit()).toBe(0)
    expect(command.news.at(-1)).toEqual({ line: '1 rows' })
    const writing = parasol(['console', '--execute', 'delete from platform.umbrellas'], env)
    expect(await writing.exit()).toBe(1)
    expect(await program.end('SIGINT')).toBe(0)
  })

  test('says nothing of connections that PostgreSQL closes while both are being stopped', async () => {
    const { env, program } = await begun()
    const { socket } = await notice(env)
    // A request in flight keeps the program, and its connections, from being gone at once.
    // It may be cut off before it hangs up itself.
    const slow = connect(Number(env.PORT), '127.0.0.1').on('error', () => {})
    slow.write('POST /uk HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n')
    const administrator = new pg.Client({ host: socket, user: 'postgres', database: 'parasol' })
    administrator.on('error', () => {})
    await administrator.connect()
    program.child.kill('SIGTERM')
    await until(() => program.news.some(({ msg }) => msg === 'stopping'), 'it is stopping')
    await administrator.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where starts_with(usename, 'parasol_')",
    )
    await administrator.end()
    await sleep(100)
    slow.destroy()
    expect(await program.exit()).toBe(0)
    // A job that was cut short is told, and tried again later.
    const said = program.news.filter(({ level, msg }) => level && level !== 'info' && msg !== 'a job failed')
    expect(said).toEqual([])
  })

  test('does not mind when nobody reads what a command says', async () => {
    const command = parasol(['routes'], await settings())
    command.child.stdout!.destroy()
    expect(await command.exit()).toBe(0)
    expect(command.stderr).toBe('')
  })

  test('takes over after everything was killed, and keeps what it was', async () => {
    const { env, program } = await begun()
    const killed = [program.pid, await postgresOf(env.PARASOL_DATA!)]
    for (const pid of killed) process.kill(pid, 'SIGKILL')
    await until(() => !killed.some(alive), 'both are dead')

    const next = parasol(['serve'], env)
    await next.said('line')
    expect((await fetch(`http://localhost:${env.PORT}/readyz`)).status).toBe(200)
    expect(next.news.filter(({ line }) => line)).toHaveLength(1)
    expect(await next.end('SIGTERM')).toBe(0)
  })

  test("begins a coalition's installation empty, and only with a mail server", async () => {
    const env = await settings()
    const refused = parasol(['serve', '--empty'], env)
    expect(await refused.exit()).toBe(2)
    expect(refused.stderr).toMatch(/^SMTP_URL must be set, [^\n]*\n$/)

    const program = parasol(['serve', '--empty'], { ...env, ...mailServer })
    await program.said('line')
    expect(program.news.filter(({ line }) => line)).toHaveLength(1)
    expect(await program.end('SIGTERM')).toBe(0)
    const later = parasol(['serve'], env)
    expect(await later.exit()).toBe(2)
    expect(later.stderr).toMatch(/^SMTP_URL must be set/)
  })

  test('reports every wrong setting at once, before it touches anything', async () => {
    const env: Record<string, string> = { ...(await settings()), PORT: 'four', LOG_LEVEL: 'loud' }
    const program = parasol(['serve'], env)
    expect(await program.exit()).toBe(2)
    expect(program.stderr.trimEnd().split('\n')).toHaveLength(2)
    await expect(stat(env.PARASOL_DATA!)).rejects.toThrow('ENOENT')
  })
})
