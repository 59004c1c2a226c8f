import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'
import { newId } from '#platform/id.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse } from '#platform/refusal.ts'
import { changeProposed } from '../emails/proposals.ts'
import { ruleOf } from '../rules.ts'
import type { AgreedKind, ProposalKind, RuleChange } from '../schema/proposals.ts'
import { tooFewBack } from './begin-again.ts'

/** Other values of rules, or the wording of a text: a new one, another version of one, or its end. */
export type ProposedContent =
  | { kind: 'values'; changes: RuleChange[] }
  | { kind: AgreedKind; text: { id: string; base: number } | null; body: Localised; ends: boolean }

export type NewProposal = {
  membership: string
  title: Localised
  reasons: Localised
  authoritative: string
  content: ProposedContent
  /** The decision about which the members are asked again, and what is new since. */
  previous?: { decision: string; news: Localised } | undefined
}

const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`

const columnsOf = (content: ProposedContent) =>
  content.kind === 'values'
    ? sql`${json(content.changes)}, null, null, null, false`
    : sql`null, ${content.text?.id ?? null}, ${content.text?.base ?? null}, ${json(content.body)}, ${content.ends}`

/** A member proposes to change rules or a text of the coalition. The discussion begins at once and takes its time. */
export async function proposeChange(
  tx: Tx,
  { membership, title, reasons, authoritative, content, previous }: NewProposal,
): Promise<{ id: string; number: number }> {
  const id = newId()
  const rule = await ruleOf(tx, 'decisions.discussion_days')
  const { rows } = await tx.execute<{ number: number }>(sql`
    insert into initiatives.proposals (id, number, kind, membership_id, person_id, title, reasons, authoritative,
      changes, text_id, base_version, body, ends, discussion_days, rule_version, previous_id, news)
    values (${id}, initiatives.next_number('proposal'), ${content.kind}, ${membership}, platform.current_account(),
      ${json(title)}, ${json(reasons)}, ${authoritative}, ${columnsOf(content)}, ${rule.value}, ${rule.version},
      ${previous?.decision ?? null}, ${previous ? json(previous.news) : null})
    returning number`)
  const { number } = rows[0]!
  await record(tx, {
    action: 'initiatives.change_proposed',
    member: membership,
    subject: { type: 'proposal', id },
    rule: { key: rule.key, version: rule.version },
    visibility: 'public',
    detail: { number, kind: content.kind },
  })
  await changeProposed(tx, { id, number, title, membership })
  return { id, number }
}

/**
 * Proposes anew what was decided. Refused until enough members back that, which is looked at once more, with the waiting time
 * of the same text, when the members are asked.
 */
export async function proposeAgain(
  tx: Tx,
  given: NewProposal & { previous: { decision: string; news: Localised } },
): Promise<Outcome<{ number: number }>> {
  const tooFew = await tooFewBack(tx, given.previous.decision)
  return tooFew ?? { ok: true, number: (await proposeChange(tx, given)).number }
}

export type Revision = {
  proposal: string
  /** The version that was read when the change was written. */
  base: number
  title: Localised
  reasons: Localised
  changes: RuleChange[] | null
  body: Localised | null
}

/** The member rewrites its own proposal: a new version, and the discussion begins anew. */
export async function reviseProposal(tx: Tx, given: Revision): Promise<Outcome> {
  const { rows } = await tx.execute<{ member: string; version: number; kind: ProposalKind }>(sql`
    update initiatives.proposals p set title = ${json(given.title)}, reasons = ${json(given.reasons)},
      changes = ${given.changes === null ? null : json(given.changes)}, body = ${given.body === null ? null : json(given.body)},
      version = version + 1
    where umbrella_id = platform.current_umbrella() and id = ${given.proposal} and status = 'discussion'
      and version = ${given.base}
      and (title, reasons, changes, body) is distinct from (${json(given.title)}, ${json(given.reasons)},
        ${given.changes === null ? sql`null::jsonb` : json(given.changes)}, ${given.body === null ? sql`null::jsonb` : json(given.body)})
    returning membership_id as member, version, kind`)
  const revised = rows[0]
  if (!revised) return refuse('initiatives.change.notRevised')
  await record(tx, {
    action: 'initiatives.change_revised',
    member: revised.member,
    subject: { type: 'proposal', id: given.proposal },
    visibility: 'public',
    detail: { version: revised.version },
  })
  return { ok: true }
}

/** The member takes its proposal back, before the members are asked. */
export async function withdrawProposal(tx: Tx, proposal: string): Promise<Outcome> {
  const { rows } = await tx.execute<{ member: string }>(sql`
    update initiatives.proposals set status = 'withdrawn', closed_at = now()
    where umbrella_id = platform.current_umbrella() and id = ${proposal} and status = 'discussion'
    returning membership_id as member`)
  if (!rows[0]) return refuse('initiatives.change.closed')
  await record(tx, {
    action: 'initiatives.change_withdrawn',
    member: rows[0].member,
    subject: { type: 'proposal', id: proposal },
    visibility: 'public',
  })
  return { ok: true }
}
