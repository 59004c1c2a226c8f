import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { loadBackup } from '#platform/backup/load.ts'
import { type Backup, makeBackup } from '#platform/backup/make.ts'
import { readBackup } from '#platform/backup/read.ts'
import { type Migration, readMigrations } from '#platform/database/migrate.ts'
import type { Database } from '#platform/database/open.ts'
import { emptyDatabase } from './database.ts'

export type RestoreOptions = {
  into?: Database
  migrations?: Migration[]
  /** What `loadBackup` does last in its transaction. */
  last?: () => Promise<void>
}

/** Makes backups in a folder of its own, sealed for a key that it has, and restores them. Close it after the tests. */
export async function openBackupDesk() {
  const folder = await mkdtemp(join(tmpdir(), 'parasol-backup-'))
  const identity = await generateX25519Identity()
  const secret = 'a secret of at least thirty-two characters'
  let count = 0

  const decrypter = (key = identity) => {
    const opened = new Decrypter()
    opened.addIdentity(key)
    return opened
  }

  async function encrypter(): Promise<Encrypter> {
    const sealing = new Encrypter()
    sealing.addRecipient(await identityToRecipient(identity))
    return sealing
  }

  async function backUp(
    database: Pick<Database, 'owner' | 'worker'>,
    name = `backup-${++count}.age`,
  ): Promise<Backup & { file: string }> {
    const file = join(folder, name)
    return { ...(await makeBackup(database, secret, file, await encrypter())), file }
  }

  /** Reads the backup through and loads it into an empty database, which is returned. */
  async function restore(file: string, options: RestoreOptions = {}): Promise<Database> {
    const database = options.into ?? (await emptyDatabase())
    const { manifest } = await readBackup(file, decrypter())
    const migrations = options.migrations ?? (await readMigrations())
    await loadBackup(database, file, decrypter(), manifest, migrations, options.last ?? (async () => {}))
    return database
  }

  const identityFile = join(folder, 'secret.key')
  await writeFile(identityFile, `${identity}\n`, { mode: 0o600 })

  const close = () => rm(folder, { recursive: true })
  return { folder, identityFile, secret, decrypter, encrypter, backUp, restore, close }
}

export type BackupDesk = Awaited<ReturnType<typeof openBackupDesk>>
