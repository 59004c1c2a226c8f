import { describe, expect, it } from 'vitest'
import { cached, PageCache } from './cache.ts'

const signedIn = (headers: Headers) => headers.has('cookie')
const umbrella = '00000000-0000-4000-8000-000000000001'
const other = '00000000-0000-4000-8000-000000000002'

function program(mark: string | null = umbrella) {
  const cache = new PageCache(10_000)
  let computed = 0
  const fetch = cached(cache, signedIn, request => {
    computed++
    if (mark) cache.mark(request, mark)
    return new Response(`page ${computed}`, { headers: { 'Content-Security-Policy': "default-src 'none'" } })
  })
  const get = async (path: string, headers: Record<string, string> = {}) => {
    const answered = await fetch(new Request(`http://localhost${path}`, { headers }))
    return { status: answered.status, text: await answered.text(), headers: answered.headers }
  }
  return { cache, get, times: () => computed }
}

describe('the cache of pages', () => {
  it('answers the second visitor from memory, with the same headers', async () => {
    const { get, times } = program()
    const first = await get('/en/a')
    const second = await get('/en/a')
    expect(second.text).toBe(first.text)
    expect(times()).toBe(1)
    expect(second.headers.get('content-security-policy')).toBe("default-src 'none'")
    expect(second.headers.get('cache-control')).toBe('no-cache')
  })

  it('answers 304 to who has the page already', async () => {
    const { get } = program()
    const { headers } = await get('/en/a')
    expect((await get('/en/a', { 'if-none-match': headers.get('etag')! })).status).toBe(304)
  })

  it('keeps what is compressed apart, also from who says that they take none of it', async () => {
    const { get, times } = program()
    await get('/en/a', { 'accept-encoding': 'gzip, br' })
    await get('/en/a', { 'accept-encoding': 'br, gzip;q=0.5' })
    expect(times()).toBe(1)
    await get('/en/a', { 'accept-encoding': 'br, gzip;q=0' })
    expect(times()).toBe(2)
    await get('/en/a')
    expect(times()).toBe(2)
  })

  it('keeps nothing of a session and shows it nothing kept', async () => {
    const { get, times } = program()
    await get('/en/a', { cookie: 'parasol=x' })
    await get('/en/a')
    await get('/en/a', { cookie: 'parasol=x' })
    expect(times()).toBe(3)
  })

  it('keeps nothing that was not marked', async () => {
    const { get, times } = program(null)
    await get('/en/a')
    await get('/en/a')
    expect(times()).toBe(2)
  })

  it('forgets the pages of an umbrella that changed, and of no other', async () => {
    const { cache, get, times } = program()
    await get('/en/a')
    cache.evict(other)
    await get('/en/a')
    expect(times()).toBe(1)
    cache.evict(umbrella)
    await get('/en/a')
    expect(times()).toBe(2)
  })

  it('does not keep a page that was computed before a change', async () => {
    const cache = new PageCache()
    let computed = 0
    const fetch = cached(cache, signedIn, async request => {
      computed++
      cache.mark(request, umbrella)
      cache.evict(umbrella)
      return new Response('old')
    })
    await fetch(new Request('http://localhost/en/a'))
    await fetch(new Request('http://localhost/en/a'))
    expect(computed).toBe(2)
  })

  it('keeps within its limit, dropping what was unused longest', async () => {
    const { get, times } = program()
    for (let page = 0; page < 3000; page++) await get(`/en/${page}`)
    const before = times()
    await get('/en/2999')
    expect(times()).toBe(before)
    await get('/en/0')
    expect(times()).toBe(before + 1)
  })
})
