import pg from 'pg'
import { inScope, rows } from '#platform/database/scope.ts'
import { live, type Moved } from '#platform/live/live.ts'
import type { Platform } from '#platform/platform.ts'

export type ChangeListener = {
  /** Something that public pages of this umbrella show has changed. */
  changed: (umbrella: string) => void
  /** Changes may have been missed: the connection was lost, or has just come back. */
  missed: () => void
}

const channel = 'parasol_changed'
const movedChannel = 'parasol_moved'

/** Tells all processes what moved, and that its umbrella's pages are old. */
const announceOn =
  ({ database }: Platform) =>
  (moved: Moved[]) =>
    inScope(database.request, { umbrella: null, account: null }, 'write', async tx => {
      const notices = moved.flatMap(({ umbrella, id }) => [
        [channel, umbrella],
        [movedChannel, id],
      ])
      await rows(
        tx,
        'live.announce',
        'select pg_notify(n.channel, n.payload) from unnest($1::text[], $2::text[]) n (channel, payload)',
        [notices.map(([name]) => name), notices.map(([, payload]) => payload)],
      )
    })

/**
 * Listens for changes announced by the database, and for what moves under the eyes of watchers (`live`): one connection per
 * process, ids only. Reconnects for ever, waiting longer each time (at most 10 s). Returns how to stop.
 */
export async function listenForChanges(
  platform: Platform,
  listener: ChangeListener,
): Promise<() => Promise<void>> {
  let client: pg.Client | null = null
  let stopped = false
  let wait = 250
  let timer: NodeJS.Timeout | undefined
  // PostgreSQL may be told to stop when we are: what it takes then is no loss.
  const leaving = () => stopped || platform.stopping?.aborted === true

  async function connect() {
    const next = new pg.Client(platform.database.listen)
    next.on('error', () => lost(next))
    next.on('end', () => lost(next))
    next.on('notification', message => {
      if (message.payload && message.channel === channel) listener.changed(message.payload)
      else if (message.payload) live.arrived(message.payload)
    })
    await next.connect()
    await next.query(`LISTEN ${channel}; LISTEN ${movedChannel}`)
    client = next
    wait = 250
    live.connect(announceOn(platform))
    listener.missed()
    live.missed()
  }

  function lost(which: pg.Client) {
    if (leaving() || which !== client) return
    client = null
    live.connect(null)
    listener.missed()
    again()
  }

  function again() {
    timer = setTimeout(() => {
      if (leaving()) return
      connect().catch(error => {
        if (leaving()) return
        platform.log.warn(
          { code: (error as { code?: string }).code },
          'cannot listen for changes; trying again',
        )
        wait = Math.min(wait * 2, 10_000)
        again()
      })
    }, wait)
    timer.unref()
  }

  await connect()
  return async () => {
    stopped = true
    clearTimeout(timer)
    live.connect(null)
    await client?.end()
  }
}
