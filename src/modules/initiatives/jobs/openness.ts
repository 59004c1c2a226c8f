import { rows, type Tx } from '#platform/database/scope.ts'
import { enqueue, type JobDefinition, NotYet } from '#platform/jobs/index.ts'
import { remindMembers } from '../actions/remind-members.ts'
import { tellResult } from '../emails/result.ts'
import { decisionSealed, decisionVoided } from '../events.ts'

/** Members that have not answered a decision. Safe to repeat. */
const remindJob: JobDefinition = {
  queue: 'initiatives.remind-members',
  handler: ({ inScope }, { umbrella }) => inScope({ umbrella, account: null }, 'write', remindMembers),
  schedule: { cron: '12 * * * *', zone: 'UTC', each: 'umbrella' },
  timeout: 1800,
}

/** The result goes out when the journal has sealed it too: within seconds, or the job comes again. */
const tellResultJob: JobDefinition = {
  queue: 'initiatives.tell-result',
  handler: async ({ inScope }, { umbrella, id }) => {
    const told = await inScope({ umbrella, account: null }, 'write', tx => tellResult(tx, id))
    if (!told) throw new NotYet('decision-not-sealed')
  },
  retry: { limit: 10, delay: 15, backoff: true },
  timeout: 1800,
}

export const opennessJobs: JobDefinition[] = [remindJob, tellResultJob]

async function umbrellaOf(tx: Tx): Promise<string> {
  const [scope] = await rows<{ umbrella: string }>(
    tx,
    'initiatives.umbrella',
    'select platform.current_umbrella() as umbrella',
  )
  return scope!.umbrella
}

/** Members are many: whoever seals a decision does not wait until all of them are told. */
export function tellResults(): void {
  decisionSealed.listen(async (tx, { decision }) => {
    const umbrella = await umbrellaOf(tx)
    // Time for the journal: its root belongs into the letter.
    const startAfter = Temporal.Now.instant().add({ seconds: 10 })
    await enqueue(tx, 'initiatives.tell-result', { umbrella, id: decision }, { startAfter })
  })
}

/** However a decision ends, nothing is left of who was reminded. */
export function forgetReminders(): void {
  const forget = async (tx: Tx, { decision }: { decision: string }) => {
    await enqueue(tx, 'mail.forget', { umbrella: await umbrellaOf(tx), id: decision })
  }
  decisionSealed.listen(forget)
  decisionVoided.listen(forget)
}
