import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { record } from '#platform/journal/record.ts'
import type { FirstRun } from '../forms/first-run.ts'

type Rule = { key: string; value: number }

// A version is never rewritten: saving another value while the page is still open writes the next one.
async function adopt(tx: Tx, { key, value }: Rule): Promise<void> {
  await tx.execute(sql`
    with latest as (
      select version, value from platform.rules
      where umbrella_id = platform.current_umbrella() and key = ${key} order by version desc limit 1
    )
    insert into platform.rules (umbrella_id, id, key, version, value, adopted_under)
    select platform.current_umbrella(), ${newId()}, ${key}, coalesce((select version from latest), 0) + 1,
      ${JSON.stringify(value)}::jsonb, 'founding'
    where not exists (select from latest where value = ${JSON.stringify(value)}::jsonb)`)
}

/**
 * Keeps what the founders wrote on the first page. With `settle` the umbrella opens to visitors, and its rules stand:
 * later they change by decision of the members. Returns false when it had been settled before.
 */
export async function saveFirstRun(tx: Tx, umbrella: string, page: FirstRun): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`
    update platform.umbrellas set
      name = ${JSON.stringify(page.name)}::jsonb, about = ${JSON.stringify(page.about)}::jsonb, accent = ${page.accent},
      locales = ${sql.param(page.locales)}::text[], zone = ${page.zone}, country = ${page.country},
      founded_on = ${page.founded?.toString() ?? null}, out_of_scope = ${JSON.stringify(page.outOfScope)}::jsonb,
      settled_at = ${page.step === 'settle' ? sql`now()` : sql`null`}
    where id = ${umbrella} and settled_at is null`)
  if (!rowCount) return false
  for (const rule of page.rules) await adopt(tx, rule)
  if (page.step === 'settle') {
    await record(tx, {
      action: 'people.umbrella_settled',
      subject: { type: 'umbrella', id: umbrella },
      visibility: 'public',
      detail: { name: page.name as Record<string, string> },
    })
  }
  return true
}
