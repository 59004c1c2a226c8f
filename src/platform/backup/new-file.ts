import { createHash, randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { type FileHandle, link, open, rm, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { OperatorProblem } from '#platform/operator-problem.ts'

const problems: Record<string, string> = {
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'its folder does not exist',
  EACCES: 'you may not write there',
  EROFS: 'you may not write there',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  EEXIST: 'there is a file of that name, and a backup replaces none',
}

async function flush(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}

async function hashOf(path: string): Promise<{ size: number; sha256: string }> {
  const hash = createHash('sha256')
  let size = 0
  const file = await open(path)
  for await (const chunk of file.createReadStream()) {
    hash.update(chunk)
    size += chunk.length
  }
  return { size, sha256: hash.digest('hex') }
}

/** Has a person who breaks off (Ctrl-C) leave nothing behind. Returns what ends this. */
function removeWhenStopped(path: string): () => void {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  const stop = (signal: NodeJS.Signals) => {
    rmSync(path, { force: true })
    end()
    process.kill(process.pid, signal)
  }
  const end = () => {
    for (const signal of signals) process.removeListener(signal, stop)
  }
  for (const signal of signals) process.once(signal, stop)
  return end
}

/** A file being written, that notes what it was given. */
export type Sink = { write(chunk: Uint8Array): Promise<void> }

async function fill(file: FileHandle, write: (sink: Sink) => Promise<void>): Promise<string> {
  const hash = createHash('sha256')
  await write({
    write: async chunk => {
      hash.update(chunk)
      await file.writeFile(chunk)
    },
  })
  await file.sync()
  return hash.digest('hex')
}

/**
 * Makes a file that is there as a whole or not at all, readable by its owner alone: written under another name, on the
 * disk before it gets its own, and read again to see that it holds what was written. It replaces no file. Returns bytes
 * and SHA-256. Throws OperatorProblem.
 */
export async function makeFile(
  given: string,
  write: (sink: Sink) => Promise<void>,
): Promise<{ size: number; sha256: string }> {
  const path = resolve(given)
  const half = join(dirname(path), `.${basename(path)}.${randomUUID()}`)
  const endOfCare = removeWhenStopped(half)
  try {
    if (await stat(path).catch(() => null))
      throw Object.assign(new Error(), { code: 'EEXIST', syscall: 'link' })
    const file = await open(half, 'wx', 0o600)
    const sha256 = await fill(file, write).finally(() => file.close())
    const found = await hashOf(half)
    if (found.sha256 !== sha256) {
      throw new OperatorProblem(
        `${given} was not kept as it was written: the disk is failing, write to another one.`,
      )
    }
    await link(half, path)
    await flush(dirname(path))
    return found
  } catch (error) {
    const { syscall, code = '' } = error as NodeJS.ErrnoException
    if (!syscall) throw error
    throw new OperatorProblem(`${given} cannot be written: ${problems[code] ?? code}.`)
  } finally {
    await rm(half, { force: true }).catch(() => {})
    endOfCare()
  }
}
