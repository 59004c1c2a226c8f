import { createHash } from 'node:crypto'
import { KeptBytes } from '#platform/kept-bytes.ts'
import { takesGzip } from './compression.ts'

type Kept = {
  body: Uint8Array<ArrayBuffer>
  byteLength: number
  headers: Record<string, string>
  etag: string
  keptAt: number
  umbrella: string
}

const megabyte = 1024 * 1024
// Pages say "3 days left": nothing stays longer than this, whatever the database says.
const longest = 5 * 60_000

/**
 * Pages of visitors, kept in memory by address. An umbrella's pages go when its data changed, all go when changes may
 * have been missed.
 */
export class PageCache {
  readonly #pages: KeptBytes<Kept>
  // Raised by every eviction, so that a page computed before a change is not kept after it.
  #epoch = 0
  readonly #marked = new WeakMap<Request, string>()

  constructor(limit = 24 * megabyte) {
    this.#pages = new KeptBytes(limit)
  }

  get epoch() {
    return this.#epoch
  }

  /** Says of a request being answered that the answer may be kept, until this umbrella changes. */
  mark(request: Request, umbrella: string) {
    this.#marked.set(request, umbrella)
  }

  umbrellaOf = (request: Request): string | undefined => this.#marked.get(request)

  find(address: string, now = Date.now()): Kept | undefined {
    const page = this.#pages.find(address)
    if (!page || now - page.keptAt <= longest) return page
    this.#pages.forget(address)
    return undefined
  }

  keep(address: string, page: Kept, epoch: number) {
    if (epoch === this.#epoch && page.byteLength <= megabyte) this.#pages.keep(address, page)
  }

  /** Forgets the pages of one umbrella. */
  evict(umbrella: string) {
    this.#epoch++
    this.#pages.forgetAll(page => page.umbrella === umbrella)
  }

  /** Forgets everything: the listener was lost, or an installation-wide fact changed. */
  flush() {
    this.#epoch++
    this.#pages.forgetAll(() => true)
  }
}

type Fetch = (request: Request, env?: object) => Response | Promise<Response>

const answer = (kept: Kept, request: Request): Response =>
  request.headers.get('if-none-match') === kept.etag
    ? new Response(null, { status: 304, headers: kept.headers })
    : new Response(kept.body, { status: 200, headers: kept.headers })

// Kept as it was sent: a page is compressed once and not for every reader.
const keyOf = (request: Request): string => {
  const encoding = takesGzip(request.headers.get('accept-encoding')) ? 'gzip ' : 'plain '
  return encoding + request.url.slice(request.url.indexOf('/', 8))
}

async function keep(cache: PageCache, key: string, request: Request, answered: Response, epoch: number) {
  const umbrella = cache.umbrellaOf(request)
  if (!umbrella || answered.status !== 200 || answered.headers.has('Set-Cookie')) return answered
  const body = new Uint8Array(await answered.arrayBuffer())
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const headers = Object.fromEntries(answered.headers)
  const own = { 'cache-control': 'no-cache', etag, vary: 'Cookie, Accept-Encoding' }
  const kept: Kept = {
    body,
    byteLength: body.byteLength,
    headers: { ...headers, ...own },
    etag,
    keptAt: Date.now(),
    umbrella,
  }
  cache.keep(key, kept, epoch)
  return answer(kept, request)
}

/**
 * In front of everything: answers a visitor's GET from `cache`, and keeps what `published` routes answered, with all
 * headers of safety that it had.
 */
export function cached(cache: PageCache, hasSession: (headers: Headers) => boolean, fetch: Fetch): Fetch {
  return (request, env) => {
    if (request.method !== 'GET' || hasSession(request.headers)) return fetch(request, env)
    const key = keyOf(request)
    const kept = cache.find(key)
    if (kept) return answer(kept, request)
    const { epoch } = cache
    return Promise.resolve(fetch(request, env)).then(answered => keep(cache, key, request, answered, epoch))
  }
}
