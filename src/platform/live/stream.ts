import type { Context } from 'hono'
import type { UmbrellaEnv } from '#platform/http/context.ts'
import type { Viewer } from '#platform/http/viewer.ts'
import type { Json } from '#platform/journal/record.ts'
import { live } from './live.ts'

/** How often a quiet stream looks whether its session lasts; proxies also close what is silent for a minute. */
const beat = 25_000
/** One person, or all visitors of this process together, hold so many streams. */
const mostOfOne = 6
const mostOfVisitors = 500

const held = new Map<string | null, number>()

// What somebody may see now of what they watch, or null when that is nothing any more.
type Look = (viewer: Viewer) => Promise<Json | null>

/** Looks one at a time: news that comes meanwhile means one more look, however much it was. */
function oneLookAtATime(look: () => Promise<void>): () => Promise<void> {
  let running = false
  let again = false
  return async () => {
    again = true
    if (running) return
    running = true
    while (again) {
      again = false
      await look()
    }
    running = false
  }
}

/** `send` says whether there was room. */
type Sending = { send: (text: string) => boolean; close: () => void }

function begin(
  c: Context<UmbrellaEnv>,
  id: string,
  look: Look,
  { send, close }: Sending,
): (() => void) | null {
  const { account } = c.var.viewer
  const mine = held.get(account) ?? 0
  if (mine >= (account === null ? mostOfVisitors : mostOfOne)) return null
  let last = ''
  const end = () => {
    if (!stop) return
    stop()
    send('event: end\ndata:\n\n')
    close()
  }
  const again = oneLookAtATime(async () => {
    if (!stop) return
    try {
      const viewer = await c.var.lookAgain()
      const seen = viewer && (await look(viewer))
      if (!stop) return
      if (seen === null) return end()
      const text = JSON.stringify(seen)
      if (text === last) send(':\n\n')
      else if (send(`data: ${text}\n\n`)) last = text
    } catch (err) {
      c.var.platform.log.warn({ err }, 'a live stream ended')
      end()
    }
  })
  const moved = () => void again()
  const unwatch = live.watch(id, { moved, end })
  if (!unwatch) return null
  held.set(account, mine + 1)
  const timer = setInterval(moved, beat).unref()
  let stop: (() => void) | null = () => {
    stop = null
    clearInterval(timer)
    unwatch()
    const left = held.get(account)! - 1
    if (left > 0) held.set(account, left)
    else held.delete(account)
  }
  moved()
  return () => stop?.()
}

/**
 * Answers with server-sent events about the thing `id`: what `look` sees now, and again whenever it moved and the sight is
 * another. Every look is made with the rights that the reader has at that moment; the stream ends with the session, when
 * there is nothing to see any more, and when the program stops. 503 when there are too many streams: the page itself
 * says the same when it is loaded again.
 */
export function liveStream(c: Context<UmbrellaEnv>, id: string, look: Look): Response {
  const encoder = new TextEncoder()
  let stop: (() => void) | null = null
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const send = (text: string) => {
          // Nothing is kept for a reader who does not read; the next look says everything again.
          const room = (controller.desiredSize ?? 0) > 0
          if (room) controller.enqueue(encoder.encode(text))
          return room
        }
        stop = begin(c, id, look, { send, close: () => controller.close() })
      },
      cancel: () => stop?.(),
    },
    { highWaterMark: 16 },
  )
  if (!stop) return c.text('', 503, { 'Retry-After': '60' })
  return c.body(body, 200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    // Proxies that collect an answer before they pass it on would make it no news.
    'X-Accel-Buffering': 'no',
  })
}
