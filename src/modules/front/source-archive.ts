import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { projectRoot } from '#platform/project-root.ts'

const run = promisify(execFile)
let archive: Promise<Buffer<ArrayBuffer> | null> | null = null

async function make(): Promise<Buffer<ArrayBuffer> | null> {
  const options = { cwd: projectRoot, encoding: 'buffer', maxBuffer: 256 * 1024 * 1024 } as const
  try {
    const { stdout } = await run('git', ['archive', '--format=tar.gz', '--prefix=parasol/', 'HEAD'], options)
    return Buffer.from(stdout)
  } catch {
    return null
  }
}

/** The source of the running program as tar.gz, made once; null where it was installed without its history. */
export function sourceArchive(): Promise<Buffer<ArrayBuffer> | null> {
  archive ??= make()
  return archive
}
