import { stat } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type { Command } from '#platform/command.ts'
import type { Config } from '#platform/config.ts'
import { openDatabase } from '#platform/database/open.ts'
import { OperatorProblem } from '#platform/operator-problem.ts'
import { keysOf, readSecret } from '#platform/secrets.ts'
import { encrypterFor } from './keys.ts'
import { makeBackup } from './make.ts'
import { contentsOf } from './report.ts'

const backupUsage = '<file> [--passphrase-file <file> | --recipient <age1…>…]'

/** The file that a command was given, alone. Throws OperatorProblem. */
export function onlyFile(positionals: string[], command: string, usage: string): string {
  const [file, ...more] = positionals
  if (file && more.length === 0) return file
  throw new OperatorProblem(`Name one file: usage is parasol ${command} ${usage}`)
}

async function secretOf({ dataFolder, secret }: Config): Promise<string> {
  const found = secret ?? (await readSecret(dataFolder))
  if (found !== null) return found
  throw new OperatorProblem(
    `There is no installation in ${dataFolder}: set PARASOL_DATA to the data folder of the one to back up.`,
  )
}

async function refuseExisting(file: string): Promise<void> {
  if (!(await stat(file).catch(() => null))) return
  throw new OperatorProblem(`${file} exists, and a backup replaces no file: choose another name.`)
}

/** `parasol backup`: while the program runs, or while it does not. Works on a database that waits for migrations too. */
export const backupCommand: Command = {
  name: 'backup',
  summary: 'write everything into one sealed file, while the program runs',
  usage: backupUsage,
  async run({ config, print }, args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { 'passphrase-file': { type: 'string' }, recipient: { type: 'string', multiple: true } },
    })
    const file = onlyFile(positionals, 'backup', backupUsage)
    await refuseExisting(file)
    const secret = await secretOf(config)
    const encrypter = await encrypterFor({
      passphraseFile: values['passphrase-file'],
      recipients: values.recipient,
    })
    const database = await openDatabase(config, keysOf(secret))
    try {
      const backup = await makeBackup(database, secret, file, encrypter)
      print(`${file}: ${contentsOf(backup.manifest)}`)
      print(`${backup.size} bytes, SHA-256 ${backup.sha256}`)
      return 0
    } finally {
      await database.close()
    }
  },
}
