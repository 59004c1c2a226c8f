import { sql } from 'drizzle-orm'
import * as z from 'zod'
import type { Tx } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { record } from '#platform/journal/record.ts'
import type { DecisionOutcome } from '../schema/decisions.ts'

const localised = z.record(z.string(), z.string())

/** What a decision may change when it is sealed, as its text says. */
export const decidedText = z.object({
  changes: z.array(z.object({ key: z.string(), from: z.int(), to: z.int() })).optional(),
  agreed: z.object({ text: z.uuid(), title: localised, body: localised, ends: z.boolean() }).optional(),
})
export type DecidedText = z.output<typeof decidedText>

/** Whether a rule is as this decision made it. */
export async function valueStands(tx: Tx, decision: string, key: string): Promise<boolean> {
  const { rows } = await tx.execute<{ stands: boolean }>(sql`
    select adopted_under = ${`decision:${decision}`} as stands from platform.rules
    where umbrella_id = platform.current_umbrella() and key = ${key} order by version desc limit 1`)
  return rows[0]?.stands ?? false
}

async function textStands(tx: Tx, decision: string, text: string): Promise<boolean> {
  const { rows } = await tx.execute<{ stands: boolean }>(sql`
    select decision_id = ${decision} as stands from initiatives.agreed_versions
    where umbrella_id = platform.current_umbrella() and text_id = ${text} order by version desc limit 1`)
  return rows[0]?.stands ?? false
}

// A wording that comes back counts in the language in which it counted, whatever language the appeal is in.
async function formerLanguage(
  tx: Tx,
  { text, title, body }: NonNullable<DecidedText['agreed']>,
): Promise<string> {
  const { rows } = await tx.execute<{ authoritative: string }>(sql`
    select authoritative from initiatives.agreed_versions
    where umbrella_id = platform.current_umbrella() and text_id = ${text}
    order by title = ${JSON.stringify(title)}::jsonb desc, body = ${JSON.stringify(body)}::jsonb desc, version desc limit 1`)
  return rows[0]!.authoritative
}

type Decided = { text: unknown; kind: string; authoritative: string; previous: string | null }

async function adoptValue(tx: Tx, decision: string, { key, to }: { key: string; to: number }): Promise<void> {
  const { rows } = await tx.execute<{ id: string; version: number }>(sql`
    insert into platform.rules (umbrella_id, id, key, version, value, adopted_under)
    select platform.current_umbrella(), ${newId()}, ${key}, coalesce(max(version), 0) + 1, ${JSON.stringify(to)}::jsonb,
      ${`decision:${decision}`}
    from platform.rules where umbrella_id = platform.current_umbrella() and key = ${key}
    returning id, version`)
  await record(tx, {
    action: 'initiatives.rule_adopted',
    subject: { type: 'rule', id: rows[0]!.id },
    rule: { key, version: rows[0]!.version },
    visibility: 'public',
    detail: { key, value: to },
  })
}

async function adoptText(
  tx: Tx,
  decision: string,
  { kind, authoritative }: Decided,
  { text, title, body, ends }: NonNullable<DecidedText['agreed']>,
): Promise<void> {
  await tx.execute(sql`
    insert into initiatives.agreed_texts (id, number, kind)
    select ${text}, initiatives.next_number('text'), ${kind === 'goal' ? 'goal' : 'rules'}
    where not exists (select from initiatives.agreed_texts where umbrella_id = platform.current_umbrella() and id = ${text})`)
  const { rows } = await tx.execute<{ version: number }>(sql`
    insert into initiatives.agreed_versions (text_id, version, title, body, authoritative, ends, decision_id)
    select ${text}, coalesce(max(version), 0) + 1, ${JSON.stringify(title)}::jsonb, ${JSON.stringify(body)}::jsonb,
      ${authoritative}, ${ends}, ${decision}
    from initiatives.agreed_versions where umbrella_id = platform.current_umbrella() and text_id = ${text}
    returning version`)
  await record(tx, {
    action: ends ? 'initiatives.text_ended' : 'initiatives.text_adopted',
    subject: { type: 'agreed_text', id: text },
    visibility: 'public',
    detail: { title, version: rows[0]!.version },
  })
}

/**
 * Does what a supported decision said: new versions of rules, a new version of a text. In the transaction that seals it, where
 * the database compares each with the decision's own text. What goes back goes back only where it still is as the decision
 * made it that was set aside: another one that was sealed meanwhile holds.
 */
export async function adoptDecided(tx: Tx, decision: string): Promise<void> {
  const { rows } = await tx.execute<Decided>(sql`
    select text, kind, coalesce(authoritative, 'en') as authoritative,
      case when kind = 'reversal' then previous_id end as previous
    from initiatives.decisions where umbrella_id = platform.current_umbrella() and id = ${decision}`)
  const decided = rows[0]!
  const { changes = [], agreed } = decidedText.parse(decided.text)
  const { previous } = decided
  for (const change of changes)
    if (previous === null || (await valueStands(tx, previous, change.key)))
      await adoptValue(tx, decision, change)
  if (!agreed) return
  if (previous === null) await adoptText(tx, decision, decided, agreed)
  else if (await textStands(tx, previous, agreed.text))
    await adoptText(tx, decision, { ...decided, authoritative: await formerLanguage(tx, agreed) }, agreed)
}

/** A proposal is where its decision is. */
export async function proposalInDecision(tx: Tx, proposal: string, decision: string): Promise<void> {
  await tx.execute(sql`
    update initiatives.proposals set status = 'decision', decision_id = ${decision}
    where umbrella_id = platform.current_umbrella() and id = ${proposal}`)
}

/** The members have decided, or the decision ended without an outcome: cancelled, the proposal can be put to them again. */
export async function proposalAfterDecision(
  tx: Tx,
  proposal: string,
  as: DecisionOutcome | 'void' | 'cancelled' | 'withdrawn',
): Promise<void> {
  const status = {
    supported: 'adopted',
    not_supported: 'not_adopted',
    void: 'discussion',
    cancelled: 'discussion',
    withdrawn: 'withdrawn',
  }[as]
  await tx.execute(sql`
    update initiatives.proposals set status = ${status},
      closed_at = case when ${status} = 'discussion' then null else now() end
    where umbrella_id = platform.current_umbrella() and id = ${proposal}`)
}
