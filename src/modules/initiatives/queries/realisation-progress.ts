import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { type Resources, resourcesJson } from './realisation-money.ts'
import { type Account, accountJson } from './realisation-reports.ts'
import { type MilestoneView, milestonesJson, type Turn, turnsJson } from './realisation-work.ts'

/** Where a realisation stands. */
export type ProgressView = Account & { milestones: MilestoneView[]; turns: Turn[]; resources: Resources }

/** All that the page of a realisation and its summary tell, in one statement. */
export async function progressOf(tx: Tx, realisation: string): Promise<ProgressView> {
  const { rows } = await tx.execute<{ value: Omit<ProgressView, keyof Account> & { account: Account } }>(sql`
    select json_build_object('milestones', ${milestonesJson(realisation)}, 'turns', ${turnsJson(realisation)},
      'resources', ${resourcesJson(realisation)}, 'account', ${accountJson(realisation)}) as value`)
  const { account, ...progress } = rows[0]!.value
  return { ...progress, ...account }
}
