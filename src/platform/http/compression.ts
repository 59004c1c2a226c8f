import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Context, MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'
import { COMPRESSIBLE_CONTENT_TYPE_REGEX } from 'hono/utils/compress'
import type { Env, PageOptions } from './context.ts'

const gzipped = promisify(gzip)

/** Compresses what is not a page: files, exports, answers of the interface. */
export const compressed = (): MiddlewareHandler =>
  compress({
    contentTypeFilter: type => !type.startsWith('text/html') && COMPRESSIBLE_CONTENT_TYPE_REGEX.test(type),
  })

/** Whether the reader takes gzip: named, and not with a weight of nothing. */
export const takesGzip = (acceptEncoding: string | null | undefined): boolean =>
  /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/i.test(acceptEncoding ?? '')

/**
 * A page as an answer, compressed for who reads that. It is in our hands whole; the library would make a stream of it
 * first, which costs as much as half of rendering it.
 */
export async function pageAnswer(c: Context<Env>, html: string, status: PageOptions['status'] = 200) {
  const headers = { 'Content-Type': 'text/html; charset=UTF-8', Vary: 'Accept-Encoding' }
  if (!takesGzip(c.req.header('accept-encoding'))) return c.body(html, status, headers)
  return c.body((await gzipped(html)) as Buffer<ArrayBuffer>, status, {
    ...headers,
    'Content-Encoding': 'gzip',
  })
}
