import type pg from 'pg'
import type { Scope, Tx } from '#platform/database/scope.ts'
import type { Platform } from '#platform/platform.ts'

/** What a job is about: ids only, so that a queue holds no personal data. `umbrella` is null for work outside of one. */
export type JobRef = { umbrella: string | null; id: string }

/** What a handler works with. */
export type JobContext = {
  platform: Platform
  /** The job itself: the same in every attempt. */
  job: string
  /** Aborted when the job takes longer than its `timeout`, or the program stops. */
  signal: AbortSignal
  /** Role parasol_worker: only for the platform's own queues. */
  worker: pg.Pool
  /** One transaction of the request role, as a request would have it; `account: null` acts for nobody. */
  inScope<T>(scope: Scope, mode: 'read' | 'write', work: (tx: Tx) => Promise<T>): Promise<T>
  /**
   * A writing transaction that commits once for this job, however often the job runs. Returns what `work` returned, or
   * undefined when an earlier attempt had committed. `step` tells several such transactions of one job apart.
   */
  once<T>(scope: Scope, work: (tx: Tx) => Promise<T>, step?: string): Promise<T | undefined>
}

/** When a job runs by itself. `cron` has five fields and is read in `zone` (IANA). */
export type JobSchedule = {
  cron: string
  zone: string
  /** `umbrella`: once for each umbrella, with `{ umbrella, id: umbrella }`; `installation`: once, with the id below. */
  each: 'umbrella' | 'installation'
}

/** A scheduled job of the whole installation has no subject: this is its id. */
export const noSubject = '00000000-0000-0000-0000-000000000000'

/** A kind of work that is done outside of requests. Rooms list theirs in their manifest. */
export type JobDefinition = {
  /** `area.verb-noun`. */
  queue: string
  handler: (context: JobContext, ref: JobRef) => Promise<void>
  /** After a failure: how often again, after how many seconds, and whether that doubles each time. 5, 30 s, doubling. */
  retry?: { limit: number; delay: number; backoff: boolean }
  schedule?: JobSchedule
  /** Seconds that one attempt may take. 300. */
  timeout?: number
  /** How many of this queue one process works on at once. 4. */
  concurrency?: number
}

/** Thrown by a handler when trying again cannot help: straight to the dead letters. `kind` is shown to coordinators. */
export class GiveUp extends Error {
  readonly kind: string

  constructor(kind: string) {
    super(kind)
    this.name = 'GiveUp'
    this.kind = kind
  }
}

/**
 * Thrown by a handler whose time has not come: what it waits for is named by `kind`. It comes again as after a failure,
 * and the log does not call it one.
 */
export class NotYet extends Error {
  readonly kind: string

  constructor(kind: string) {
    super(kind)
    this.name = 'NotYet'
    this.kind = kind
  }
}
