import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Command, CommandContext } from '#platform/command.ts'
import type { Config } from '#platform/config.ts'
import { type Migration, migrate, readMigrations } from '#platform/database/migrate.ts'
import { openDatabase } from '#platform/database/open.ts'
import { journalVerify } from '#platform/journal/verify-command.ts'
import { createLog } from '#platform/log.ts'
import { OperatorProblem } from '#platform/operator-problem.ts'
import { keepSecret, keysOf, readSecret } from '#platform/secrets.ts'
import { onlyFile } from './backup-command.ts'
import type { Manifest } from './format.ts'
import { decrypterFor } from './keys.ts'
import { loadBackup } from './load.ts'
import { type Contents, DamagedBackup, readBackup } from './read.ts'
import { contentsOf, plural } from './report.ts'

const usage = '<file> [--passphrase-file <file> | --identity-file <file>] [--check]'

/** The migrations that make the tables of the backup. Throws OperatorProblem when the backup has another history. */
async function historyOf({ migrations }: Manifest): Promise<Migration[]> {
  const ours = await readMigrations()
  const unknown = migrations.find(({ name }) => !ours.some(migration => migration.name === name))
  if (unknown) {
    throw new OperatorProblem(
      `The backup was made by a newer program (it has migration ${unknown.name}): update this program first.`,
    )
  }
  const differing = migrations.find(
    ({ name, hash }, index) => ours[index]?.name !== name || ours[index].hash !== hash,
  )
  if (!differing) return ours.slice(0, migrations.length)
  throw new OperatorProblem(
    `migrations/${differing.name} is not the one that the backup was made with: check out a version of the program that has it.`,
  )
}

/** The folder must not know another secret: what the backup holds could not be opened under it. */
async function refuseOtherSecret({ dataFolder, secret: override }: Config, secret: string): Promise<void> {
  if (override !== null && override !== secret) {
    throw new OperatorProblem(
      'PARASOL_SECRET is not the secret of the backup: unset it, the backup brings its own into secrets.json.',
    )
  }
  const kept = override === null ? await readSecret(dataFolder) : null
  if (kept !== null && kept !== secret) {
    throw new OperatorProblem(
      `${join(dataFolder, 'secrets.json')} belongs to another installation: set PARASOL_DATA to a new folder.`,
    )
  }
}

type From = { file: string; contents: Contents; decrypter: Parameters<typeof loadBackup>[2] }

async function restoreInto(
  { config, print }: CommandContext,
  { file, contents, decrypter }: From,
): Promise<number> {
  const { manifest, secret } = contents
  const history = await historyOf(manifest)
  await refuseOtherSecret(config, secret)
  const secrets = keysOf(secret)
  const database = await openDatabase(config, secrets)
  let secretWritten = false
  try {
    // Written before the rows are there for good: rows without their secret would be of little use.
    await loadBackup(database, file, decrypter, manifest, history, async () => {
      secretWritten = config.secret === null && (await keepSecret(config.dataFolder, secret))
    }).catch(async error => {
      if (secretWritten) await rm(join(config.dataFolder, 'secrets.json'), { force: true })
      throw error
    })
    const applied = await migrate(database.owner)
    // What was to be gone by now must not come back with a backup that still had it.
    await database.owner.query('select vault.purge_due()')
    print(
      `Restored: ${contentsOf(manifest)}${applied.length > 0 ? `, and ${plural(applied.length, 'newer migration')}` : ''}`,
    )
    const platform = { config, secrets, database, log: createLog(config), demonstration: false }
    return await journalVerify.run({ config, print, platform: async () => platform }, [])
  } finally {
    await database.close()
  }
}

/** `parasol restore`: an installation from a backup, into an empty data folder or database. */
export const restoreCommand: Command = {
  name: 'restore',
  summary: 'make an installation from a backup, in an empty data folder or database',
  usage,
  async run(context, args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        'passphrase-file': { type: 'string' },
        'identity-file': { type: 'string' },
        check: { type: 'boolean', default: false },
      },
    })
    const file = onlyFile(positionals, 'restore', usage)
    const decrypter = await decrypterFor(file, {
      passphraseFile: values['passphrase-file'],
      identityFile: values['identity-file'],
    })
    try {
      const contents = await readBackup(file, decrypter)
      if (!values.check) return await restoreInto(context, { file, contents, decrypter })
      context.print(`${file} is whole: ${contentsOf(contents.manifest)}`)
      return 0
    } catch (error) {
      if (!(error instanceof DamagedBackup)) throw error
      process.stderr.write(`${error.message}\n`)
      return 1
    }
  },
}
