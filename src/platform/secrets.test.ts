import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { loadSecrets } from './secrets.ts'

let parent: string
let data: string
let file: string

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'parasol-secrets-'))
  data = join(parent, 'data')
  file = join(data, 'secrets.json')
})

afterEach(() => rm(parent, { recursive: true }))

describe('secrets', () => {
  test('are made once, for their owner alone, and stay the same', async () => {
    const first = await loadSecrets(data)
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect(await loadSecrets(data)).toEqual(first)
    expect(await readdir(data)).toEqual(['secrets.json'])
  })

  test('are one key of 32 bytes for each purpose', async () => {
    const keys = Object.values(await loadSecrets(data))
    expect(keys.every(key => key.length === 32)).toBe(true)
    expect(new Set(keys.map(key => key.toString('hex'))).size).toBe(keys.length)
    const stored = await readFile(file, 'utf8')
    expect(keys.some(key => stored.includes(key.toString('base64url')))).toBe(false)
  })

  test('are the same for programs that start at once', async () => {
    const [first, ...others] = await Promise.all(Array.from({ length: 5 }, () => loadSecrets(data)))
    for (const other of others) expect(other).toEqual(first)
  })

  test('come from the environment where it names one, and then leave no file', async () => {
    const secret = 'a secret of at least thirty-two characters'
    const keys = await loadSecrets(data, secret)
    expect(await loadSecrets(join(parent, 'elsewhere'), secret)).toEqual(keys)
    expect(await readdir(parent)).toEqual([])
  })

  test('that others could read are refused', async () => {
    await loadSecrets(data)
    await chmod(file, 0o640)
    await expect(loadSecrets(data)).rejects.toThrow(`${file} can be read by others: run chmod 600 ${file}.`)
  })

  test('that are no secrets are refused', async () => {
    await loadSecrets(data)
    await writeFile(file, '{}')
    await expect(loadSecrets(data)).rejects.toThrow(`${file} holds no secret`)
  })
})
