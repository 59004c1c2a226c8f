import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A proxy that writes down every byte that a browser sends through it: addresses, headers and bodies. */
export async function recordingProxy() {
  const sent: Buffer[] = []
  const server = createServer((incoming, answer) => {
    const { method, headers, url = '' } = incoming
    sent.push(Buffer.from(`${method} ${decodeURIComponent(url)} ${JSON.stringify(headers)}\n`))
    incoming.on('data', (piece: Buffer) => sent.push(piece))
    const onward = request(url, { method, headers }, given => {
      answer.writeHead(given.statusCode ?? 502, given.headers)
      given.pipe(answer)
    })
    onward.on('error', () => answer.destroy())
    incoming.pipe(onward)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    // Chromium leaves out its own machine unless it is told not to.
    options: { server: `http://127.0.0.1:${port}`, bypass: '<-loopback>' },
    sent: () => Buffer.concat(sent),
    close: () => {
      server.closeAllConnections()
      return new Promise(resolve => server.close(resolve))
    },
  }
}
