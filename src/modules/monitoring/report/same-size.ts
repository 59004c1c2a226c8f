import { randomBytes } from 'node:crypto'

const step = 16 * 1024
const frame = '<!---->'.length

/**
 * The answer filled up to a multiple of 16 kB with what cannot be compressed: who watches the line must not see by its length
 * whether a receipt was known, or whether a message waited.
 */
export async function sameSize(answer: Response): Promise<Response> {
  const body = Buffer.from(await answer.arrayBuffer())
  const missing = step - ((body.length + frame) % step)
  const filling = `<!--${randomBytes(missing).toString('base64url').slice(0, missing).replaceAll('-', '_')}-->`
  const headers = new Headers(answer.headers)
  headers.delete('content-length')
  headers.set('Cache-Control', 'no-store, no-transform')
  return new Response(Buffer.concat([body, Buffer.from(filling)]), { status: answer.status, headers })
}
