import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'
import { newId } from '#platform/id.ts'
import type { Json } from '#platform/journal/record.ts'
import { type Outcome, refuse } from '#platform/refusal.ts'
import type { ProposalKind, ProposalStatus, RuleChange } from '../schema/proposals.ts'
import type { Previous } from './ask-again.ts'
import { openDecision } from './open-decision.ts'

type Held = {
  kind: ProposalKind
  status: ProposalStatus
  membership: string
  title: Localised
  reasons: Localised
  authoritative: string
  changes: RuleChange[] | null
  text: string | null
  base: number | null
  body: Localised | null
  ends: boolean
  version: number
  discussed: boolean
  since: string
  previous: Previous | null
}

async function hold(tx: Tx, proposal: string): Promise<Held | undefined> {
  // Of two proposals about the same thing that are opened at once, the second sees the first.
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended('initiatives proposals ' || platform.current_umbrella()::text, 0))`,
  )
  const { rows } = await tx.execute<Held>(sql`
    select kind, status, membership_id as membership, title, reasons, authoritative, changes, text_id as text,
      base_version as base, body, ends, version, now() >= discussion_until as discussed,
      to_json(discussion_since) #>> '{}' as since,
      case when previous_id is not null then json_build_object('decision', previous_id, 'news', news) end as previous
    from initiatives.proposals
    where umbrella_id = platform.current_umbrella() and id = ${proposal} for update`)
  return rows[0]
}

// What is compared with today must still be today's, and only one decision at a time is about one thing.
async function standsInTheWay(tx: Tx, { changes, text, base }: Held): Promise<'decided' | 'moved' | null> {
  const keys = (changes ?? []).map(({ key }) => key)
  const { rows } = await tx.execute<{ decided: boolean; moved: boolean }>(sql`
    select exists (
        select 1 from initiatives.proposals p
        where p.umbrella_id = platform.current_umbrella() and p.status = 'decision'
          and (p.text_id = ${text}::uuid or exists (
            select 1 from jsonb_array_elements(p.changes) c where c ->> 'key' = any (${sql.param(keys)}::text[])))) as decided,
      exists (
        select 1 from initiatives.agreed_versions v
        where v.umbrella_id = platform.current_umbrella() and v.text_id = ${text}::uuid and v.version > ${base}::integer)
      or exists (
        select 1 from jsonb_to_recordset(${JSON.stringify(changes ?? [])}::jsonb) c (key text, version integer)
        join platform.rules r on r.umbrella_id = platform.current_umbrella() and r.key = c.key and r.version > c.version) as moved`)
  const { decided, moved } = rows[0]!
  return decided ? 'decided' : moved ? 'moved' : null
}

/** What exactly is decided: the values, or the whole wording of the text as it would read. */
function textOf(held: Held): Record<string, Json> {
  const reasons = held.reasons as Record<string, string>
  if (held.changes) return { changes: held.changes, reasons }
  const body = held.ends ? {} : (held.body as Record<string, string>)
  const title = held.title as Record<string, string>
  return { agreed: { text: held.text ?? newId(), title, body, ends: held.ends }, reasons }
}

/** Asks the members about a proposal whose discussion has taken its time. */
export async function askAboutProposal(tx: Tx, proposal: string): Promise<Outcome<{ number: number }>> {
  const held = await hold(tx, proposal)
  if (held?.status !== 'discussion') return refuse('initiatives.change.closed')
  if (!held.discussed) return refuse('initiatives.change.stillDiscussed')
  const problem = await standsInTheWay(tx, held)
  if (problem === 'decided') return refuse('initiatives.change.otherDecision')
  if (problem === 'moved') return refuse('initiatives.change.movedOn')
  return openDecision(tx, {
    kind: held.kind === 'goal' ? 'goal' : 'rule',
    subject: proposal,
    title: held.title,
    text: textOf(held),
    authoritative: held.authoritative,
    secret: false,
    round: held.version,
    openedBy: held.membership,
    discussedSince: held.since,
    ...(held.previous ? { previous: held.previous } : {}),
  })
}
