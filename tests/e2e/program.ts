import { createServer } from 'node:net'
import { listen } from '#platform/http/web-server.ts'
import { startJobs } from '#platform/jobs/index.ts'
import { closeMail } from '#platform/mail/index.ts'
import type { Platform } from '#platform/platform.ts'
import { listenForChanges } from '#platform/umbrellas/changes.ts'
import { type App, createApp } from '#src/app.ts'
import { backgroundJobs } from '#src/background.ts'
import { demonstrationPlatform } from '../demonstration.ts'

/** The program on a database of its own with the demonstration, answering at `origin`. */
export type Program = { origin: string; platform: Platform; app: App; close: () => Promise<void> }

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>(resolve => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as { port: number }
  await new Promise(resolve => probe.close(resolve))
  return port
}

/** Starts everything that `npm start` starts, in this process. Without `smtpUrl` it shows mail instead of sending it. */
export async function startProgram(smtpUrl: string | null = null): Promise<Program> {
  const plain = await demonstrationPlatform(await freePort())
  const platform: Platform = { ...plain, config: { ...plain.config, smtpUrl } }
  const app = await createApp(platform)
  const stopListening = await listenForChanges(platform, {
    changed: umbrella => {
      app.cache.evict(umbrella)
      void app.umbrellas.reload().then(() => app.cache.evict(umbrella))
    },
    missed: () => app.cache.flush(),
  })
  const jobs = await startJobs(platform, backgroundJobs(app.modules))
  const server = await listen(platform.config, app.fetch)
  const close = async () => {
    await server.close()
    await jobs.stop()
    await closeMail(platform)
    await stopListening()
    await platform.database.close()
  }
  return { origin: platform.config.origin, platform, app, close }
}
