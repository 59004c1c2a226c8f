import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import type { Context } from 'hono'
import { networkOf } from '#platform/counting/network.ts'
import type { Env, UmbrellaEnv } from '#platform/http/context.ts'

const loopback = /^(127\.|::1$|::ffff:127\.)/

/**
 * The network a request comes from, for counting alone: it must not be stored or logged. A reverse proxy on this machine
 * is believed about the last address it adds to `X-Forwarded-For`. Null when it is not known.
 */
export function clientNetwork(c: Context<Env> | Context<UmbrellaEnv>): string | null {
  const { incoming } = (c.env ?? {}) as { incoming?: IncomingMessage }
  const peer = incoming?.socket.remoteAddress
  if (!peer) return null
  if (!loopback.test(peer)) return networkOf(peer)
  const forwarded = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() ?? ''
  return networkOf(isIP(forwarded) ? forwarded : peer)
}
