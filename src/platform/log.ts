import { DrizzleQueryError } from 'drizzle-orm/errors'
import { type Logger, pino, stdTimeFunctions } from 'pino'
import type { Config } from '#platform/config.ts'

const databaseFields = ['code', 'severity', 'schema', 'table', 'column', 'constraint', 'routine'] as const

function frames(error: Error): string[] {
  const lines = (error.stack ?? '').split('\n')
  return lines.filter(line => /^\s+at /.test(line)).map(line => line.trim())
}

/**
 * An error without what people wrote. PostgreSQL quotes values in messages and details, Drizzle lists the parameters:
 * of theirs only codes and names of tables and constraints are kept. The place in the program is always there.
 */
export function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { type: typeof error }
  const fields = error as Error & Record<string, unknown>
  const fromDatabase = 'severity' in error && 'routine' in error
  const quoting = fromDatabase || error instanceof DrizzleQueryError
  const known = databaseFields.filter(name => fields[name] !== undefined).map(name => [name, fields[name]])
  return {
    type: error.name,
    ...(quoting ? {} : { message: error.message }),
    ...Object.fromEntries(known),
    stack: frames(error),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  }
}

/** JSON lines on stdout. Never an address, a query string, a header or what somebody wrote. */
export function createLog({ logLevel }: Pick<Config, 'logLevel'>): Logger {
  return pino({
    level: logLevel,
    base: { pid: process.pid },
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: label => ({ level: label }) },
    serializers: { err: describeError, error: describeError },
  })
}
