import type { IncomingMessage } from 'node:http'
import { isIP, isIPv4 } from 'node:net'
import type { Context } from 'hono'
import type { Env, UmbrellaEnv } from '#platform/http/context.ts'

const loopback = /^(127\.|::1$|::ffff:127\.)/

// A person has a whole /64 in IPv6: counting single addresses would count nothing.
function network(address: string): string {
  const mapped = address.replace(/^::ffff:(?=\d+\.)/, '')
  if (isIPv4(mapped)) return mapped
  const [head = '', tail] = mapped.split('::', 2)
  const left = head === '' ? [] : head.split(':')
  const right = tail ? tail.split(':') : []
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - left.length - right.length }, () => '0')
  return [...left, ...zeros, ...right].slice(0, 4).join(':')
}

/**
 * The network a request comes from, for counting alone: it must not be stored or logged. A reverse proxy on this machine
 * is believed about the last address it adds to `X-Forwarded-For`. Null when it is not known.
 */
export function clientNetwork(c: Context<Env> | Context<UmbrellaEnv>): string | null {
  const { incoming } = (c.env ?? {}) as { incoming?: IncomingMessage }
  const peer = incoming?.socket.remoteAddress
  if (!peer) return null
  if (!loopback.test(peer)) return network(peer)
  const forwarded = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() ?? ''
  return network(isIP(forwarded) ? forwarded : peer)
}
