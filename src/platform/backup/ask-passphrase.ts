import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { OperatorProblem } from '#platform/operator-problem.ts'

type Terminal = { input: NodeJS.ReadableStream & { isTTY?: boolean }; output: NodeJS.WritableStream }

// Questions go to stderr: stdout may be kept in a file.
const terminal: Terminal = { input: process.stdin, output: process.stderr }

async function askOnce(question: string, { input, output }: Terminal): Promise<string> {
  // The terminal echoes nothing: readline reads it key by key and writes what was typed to nowhere.
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  const reader = createInterface({ input, output: nowhere, terminal: true, historySize: 0 })
  output.write(question)
  try {
    const closed = new Promise<never>((_, reject) =>
      reader.once('close', () => reject(new OperatorProblem('No passphrase was given.'))),
    )
    return await Promise.race([reader.question(''), closed])
  } finally {
    reader.close()
    output.write('\n')
  }
}

/**
 * Asks for a passphrase without showing it, `times` in a row, which must agree. Throws OperatorProblem, and where nobody
 * sits at a terminal says `otherwise`.
 */
export async function askPassphrase(
  times: 1 | 2,
  otherwise: string,
  on: Terminal = terminal,
): Promise<string> {
  if (!on.input.isTTY) throw new OperatorProblem(otherwise)
  const passphrase = await askOnce('Passphrase of the backup: ', on)
  if (times === 2 && (await askOnce('The same passphrase again: ', on)) !== passphrase) {
    throw new OperatorProblem('The two passphrases differ: try again.')
  }
  return passphrase
}
