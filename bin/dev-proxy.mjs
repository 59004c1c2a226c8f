import { once } from 'node:events'
import { createServer, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { OperatorProblem } from '../src/platform/operator-problem.ts'

const events = '/dev/events'
const script = '/dev/reload.js'
const reload = `new EventSource('${events}').onmessage = () => location.reload()\n`

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  await once(server, 'close')
  return port
}

async function passOn(incoming, outgoing, port) {
  const headers = { ...incoming.headers, 'accept-encoding': 'identity' }
  const upstream = request({ port, host: '127.0.0.1', method: incoming.method, path: incoming.url, headers })
  incoming.pipe(upstream)
  const [answer] = await once(upstream, 'response')
  if (!answer.headers['content-type']?.startsWith('text/html')) {
    outgoing.writeHead(answer.statusCode, answer.headers)
    answer.pipe(outgoing)
    return
  }
  const page = Buffer.concat(await answer.toArray()).toString()
  const { 'content-length': _length, 'transfer-encoding': _encoding, ...rest } = answer.headers
  outgoing.writeHead(answer.statusCode, rest)
  outgoing.end(page.replace('</body>', `<script src="${script}" defer></script></body>`))
}

/**
 * Stands at the address that people open. Requests wait while the program restarts; pages get a script that reloads them
 * after it has. `upstream` is the port where the program is to listen.
 */
export async function startProxy({ port, host }) {
  const upstream = await freePort()
  const listening = new Set()
  let gate = Promise.withResolvers()
  let held = true

  const server = createServer(async (incoming, outgoing) => {
    if (incoming.url === script) return outgoing.setHeader('content-type', 'text/javascript').end(reload)
    if (incoming.url === events) {
      outgoing
        .writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
        .flushHeaders()
      listening.add(outgoing)
      outgoing.on('close', () => listening.delete(outgoing))
      return
    }
    await gate.promise
    await passOn(incoming, outgoing, upstream).catch(error => {
      if (outgoing.headersSent) outgoing.destroy()
      else outgoing.writeHead(502, { 'content-type': 'text/plain' }).end(`${error.message}\n`)
    })
  })
  server.listen(port, host)
  await once(server, 'listening').catch(error => {
    throw new OperatorProblem(`Port ${port} cannot be used (${error.code}): set PORT to another number.`)
  })

  return {
    upstream,
    hold() {
      if (!held) gate = Promise.withResolvers()
      held = true
    },
    release() {
      held = false
      gate.resolve()
      for (const page of listening) page.write('data: reload\n\n')
    },
    /** Waits until the program answers; false when it ends instead. */
    async answers(isAlive) {
      while (isAlive()) {
        const healthy = await fetch(`http://127.0.0.1:${upstream}/healthz`).then(
          ({ ok }) => ok,
          () => false,
        )
        if (healthy) return true
        await sleep(50)
      }
      return false
    },
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}
