import type { Logger } from 'pino'
import type { Config } from '#platform/config.ts'
import type { Database } from '#platform/database/open.ts'
import type { Secrets } from '#platform/secrets.ts'

/** What the program stands on once it has started: handed to the app, jobs and commands. */
export type Platform = {
  config: Config
  secrets: Secrets
  database: Database
  log: Logger
  /** A demonstration installation on a loopback origin: demo sign-ins and the mail outbox are shown. */
  demonstration: boolean
  /** Whether the workers of this process run; absent in commands, which start none. */
  jobsHealthy?: () => boolean
  /** Aborted once the program has been asked to stop: what is lost from then on is no news. Absent in commands. */
  stopping?: AbortSignal
}
