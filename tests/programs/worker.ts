import type pg from 'pg'
import { pino } from 'pino'
import { openPools } from '#platform/database/open.ts'
import { type JobDefinition, startJobs } from '#platform/jobs/index.ts'
import type { Platform } from '#platform/platform.ts'

// A worker process for tests: `worker.ts <request config> <worker config>`, each JSON for the driver. The table
// jobs_done has one row for each time that an effect was committed.
const [request, worker] = process.argv.slice(2).map(text => JSON.parse(text!) as pg.ClientConfig)
const pools = openPools(role => (role === 'parasol_worker' ? worker! : request!))
const platform = { database: pools, log: pino({ level: 'silent' }) } as unknown as Platform

const count = 'insert into platform.jobs_done (job, process) values ($1, $2)'
const say = (news: string) => process.stdout.write(`${news}\n`)

const plain: JobDefinition = {
  queue: 'test.count',
  handler: (context, ref) =>
    context.inScope({ umbrella: ref.umbrella, account: null }, 'write', async tx => {
      await tx.$client.query(count, [ref.id, process.pid])
    }),
}

const crashing: JobDefinition = {
  queue: 'test.crash',
  timeout: 2,
  retry: { limit: 3, delay: 0, backoff: false },
  handler: async (context, ref) => {
    say('attempt')
    await context.once({ umbrella: ref.umbrella, account: null }, async tx => {
      await tx.$client.query(count, [ref.id, process.pid])
    })
    say('committed')
    // The test kills the first process here: its work is committed and pg-boss does not know.
    if (process.env.HANG) await new Promise(() => {})
  },
}

const slow: JobDefinition = {
  queue: 'test.slow',
  handler: async (context, ref) => {
    say('slow begun')
    await new Promise(resolve => setTimeout(resolve, 700))
    await plain.handler(context, ref)
  },
}

const jobs = await startJobs(platform, [plain, crashing, slow], { poll: 1, supervise: 1, grace: 10 })
process.once('SIGTERM', async () => {
  await jobs.stop()
  await pools.endPools()
  say('stopped')
})
say('ready')
