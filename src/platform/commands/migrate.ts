import { parseArgs } from 'node:util'
import type { Command } from '#platform/command.ts'
import { migrate } from '#platform/database/migrate.ts'
import { openDatabase } from '#platform/database/open.ts'
import { loadSecrets } from '#platform/secrets.ts'

/** Brings the database to this program's state without serving it. */
export const migrateCommand: Command = {
  name: 'migrate',
  summary: 'bring the database to the state of this program',
  usage: '',
  async run({ config, print }, args) {
    parseArgs({ args, options: {} })
    const database = await openDatabase(config, await loadSecrets(config.dataFolder, config.secret))
    try {
      const applied = await migrate(database.owner)
      for (const name of applied) print(`applied ${name}`)
      print(applied.length === 0 ? 'nothing to apply' : `${applied.length} applied`)
      return 0
    } finally {
      await database.close()
    }
  },
}
