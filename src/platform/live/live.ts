import { afterCommit, type Tx } from '#platform/database/scope.ts'

/** Somebody who wants to know when one thing moves, and when there will be no more news. */
export type Watcher = { moved: () => void; end: () => void }

/** A thing that moved, in its umbrella: ids, and nothing of what happened. */
export type Moved = { umbrella: string; id: string }

/** Tells every process, this one too. */
type Announce = (moved: Moved[]) => Promise<void>

const pause = 1000

/**
 * Who in this process watches what. News of one thing arrives at most once a second, however often it moves; a watcher
 * hears only that something is new and reads it itself, with its own rights.
 */
export class Live {
  readonly #most: number
  readonly #watchers = new Map<string, Set<Watcher>>()
  readonly #waiting = new Map<string, Moved>()
  readonly #resting = new Map<string, { again: boolean }>()
  #count = 0
  #timer: NodeJS.Timeout | undefined
  #announce: Announce | null = null

  constructor(most = 1000) {
    this.#most = most
  }

  /** Returns how to stop watching, or null when this process has as many watchers as it can bear. */
  watch(id: string, watcher: Watcher): (() => void) | null {
    if (this.#count >= this.#most) return null
    const others = this.#watchers.get(id) ?? new Set()
    this.#watchers.set(id, others.add(watcher))
    this.#count++
    return () => {
      if (!others.delete(watcher)) return
      this.#count--
      if (others.size === 0 && this.#watchers.get(id) === others) this.#watchers.delete(id)
    }
  }

  /** Something moved in this process: everybody is told within a second, together with what moves until then. */
  moved(moved: Moved): void {
    this.#waiting.set(moved.id, moved)
    this.#timer ??= setTimeout(() => this.#tell(), pause).unref()
  }

  /** News of one thing came from some process. */
  arrived(id: string): void {
    const resting = this.#resting.get(id)
    if (resting) {
      resting.again = true
      return
    }
    const watchers = this.#watchers.get(id)
    if (!watchers) return
    for (const watcher of [...watchers]) watcher.moved()
    this.#resting.set(id, { again: false })
    setTimeout(() => {
      const { again } = this.#resting.get(id)!
      this.#resting.delete(id)
      if (again) this.arrived(id)
    }, pause).unref()
  }

  /** News may have been lost: everybody looks. */
  missed(): void {
    for (const id of this.#watchers.keys()) this.arrived(id)
  }

  /** How to tell the other processes; null when there is no way to them, and only this one hears. */
  connect(announce: Announce | null): void {
    this.#announce = announce
  }

  /** The program stops: nobody waits for news any more. */
  end(): void {
    for (const watchers of [...this.#watchers.values()]) for (const watcher of [...watchers]) watcher.end()
  }

  #tell(): void {
    this.#timer = undefined
    const all = [...this.#waiting.values()]
    this.#waiting.clear()
    const here = () => {
      for (const { id } of all) this.arrived(id)
    }
    // Others have not heard, and their visitors would be shown what is old: it is told again until it gets through.
    const again = () => {
      here()
      for (const moved of all) this.moved(moved)
    }
    if (this.#announce) void this.#announce(all).catch(again)
    else here()
  }
}

/** The watchers of this process. */
export const live = new Live()

/**
 * Says, once the transaction has committed, that a thing moved: whoever watches it, in any process, looks again, and
 * visitors get no older page. Beside the transaction and not in it, because NOTIFY lets only one transaction commit at a
 * time: a hundred ballots would wait for each other.
 */
export function tellMoved(tx: Tx, id: string): void {
  afterCommit(tx, ({ umbrella }) => {
    if (umbrella !== null) live.moved({ umbrella, id })
  })
}
