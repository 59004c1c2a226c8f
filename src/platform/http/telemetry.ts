import type { Hono, MiddlewareHandler } from 'hono'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { keptWith } from '#platform/kept.ts'
import type { Platform } from '#platform/platform.ts'
import type { Env } from './context.ts'

type Telemetry = { registry: Registry; seconds: Histogram<'method' | 'status'> }

// No address, no route, no umbrella: a count per route would tell how many people reported something.
const telemetryOf = keptWith((platform: Platform): Telemetry => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const seconds = new Histogram({
    name: 'parasol_http_seconds',
    help: 'Time to answer a request',
    labelNames: ['method', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers: [registry],
  })
  new Gauge({
    name: 'parasol_database_connections',
    help: 'Connections of the request pool: open, idle, and requests waiting for one',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      const pool = platform.database.request
      this.set({ state: 'open' }, pool.totalCount)
      this.set({ state: 'idle' }, pool.idleCount)
      this.set({ state: 'waiting' }, pool.waitingCount)
    },
  })
  return { registry, seconds }
})

/** Where the counts of this program are kept; what a part of it counts itself is registered here. */
export const registryOf = (platform: Platform): Registry => telemetryOf(platform).registry

/** Measures every answer, and logs it where details are asked for: method, status, milliseconds and nothing else. */
export function observed(platform: Platform): MiddlewareHandler<Env> {
  const { seconds } = telemetryOf(platform)
  const debug = platform.log.isLevelEnabled('debug')
  return async (c, next) => {
    const start = performance.now()
    await next()
    const took = performance.now() - start
    seconds.observe({ method: c.req.method, status: `${Math.floor(c.res.status / 100)}xx` }, took / 1000)
    if (debug) {
      platform.log.debug({ method: c.req.method, status: c.res.status, ms: Math.round(took) }, 'answered')
    }
  }
}

/** `/healthz`: the process runs. `/readyz`: it can work (database, jobs). `/metrics`: Prometheus. */
export function probes(app: Hono<Env>, platform: Platform): void {
  app.get('/healthz', c => c.text('ok\n'))
  app.get('/readyz', async c => {
    const database = await platform.database.request.query('select 1').then(
      () => true,
      () => false,
    )
    const jobs = platform.jobsHealthy?.() ?? true
    return c.json({ database, jobs }, database && jobs ? 200 : 503)
  })
  app.get('/metrics', async c => {
    const { registry } = telemetryOf(platform)
    c.header('Content-Type', registry.contentType)
    return c.body(await registry.metrics())
  })
}
