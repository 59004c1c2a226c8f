import { GiveUp, NotYet } from './definition.ts'

// An error's message can quote what somebody wrote ("Key (email)=(…) already exists"). What is kept of it in queues,
// dead letters and logs is its kind and the codes that a program put there.
const plain = /^[\w.:-]{1,60}$/

type Coded = { name?: unknown; code?: unknown; responseCode?: unknown; constraint?: unknown; cause?: unknown }

const word = (value: unknown): string[] => {
  const text = typeof value === 'number' ? String(value) : value
  return typeof text === 'string' && plain.test(text) ? [text] : []
}

/** Kind and codes of an error, such as `DatabaseError 23505 one_open_act`, at most 200 characters, no personal data. */
export function failureOf(error: unknown): string {
  if (error instanceof GiveUp || error instanceof NotYet) return word(error.kind)[0] ?? error.name
  if (typeof error !== 'object' || error === null) return 'Error'
  // Drizzle wraps what the driver threw: the driver's error knows the reason.
  const reason = deepest(error as Coded)
  const named =
    reason instanceof Error && reason.constructor !== Error ? reason.constructor.name : reason.name
  const kind = word(named)[0] ?? 'Error'
  return [kind, ...[reason.code, reason.responseCode, reason.constraint].flatMap(word)]
    .join(' ')
    .slice(0, 200)
}

function deepest(error: Coded): Coded {
  return typeof error.cause === 'object' && error.cause !== null ? deepest(error.cause as Coded) : error
}
