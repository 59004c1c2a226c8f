import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { record } from '#platform/journal/record.ts'
import { applicationRefused } from '../emails/applications.ts'
import { admitApplicant, type DueApplication } from './admit-applicant.ts'

type Decided = DueApplication & { supported: boolean | null }

// The outcome is read from the decision itself, in the database: nobody passes it along.
async function lockContested(tx: Tx, id: string): Promise<Decided | undefined> {
  const { rows } = await tx.execute<Decided>(sql`
    select a.id, a.form, a.applicant_id as "applicantId", a.facts, a.rule_version as "ruleVersion",
      network.admission_outcome(a.id) as supported
    from network.applications a
    where a.umbrella_id = platform.current_umbrella() and a.id = ${id} and a.status = 'contested' for update`)
  return rows[0]
}

async function refuseApplicant(tx: Tx, { id }: DueApplication): Promise<void> {
  await tx.execute(sql`
    update network.applications set status = 'refused', closed_at = now()
    where umbrella_id = platform.current_umbrella() and id = ${id}`)
  await record(tx, {
    action: 'network.application_refused',
    subject: { type: 'application', id },
    visibility: 'members',
  })
  await applicationRefused(tx, { application: id })
}

/** The members answer a contested application in the decision with this number. */
export async function awaitDecision(
  tx: Tx,
  { application, number }: { application: string; number: number },
): Promise<void> {
  await tx.execute(sql`
    update network.applications set decision_number = ${number}
    where umbrella_id = platform.current_umbrella() and id = ${application} and status = 'contested'`)
}

/**
 * Carries out what the members decided about a contested application, in the transaction that seals the decision: admits or
 * refuses. Does nothing about an application that was withdrawn meanwhile. Throws while the decision is not sealed.
 */
export async function admitByDecision(tx: Tx, application: string): Promise<void> {
  const decided = await lockContested(tx, application)
  if (!decided) return
  if (decided.supported === null) throw new Error(`the members have not decided about ${application}`)
  if (decided.supported) await admitApplicant(tx, decided)
  else await refuseApplicant(tx, decided)
}
