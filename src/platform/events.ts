import type { Tx } from '#platform/database/scope.ts'

type Listener<Payload> = (tx: Tx, payload: Payload) => Promise<void>

/** News that travels from a room to rooms above it, which the room does not know. */
export type Event<Payload> = {
  name: string
  /** Called while the program is put together; a listener works in the transaction of what happened. */
  listen: (listener: Listener<Payload>) => void
  /** Tells all listeners, in the order in which they began to listen. What one throws rolls everything back. */
  emit: (tx: Tx, payload: Payload) => Promise<void>
}

/** Makes an event, `noun.happened`. The room in which it happens exports it from its `index.ts`. */
export function event<Payload>(name: string): Event<Payload> {
  const listeners: Listener<Payload>[] = []
  return {
    name,
    listen: listener => void listeners.push(listener),
    async emit(tx, payload) {
      for (const listener of listeners) await listener(tx, payload)
    },
  }
}
