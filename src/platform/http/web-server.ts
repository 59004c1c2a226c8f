import { createAdaptorServer } from '@hono/node-server'
import type { Config } from '#platform/config.ts'
import { live } from '#platform/live/live.ts'
import { OperatorProblem } from '#platform/operator-problem.ts'

/** How long requests in flight may take once the program has been asked to stop. */
const patience = 10_000

type Fetch = (request: Request) => Response | Promise<Response>

const reasons: Record<string, (config: Config) => string> = {
  EADDRINUSE: ({ port }) =>
    `Port ${port} is taken by another program: stop it, or set PORT to another number.`,
  EACCES: ({ port }) => `Port ${port} may not be used by this user: set PORT to a number above 1023.`,
  EADDRNOTAVAIL: ({ host }) =>
    `PARASOL_HOST is ${host}, which is no address of this machine: try 127.0.0.1 or 0.0.0.0.`,
}

/**
 * Answers requests at the configured address until `close`, which stops accepting, lets requests in flight finish (at
 * most ten seconds) and closes idle kept-alive connections. Throws OperatorProblem when the address cannot be used.
 */
export async function listen(config: Config, fetch: Fetch): Promise<{ close: () => Promise<void> }> {
  const server = createAdaptorServer({ fetch })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason = reasons[error.code ?? '']
      reject(reason ? new OperatorProblem(reason(config)) : error)
    })
    server.listen(config.port, config.host, resolve)
  })
  return { close: () => close(server) }
}

async function close(server: ReturnType<typeof createAdaptorServer>): Promise<void> {
  if (!('closeIdleConnections' in server)) throw new Error('the web server speaks HTTP/1.1')
  const closed = new Promise(resolve => server.close(resolve))
  // A stream of news is a request that ends only when somebody ends it.
  live.end()
  // A connection that was busy when the server closed is idle after its answer, and would be kept alive.
  const idle = setInterval(() => server.closeIdleConnections(), 50)
  const late = setTimeout(() => server.closeAllConnections(), patience)
  await closed
  clearInterval(idle)
  clearTimeout(late)
}
