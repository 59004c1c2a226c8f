import { sql } from 'drizzle-orm'
import { demoUmbrellaId } from '#modules/people/index.ts'
import { inScope, type Tx } from '#platform/database/scope.ts'
import type { Json } from '#platform/journal/record.ts'
import type { Platform } from '#platform/platform.ts'
import { logHashOf } from '../queries/decision-log.ts'
import { hashOf, moment, type OpeningRecord } from '../recount/canonical.ts'

/** Works as the owner of the tables in a demonstration umbrella, for what people do over weeks and requests cannot. */
export const asOwner = <T>(platform: Platform, slug: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
  inScope(platform.database.owner, { umbrella: demoUmbrellaId(slug), account: null }, 'write', work)

const guarded = [
  'initiatives',
  'initiative_versions',
  'comments',
  'amendments',
  'decisions',
  'ballots',
  'challenges',
] as const

const older = (columns: readonly string[], days: number) =>
  sql.join(
    columns.map(
      column => sql`${sql.identifier(column)} = ${sql.identifier(column)} - make_interval(days => ${days})`,
    ),
    sql`, `,
  )

async function shift(
  tx: Tx,
  table: string,
  columns: readonly string[],
  key: string,
  id: string,
  days: number,
) {
  await tx.execute(
    sql`update initiatives.${sql.identifier(table)} set ${older(columns, days)} where ${sql.identifier(key)} = ${id}`,
  )
}

/**
 * Makes what the journal says of a subject this many days older. Only before it is sealed: that begins when the demonstration
 * is loaded, and from then on nobody can.
 */
export async function ageEntries(tx: Tx, subject: string, days: number): Promise<void> {
  const own = sql`e.umbrella_id = platform.current_umbrella() and e.subject_id = ${subject} and e.leaf is null`
  await tx.execute(sql`alter table platform.journal_entries disable trigger user`)
  await tx.execute(
    sql`update platform.journal_entries e set recorded_at = recorded_at - make_interval(days => ${days}) where ${own}`,
  )
  await tx.execute(
    sql`update platform.journal_entries e set record_hash = platform.journal_record_hash(e) where ${own}`,
  )
  await tx.execute(sql`alter table platform.journal_entries enable trigger user`)
}

async function shiftDecision(tx: Tx, id: string, days: number): Promise<void> {
  const times = ['opened_at', 'discussion_until', 'closes_at', 'crossed_at', 'countdown_until', 'sealed_at']
  await shift(tx, 'decisions', times, 'id', id, days)
  await shift(tx, 'ballots', ['cast_at', 'confirmed_at'], 'decision_id', id, days)
  await shift(tx, 'challenges', ['raised_at', 'settled_at'], 'decision_id', id, days)
  await ageEntries(tx, id, days)
  const { rows } = await tx.execute<{
    opening: OpeningRecord
    opened: string
    discussed: string
    closes: string
  }>(sql`
    select opening, to_json(opened_at) #>> '{}' as opened, to_json(discussion_until) #>> '{}' as discussed,
      to_json(closes_at) #>> '{}' as closes
    from initiatives.decisions where id = ${id}`)
  const { opening, opened, discussed, closes } = rows[0]!
  const moved = {
    ...opening,
    openedAt: moment(opened),
    discussionUntil: moment(discussed),
    closesAt: moment(closes),
  } as unknown as Json
  // What was published at the opening is the hash of these times: a recount of the demonstration has to find them.
  await tx.execute(sql`
    update initiatives.decisions set opening = ${JSON.stringify(moved)}::jsonb, fingerprint = ${hashOf(moved)} where id = ${id}`)
  // So is the hash of the log, of the times at which ballots were cast.
  await tx.execute(sql`
    update initiatives.decisions set log_hash = ${await logHashOf(tx, id)} where id = ${id} and status = 'sealed'`)
}

async function guards(tx: Tx, state: 'disable' | 'enable'): Promise<void> {
  for (const table of guarded)
    await tx.execute(sql.raw(`alter table initiatives.${table} ${state} trigger user`))
}

/** Makes a decision and its ballots this many days older. */
export const letDecisionPass = (platform: Platform, slug: string, decision: string, days: number) =>
  asOwner(platform, slug, async tx => {
    await guards(tx, 'disable')
    await shiftDecision(tx, decision, days)
    await guards(tx, 'enable')
  })

/** Makes what was done so far with an initiative this many days older, its decision included. */
export async function letDaysPass(
  platform: Platform,
  slug: string,
  { initiative, decision, days }: { initiative: string; decision?: string; days: number },
): Promise<void> {
  await asOwner(platform, slug, async tx => {
    await guards(tx, 'disable')
    await shift(tx, 'initiatives', ['published_at', 'discussion_since'], 'id', initiative, days)
    await shift(tx, 'initiative_versions', ['made_at'], 'initiative_id', initiative, days)
    await shift(tx, 'comments', ['written_at'], 'initiative_id', initiative, days)
    await shift(tx, 'amendments', ['proposed_at', 'answered_at'], 'initiative_id', initiative, days)
    await ageEntries(tx, initiative, days)
    if (decision) await shiftDecision(tx, decision, days)
    await guards(tx, 'enable')
  })
}
