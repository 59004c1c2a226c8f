import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { MessageKey, MessageValues } from '#platform/i18n/index.ts'

/** A rule of the coalition says no: a sentence for the person, 409. Nothing has been written. */
export type Refusal = { ok: false; reason: MessageKey; values?: MessageValues }

/** What came of an action: done, or refused. */
export type Outcome<T extends object = object> = ({ ok: true } & T) | Refusal

/** Says no by a rule: what an action returns. */
export const refuse = (reason: MessageKey, values?: MessageValues): Refusal => ({ ok: false, reason, values })

type DatabaseProblem = { constraint?: string; cause?: { constraint?: string } }

/**
 * Runs `work` in a savepoint. A refusal undoes it; a violation of a constraint named in `refusals` undoes it and becomes a
 * refusal; anything else is thrown on. For what two people can do at the same moment, where looking first does not help.
 */
export async function refusingWhenViolated<T extends object>(
  tx: Tx,
  refusals: Record<string, MessageKey>,
  work: () => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  await tx.execute(sql`savepoint attempt`)
  try {
    const outcome = await work()
    if (!outcome.ok) await undo(tx)
    else await tx.execute(sql`release savepoint attempt`)
    return outcome
  } catch (error) {
    const problem = error as DatabaseProblem
    const reason = refusals[problem.constraint ?? problem.cause?.constraint ?? '']
    if (!reason) throw error
    await undo(tx)
    return refuse(reason)
  }
}

// Released too: an attempt inside an attempt has the same name, and would hide the outer one.
const undo = (tx: Tx) => tx.execute(sql`rollback to savepoint attempt; release savepoint attempt`)
