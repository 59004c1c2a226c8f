import type pg from 'pg'
import { pino } from 'pino'
import { openPools } from '#platform/database/open.ts'
import { inScope } from '#platform/database/scope.ts'
import { live, tellMoved } from '#platform/live/live.ts'
import type { Platform } from '#platform/platform.ts'
import { listenForChanges } from '#platform/umbrellas/changes.ts'

// A process for tests that watches one thing: `watcher.ts <config> <umbrella> <id>`. A line on stdin moves it.
const [config, umbrella, id] = process.argv.slice(2) as [string, string, string]
const pools = openPools(() => JSON.parse(config) as pg.ClientConfig)
const database = { ...pools, listen: JSON.parse(config) as pg.ClientConfig }
const platform = { database, log: pino({ level: 'silent' }) } as unknown as Platform
const say = (news: string) => process.stdout.write(`${news}\n`)

live.watch(id, { moved: () => say('moved'), end: () => say('end') })
const stop = await listenForChanges(platform, { changed: old => say(`old ${old}`), missed: () => {} })
process.stdin.on('data', () => {
  void inScope(pools.request, { umbrella, account: null }, 'write', async tx => tellMoved(tx, id))
})
process.once('SIGTERM', async () => {
  live.end()
  await stop()
  await pools.endPools()
  process.exit(0)
})
// Listening begins with a look, because something may have moved before.
say('ready')
