import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CommandContext } from '#platform/command.ts'
import { OperatorProblem } from '#platform/operator-problem.ts'
import { askPassphrase } from './ask-passphrase.ts'
import { backupKeyCommand } from './key-command.ts'
import { decrypterFor, encrypterFor } from './keys.ts'
import { makeFile } from './new-file.ts'

let folder: string
let recipient: string
const at = (name: string) => join(folder, name)

async function privately(name: string, text: string): Promise<string> {
  await writeFile(at(name), text, { mode: 0o600 })
  return at(name)
}

async function runKeyCommand(...args: string[]): Promise<string[]> {
  const printed: string[] = []
  const context = { print: (line: string) => printed.push(line) } as unknown as CommandContext
  expect(await backupKeyCommand.run(context, args)).toBe(0)
  return printed
}

async function sealed(name: string, sealing: Awaited<ReturnType<typeof encrypterFor>>): Promise<string> {
  const bytes = await sealing.encrypt('what is inside')
  await rm(at(name), { force: true })
  await makeFile(at(name), sink => sink.write(bytes))
  return at(name)
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parasol-keys-'))
  ;[recipient = ''] = await runKeyCommand(at('secret.key'))
})

afterAll(() => rm(folder, { recursive: true }))

describe('parasol backup-key', () => {
  test('shows the public key and keeps the secret one for its owner alone', async () => {
    expect(recipient).toMatch(/^age1[a-z0-9]{58}$/)
    const text = await readFile(at('secret.key'), 'utf8')
    expect(text).toContain(recipient)
    expect(text).toMatch(/^AGE-SECRET-KEY-1[A-Z0-9]{58}$/m)
    expect((await stat(at('secret.key'))).mode & 0o777).toBe(0o600)
  })

  test('never overwrites a key', async () => {
    await expect(runKeyCommand(at('secret.key'))).rejects.toThrow('there is a file of that name')
    await expect(runKeyCommand(at('no/such/folder/key'))).rejects.toThrow('its folder does not exist')
    await expect(runKeyCommand()).rejects.toThrow('usage is parasol backup-key <file>')
  })
})

describe('what seals a backup', () => {
  test('is a public key, which the secret one opens', async () => {
    const file = await sealed('by-key.age', await encrypterFor({ recipients: [recipient] }))
    const opened = await decrypterFor(file, { identityFile: at('secret.key') })
    expect(await opened.decrypt(await readFile(file), 'text')).toBe('what is inside')
    await expect(decrypterFor(file, {})).rejects.toThrow(
      'give the file of its secret key with --identity-file',
    )
  })

  test('is the first line of a file, which opens it again', async () => {
    const passphraseFile = await privately('passphrase', 'correct horse battery staple\r\n')
    const file = await sealed('by-passphrase.age', await encrypterFor({ passphraseFile }))
    const opened = await decrypterFor(file, { passphraseFile })
    expect(await opened.decrypt(await readFile(file), 'text')).toBe('what is inside')
    await expect(decrypterFor(file, { identityFile: at('secret.key') })).rejects.toThrow(
      'was sealed with a passphrase: give --passphrase-file',
    )
  })

  test.each<[string, () => Promise<unknown>, string]>([
    ['both ways', () => encrypterFor({ passphraseFile: 'a', recipients: ['b'] }), 'not both'],
    [
      'a key that is none',
      () => encrypterFor({ recipients: ['age1nothing'] }),
      'this is no public key of age',
    ],
    ['a secret key', () => encrypterFor({ recipients: ['AGE-SECRET-KEY-1ABC'] }), 'a secret one was given'],
    ['a file that is not there', () => encrypterFor({ passphraseFile: at('none') }), 'there is no such file'],
    ['a folder', () => encrypterFor({ passphraseFile: folder }), 'it is a folder'],
    [
      'an empty file',
      async () => encrypterFor({ passphraseFile: await privately('empty', '\nx') }),
      'holds no passphrase',
    ],
    [
      'a short one',
      async () => encrypterFor({ passphraseFile: await privately('short', 'easy') }),
      'at least 12',
    ],
  ])('is not %s', async (_what, seal, line) => {
    const error = await seal().catch((error: OperatorProblem) => error)
    expect(error).toBeInstanceOf(OperatorProblem)
    expect(error).toMatchObject({ lines: [expect.stringContaining(line)] })
  })

  test('is no file that others can read', async () => {
    const passphraseFile = await privately('open', 'correct horse battery staple')
    await chmod(passphraseFile, 0o644)
    await expect(encrypterFor({ passphraseFile })).rejects.toThrow(`run chmod 600 ${passphraseFile}`)
  })
})

describe('what opens a backup', () => {
  test.each<[string, () => Promise<unknown>, string]>([
    ['no file', () => decrypterFor(at('none'), {}), 'there is no such file'],
    [
      'no backup',
      async () => decrypterFor(await privately('note', 'hello'), {}),
      'is not a backup of Parasol',
    ],
  ])('is asked for %s in vain', async (_what, open, line) => {
    await expect(open()).rejects.toThrow(line)
  })

  test('is no file without a secret key', async () => {
    const file = await sealed('by-key-2.age', await encrypterFor({ recipients: [recipient] }))
    for (const text of ['', '# a comment\n', 'AGE-SECRET-KEY-1NONE\n', `${recipient}\n`]) {
      const identityFile = await privately('no-key', text)
      await expect(decrypterFor(file, { identityFile })).rejects.toThrow('holds no secret key of age')
    }
  })
})

describe('asking for a passphrase', () => {
  function terminal() {
    const input = Object.assign(new PassThrough(), { isTTY: true })
    const output = new PassThrough()
    let shown = ''
    output.on('data', chunk => {
      shown += chunk
    })
    return { input, output, shown: () => shown }
  }

  async function typed(times: 1 | 2, ...lines: string[]): Promise<{ answer: unknown; shown: string }> {
    const { input, output, shown } = terminal()
    const asked = askPassphrase(times, 'nobody', { input, output })
    for (const [index, line] of lines.entries()) {
      while ((shown().match(/: /g) ?? []).length <= index)
        await new Promise(resolve => setTimeout(resolve, 5))
      input.write(`${line}\r`)
    }
    return { answer: await asked.catch(error => error), shown: shown() }
  }

  test('shows the question and nothing of the answer', async () => {
    expect(await typed(1, 'correct horse')).toEqual({
      answer: 'correct horse',
      shown: 'Passphrase of the backup: \n',
    })
  })

  test('asks twice for a new one, and takes it when both agree', async () => {
    expect((await typed(2, 'correct horse', 'correct horse')).answer).toBe('correct horse')
    expect((await typed(2, 'correct horse', 'battery staple')).answer).toMatchObject({
      message: 'The two passphrases differ: try again.',
    })
  })

  test('ends with one line when the person leaves', async () => {
    const { input, output } = terminal()
    const asked = askPassphrase(1, 'nobody', { input, output })
    input.write('\u0003')
    await expect(asked).rejects.toThrow('No passphrase was given.')
  })

  test('says what to give instead where nobody sits at a terminal', async () => {
    const { output } = terminal()
    await expect(askPassphrase(2, 'give a file', { input: new PassThrough(), output })).rejects.toThrow(
      'give a file',
    )
  })
})
