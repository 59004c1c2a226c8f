import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { projectRoot } from '#platform/project-root.ts'
import type { Frozen } from './frozen.ts'
import type { Load, LoadResult } from './load.ts'

const script = (name: string) => join(projectRoot, 'bench', name)

async function said(name: string, argument: unknown): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [script(name), JSON.stringify(argument)], {
    maxBuffer: 10_000_000,
  })
  return stdout
}

/** Calls the addresses in turn from another process; an answer that is not 2xx spoils the measure and throws. */
export async function measureLoad(load: Load): Promise<LoadResult> {
  const result = JSON.parse(await said('load.ts', load)) as LoadResult
  if (result.failed > 0) throw new Error(`${result.failed} answers of ${load.paths[0]} were no pages`)
  return result
}

/** How often a second the driver alone runs a statement. */
export const measureFrozen = async (frozen: Frozen): Promise<number> =>
  Number(await said('frozen.ts', frozen))

/** Serves a file's bytes by bare node:http while `work` runs, which is given the address. */
export async function withBareServer<T>(
  file: string,
  headers: Record<string, string>,
  work: (origin: string) => Promise<T>,
): Promise<T> {
  const child = spawn(process.execPath, [script('bare-server.ts'), file, JSON.stringify(headers)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [port] = (await once(child.stdout, 'data')) as [Buffer]
  try {
    return await work(`http://127.0.0.1:${port.toString().trim()}`)
  } finally {
    child.kill()
    await once(child, 'exit')
  }
}
