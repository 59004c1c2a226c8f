// The same bytes from bare node:http: what no program on this machine can exceed. Prints its port.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

const [file = '', headers = '{}'] = process.argv.slice(2)
const body = readFileSync(file)
const fixed = { ...JSON.parse(headers), 'content-length': body.length }
const server = createServer((_request, response) => {
  response.writeHead(200, fixed)
  response.end(body)
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.stdout.write(`${typeof address === 'object' && address ? address.port : 0}\n`)
})
