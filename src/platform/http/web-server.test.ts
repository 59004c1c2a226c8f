import { once } from 'node:events'
import { Agent, get, type IncomingMessage } from 'node:http'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
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
  const server = await listen(config, async () => {
    await sleep(400)
    return new Response('late but whole')
  })
  const agent = new Agent({ keepAlive: true })
  const flying = answer(config.port, agent)
  await sleep(100)
  const start = performance.now()
  const closed = server.close()
  await expect(answer(config.port, new Agent())).rejects.toThrow('ECONNREFUSED')
  expect(await flying).toBe('late but whole')
  await closed
  // Kept alive by the client, the connection would hold the server for seconds.
  expect(performance.now() - start).toBeLessThan(2000)
  agent.destroy()
})

test('an idle connection that is kept alive does not hold the server', async () => {
  const config = await freeConfig()
  const server = await listen(config, () => new Response('ok'))
  const agent = new Agent({ keepAlive: true })
  expect(await answer(config.port, agent)).toBe('ok')
  const start = performance.now()
  await server.close()
  expect(performance.now() - start).toBeLessThan(1000)
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
