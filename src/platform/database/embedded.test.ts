import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
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

afterEach(cleanUp)

describe('the embedded server', () => {
  test('is durable, private and deaf to the network', async () => {
    const data = await emptyFolder()
    const { socket } = await onDatabase(data, 'serve')
    const [settings] = await ask(
      socket,
      `select current_setting('fsync') as fsync, current_setting('data_checksums') as checksums,
              current_setting('listen_addresses') as listens, current_setting('server_encoding') as encoding`,
    )
    expect(settings).toEqual({ fsync: 'on', checksums: 'on', listens: '', encoding: 'UTF8' })
    expect((await stat(socket)).mode & 0o777).toBe(0o700)
    expect((await stat(join(data, 'postgres'))).mode & 0o777).toBe(0o700)
    expect((await stat(`/proc/${await postgresOf(data)}`)).uid).not.toBe(0)
  })

  test('is announced in server.json for as long as it is served', async () => {
    const data = await preparedFolder()
    const program = await onDatabase(data, 'serve')
    const file = join(data, 'server.json')
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({
      pid: program.pid,
      postgres: await postgresOf(data),
      socket: program.socket,
      port: 5432,
      address: null,
    })
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    const postgres = await postgresOf(data)
    expect(await program.end('SIGTERM')).toBe(0)
    await expect(stat(file)).rejects.toThrow('ENOENT')
    expect(alive(postgres)).toBe(false)
  })

  test('is refused to a second program that would serve it', async () => {
    const data = await preparedFolder()
    const first = await onDatabase(data, 'serve')
    const second = new Program('embedded.ts', [data, 'serve'])
    expect(await second.exit()).toBe(2)
    expect(second.stderr).toMatch(
      /^Another program already serves .*: stop it first, or set PARASOL_DATA .*\n$/,
    )
    expect(second.stderr).toContain(`process ${first.pid}`)
    expect(await ask(first.socket, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('is shared by commands and stopped by whoever leaves last', async () => {
    const data = await preparedFolder()
    const serving = await onDatabase(data, 'serve')
    const command = await onDatabase(data, 'command')
    const postgres = await postgresOf(data)
    expect(await serving.end('SIGTERM')).toBe(0)
    expect(await ask(command.socket, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(await postgresOf(data)).toBe(postgres)
    expect(await command.end('SIGTERM')).toBe(0)
    expect(alive(postgres)).toBe(false)
  })

  test('outlives the command that started it while somebody is connected', async () => {
    const data = await preparedFolder()
    const command = await onDatabase(data, 'command')
    const waiting = ask(command.socket, 'select pg_sleep(4)')
    await until(async () => {
      const [row] = await ask(
        command.socket,
        "select from pg_stat_activity where query = 'select pg_sleep(4)'",
      )
      return row !== undefined
    }, 'the other client is connected')
    expect(await command.end('SIGTERM')).toBe(0)
    await waiting
    expect(alive(await postgresOf(data))).toBe(true)
  })

  test('starts once when several programs come at the same time to an empty folder', async () => {
    const data = await emptyFolder()
    const programs = await Promise.all(Array.from({ length: 4 }, () => onDatabase(data, 'command')))
    const seen = await Promise.all(
      programs.map(({ socket }) => ask(socket, 'select system_identifier::text from pg_control_system()')),
    )
    expect(new Set(seen.map(rows => JSON.stringify(rows))).size).toBe(1)
    const postgres = await postgresOf(data)
    expect(await Promise.all(programs.map(program => program.end('SIGTERM')))).toEqual([0, 0, 0, 0])
    expect(alive(postgres)).toBe(false)
  })
})
