import type { Config } from '#platform/config.ts'
import { migrate, readProgress } from '#platform/database/migrate.ts'
import { openDatabase } from '#platform/database/open.ts'
import { readKind } from '#platform/installation.ts'
import { createLog } from '#platform/log.ts'
import { OperatorProblem } from '#platform/operator-problem.ts'
import type { Platform } from '#platform/platform.ts'
import { loadSecrets } from '#platform/secrets.ts'

/**
 * What a command stands on. A new database is migrated; one that is behind is refused, because a program of the older
 * version may be running on it. The caller closes `database`. Throws OperatorProblem.
 */
export async function openPlatform(config: Config): Promise<Platform> {
  const log = createLog(config)
  const secrets = await loadSecrets(config.dataFolder, config.secret)
  const database = await openDatabase(config, secrets)
  try {
    const { applied, pending } = await readProgress(database.owner)
    if (applied.length === 0) await migrate(database.owner)
    else if (pending.length > 0) {
      throw new OperatorProblem(
        `The database lacks ${pending.length} migrations (${pending[0]} is the first): restart the program, or run npm run parasol -- migrate.`,
      )
    }
    const demonstration = config.loopback && (await readKind(database.owner)) === 'demonstration'
    return { config, secrets, database, log, demonstration }
  } catch (error) {
    await database.close()
    throw error
  }
}
