import { parseArgs } from 'node:util'
import { backupCommands } from '#platform/backup/index.ts'
import type { Command } from '#platform/command.ts'
import { runCommandLine } from '#platform/command-line.ts'
import { consoleCommand } from '#platform/commands/console.ts'
import { migrateCommand } from '#platform/commands/migrate.ts'
import { readKind, settleInstallation } from '#platform/installation.ts'
import { journalVerify } from '#platform/journal/verify-command.ts'
import { OperatorProblem } from '#platform/operator-problem.ts'
import { Umbrellas } from '#platform/umbrellas/index.ts'
import { createApp } from './app.ts'
import { loadDemonstration, serve } from './main.ts'
import { modulesOf } from './modules.ts'

const serveCommand: Command = {
  name: 'serve',
  summary: 'run the program; an empty database becomes the demonstration unless --empty',
  usage: '[--empty]',
  async run({ config, print }, args) {
    const { values } = parseArgs({ args, options: { empty: { type: 'boolean', default: false } } })
    return serve(config, values.empty, print)
  },
}

const routesCommand: Command = {
  name: 'routes',
  summary: 'list every address with its access and its module',
  usage: '',
  async run({ platform, print }, args) {
    parseArgs({ args, options: {} })
    const { routes } = await createApp(await platform())
    for (const { method, path, access, module } of routes) {
      print(`${method.padEnd(5)} ${path.padEnd(56)} ${(access?.name ?? 'SILENT').padEnd(24)} ${module}`)
    }
    return routes.every(({ access }) => access) ? 0 : 1
  },
}

const demoCommand: Command = {
  name: 'demo',
  summary: 'load the demonstration into an empty database',
  usage: '',
  async run({ platform, print }, args) {
    parseArgs({ args, options: {} })
    const opened = await platform()
    const { database, config } = opened
    const before = await readKind(database.owner)
    if (before)
      throw new OperatorProblem(
        `The database is not empty, it holds a ${before}: set PARASOL_DATA to a new folder.`,
      )
    await settleInstallation(database, 'demonstration', () =>
      loadDemonstration({ ...opened, demonstration: config.loopback }),
    )
    print('The demonstration is loaded; npm start shows it.')
    return 0
  },
}

const undescribed = () => {
  throw new Error('only a running program describes its API')
}

/** Everything `parasol` can do: the commands of the program, then those of the rooms. */
export function runParasol(words: string[]): Promise<number> {
  const rooms = modulesOf(new Umbrellas(null), undescribed).flatMap(({ commands }) => commands ?? [])
  const own = [serveCommand, migrateCommand, demoCommand, routesCommand, consoleCommand, journalVerify]
  return runCommandLine([...own, ...backupCommands, ...rooms], words)
}
