import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { projectRoot } from '#platform/project-root.ts'
import { type MailWords, unreadable } from './words-of-mail.ts'

// Read from the checkout by Node itself, also by the built program.
const program = join(projectRoot, 'src/platform/incoming-mail/reader.ts')

const longest = 60_000

const begin = (): ChildProcess =>
  fork(program, {
    cwd: '/',
    env: {},
    execArgv: ['--max-old-space-size=256'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })

/**
 * Makes out what a mail says, in a process of its own that ends with it. A mail on which that process fails, or works for more
 * than a minute, counts as unreadable: it is kept whole all the same.
 */
export async function readMail(
  raw: Uint8Array,
  signal?: AbortSignal,
  patience = longest,
): Promise<MailWords> {
  const child = begin()
  const stop = () => child.kill('SIGKILL')
  const timer = setTimeout(stop, patience)
  signal?.addEventListener('abort', stop)
  const words = await new Promise<MailWords | null>((resolve, reject) => {
    child.once('message', told => resolve((told as { words: MailWords | null }).words))
    child.once('error', reject)
    child.once('exit', () => resolve(null))
    child.send(raw, error => error && resolve(null))
  }).finally(() => {
    clearTimeout(timer)
    signal?.removeEventListener('abort', stop)
  })
  signal?.throwIfAborted()
  return words ?? unreadable(raw)
}
