import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { ask, cleanUp, emptyFolder, onDatabase, Program, preparedFolder } from '#tests/programs/start.ts'

afterEach(cleanUp)

const asRoot = process.getuid!() === 0

async function refusal(data: string, env: Record<string, string> = {}): Promise<string> {
  const program = new Program('embedded.ts', [data, 'serve'], env)
  expect(await program.exit()).toBe(2)
  expect(program.stderr.trimEnd()).not.toContain('\n')
  return program.stderr
}

describe('the data folder', () => {
  test('may have a path longer than a socket may', async () => {
    const data = join(dirname(await emptyFolder()), 'a-folder-with-a-long-name/'.repeat(6), 'data')
    const program = await onDatabase(data, 'serve')
    expect(program.socket.length).toBeLessThan(80)
    expect(await ask(program.socket, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(await program.end('SIGTERM')).toBe(0)
    await rm(program.socket, { recursive: true })
  })

  test('with a long path is refused when somebody else prepared the folder of its socket', async () => {
    const parent = dirname(await emptyFolder())
    const data = join(parent, 'a-folder-with-a-long-name/'.repeat(6), 'data')
    const temporary = join(parent, 'tmp')
    await mkdir(temporary)
    await chmod(temporary, 0o777)
    const program = await onDatabase(data, 'serve', { TMPDIR: temporary })
    await program.end('SIGTERM')
    await chmod(program.socket, 0o755)
    expect(await refusal(data, { TMPDIR: temporary })).toMatch(
      /is not a private folder of user \d+: remove it, or set TMPDIR/,
    )
  })

  test('is found by a program with another TMPDIR', async () => {
    const parent = dirname(await emptyFolder())
    const data = join(parent, 'a-folder-with-a-long-name/'.repeat(6), 'data')
    const temporary = join(parent, 'tmp')
    await mkdir(temporary)
    await chmod(temporary, 0o777)
    const serving = await onDatabase(data, 'serve', { TMPDIR: temporary })
    const command = await onDatabase(data, 'command')
    expect(command.socket).toBe(serving.socket)
    expect(await command.end('SIGTERM')).toBe(0)
    expect(await ask(serving.socket, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test.runIf(asRoot)('is not made for a user without a name', async () => {
    const parent = dirname(await emptyFolder())
    await chmod(parent, 0o777)
    expect(await refusal(join(parent, 'data'), { BECOME: '54321' })).toContain('no user with the uid 54321')
  })

  test('that cannot be written is refused', async () => {
    const data = await emptyFolder()
    await writeFile(data, 'a file, not a folder')
    expect(await refusal(data)).toMatch(/cannot be made .*: set PARASOL_DATA to a folder you may write to/)
  })

  test('works under a umask that shuts everybody else out', async () => {
    const data = await emptyFolder()
    const before = process.umask(0o077)
    const program = await onDatabase(data, 'serve').finally(() => process.umask(before))
    expect(await ask(program.socket, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('of another PostgreSQL version is refused', async () => {
    const data = await preparedFolder()
    await (await onDatabase(data, 'serve')).end('SIGTERM')
    await writeFile(join(data, 'postgres/PG_VERSION'), '17\n')
    expect(await refusal(data)).toMatch(/was made by PostgreSQL 17 and this program brings 18: make a backup/)
  })

  test('with a damaged configuration is refused with the reason', async () => {
    const data = await preparedFolder()
    await (await onDatabase(data, 'serve')).end('SIGTERM')
    await writeFile(join(data, 'postgres/postgresql.auto.conf'), "shared_buffers = 'a lot'\n")
    expect(await refusal(data)).toMatch(/^PostgreSQL did not start: .*shared_buffers|configuration file/)
    expect(await readFile(join(data, 'postgres/PG_VERSION'), 'utf8')).toBe('18\n')
  })

  // Only root has to hand PostgreSQL to another user, who may be shut out; an ordinary user has nothing to refuse here.
  test.runIf(asRoot)(
    'that the unprivileged user cannot reach is refused with a folder that works',
    async () => {
      const closed = await mkdtemp(join(tmpdir(), 'parasol-closed-'))
      expect(await refusal(join(closed, 'data'))).toMatch(
        /cannot reach .*: start with PARASOL_DATA=\/var\/lib\/parasol/,
      )
      await rm(closed, { recursive: true })
    },
  )
})
