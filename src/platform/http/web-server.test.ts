import { once } from 'node:events'
import { Agent, createServer as createHttpServer, get, type IncomingMessage } from 'node:http'
import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { type Config, readConfig } from '#platform/config.ts'
import { listen } from './web-server.ts'

async function freeConfig(): Promise<Config> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return readConfig({ PORT: String(port) })
}

async function answer(port: number, agent: Agent): Promise<string> {
  const [response] = (await once(get({ port, agent }), 'response')) as [IncomingMessage]
  return (await response.toArray()).join('')
}

test('a request in flight is answered before the server closes, and no new one is taken', async () => {
  const config = await freeConfig()
  const asked = Promise.withResolvers<void>()
  const release = Promise.withResolvers<void>()
  const server = await listen(config, async () => {
    asked.resolve()
    await release.promise
    return new Response('late but whole')
  })
  const agent = new Agent({ keepAlive: true })
  const flying = answer(config.port, agent)
  await asked.promise
  const closed = server.close()
  await expect(answer(config.port, new Agent())).rejects.toThrow('ECONNREFUSED')
  release.resolve()
  expect(await flying).toBe('late but whole')
  await closed
  agent.destroy()
})

test('a connection kept alive after its last answer does not hold the server, as it would hold any other', async () => {
  const config = await freeConfig()
  const asked = Promise.withResolvers<void>()
  const release = Promise.withResolvers<void>()
  const server = await listen(config, async () => {
    asked.resolve()
    await release.promise
    return new Response('ok')
  })
  const plain = createHttpServer((_request, response) => void release.promise.then(() => response.end('ok')))
  plain.keepAliveTimeout = 3000
  plain.listen(0, '127.0.0.1')
  await once(plain, 'listening')
  const agent = new Agent({ keepAlive: true })
  const ports = [config.port, (plain.address() as { port: number }).port]
  const requests = [once(plain, 'request'), ...ports.map(port => answer(port, agent))]
  await Promise.all([asked.promise, requests[0]])
  const closed: string[] = []
  const closing = [
    server.close().then(() => closed.push('ours')),
    new Promise(resolve => plain.close(resolve)).then(() => closed.push('plain')),
  ]
  release.resolve()
  await Promise.all([...requests, ...closing])
  expect(closed).toEqual(['ours', 'plain'])
  agent.destroy()
})

test('a port that is taken is refused in one line', async () => {
  const config = await freeConfig()
  const server = await listen(config, () => new Response('ok'))
  await expect(listen(config, () => new Response('ok'))).rejects.toThrow(
    `Port ${config.port} is taken by another program: stop it, or set PORT to another number.`,
  )
  await server.close()
})

test('an address that this machine does not have is refused in one line', async () => {
  const config = { ...(await freeConfig()), host: '192.0.2.1' }
  await expect(listen(config, () => new Response('ok'))).rejects.toThrow(
    /^PARASOL_HOST is 192.0.2.1, which is no address/,
  )
})
