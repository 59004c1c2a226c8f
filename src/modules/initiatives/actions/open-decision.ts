import { rows, type Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'
import { newId } from '#platform/id.ts'
import { type Json, record } from '#platform/journal/record.ts'
import { type Outcome, refuse } from '#platform/refusal.ts'
import { decisionOpened } from '../events.ts'
import {
  type ElectorRecord,
  format,
  formatVersion,
  type Hashed,
  hashOf,
  LinesHash,
  moment,
  type OpeningRecord,
} from '../recount/canonical.ts'
import { type DecisiveRules, decisiveRules } from '../rules.ts'
import type { DecisionKind } from '../schema/decisions.ts'
import { type Previous, unmetForAsking, useBacking } from './ask-again.ts'

/** What the members are asked. */
export type NewDecision = {
  kind: Exclude<DecisionKind, 'import'>
  /** The row that is decided about, in the kind's own table. */
  subject: string
  title: Localised
  /** What exactly is decided, in its parts; text and whole numbers only, and never the name of a natural person. */
  text: Record<string, Json>
  /** The language whose wording counts. */
  authoritative: string
  /** Only for personal matters. */
  secret: boolean
  round: number
  /** The earlier decision about which members are asked again, and what is new since. */
  previous?: Previous
  /** The member or partner that asks; null when the program does by a rule. */
  openedBy: string | null
  /** When the members began to discuss exactly this text (ISO), if that was before: the discussion need not start again. */
  discussedSince?: string
}

type Times = { umbrella: string; openedAt: string; discussionUntil: string; closesAt: string }

async function timesOf(
  tx: Tx,
  since: string | undefined,
  rules: DecisiveRules,
): Promise<Times & { number: number }> {
  // Whole days of 24 hours from the moment itself: on the night on which clocks change nobody loses an hour.
  const [times] = await rows<Times & { number: number }>(
    tx,
    'decisions.times',
    `select platform.current_umbrella() as umbrella, now() as "openedAt", discussed as "discussionUntil",
       discussed + make_interval(hours => 24 * $3) as "closesAt", initiatives.next_number('decision') as number
     from (select greatest(now(), coalesce($1::timestamptz, now()) + make_interval(hours => 24 * $2)) as discussed) t`,
    [since ?? null, rules['decisions.discussion_days'].value, rules['decisions.voting_days'].value],
  )
  return times!
}

async function takeElectorate(tx: Tx, decision: string): Promise<{ electorate: number; hash: Buffer }> {
  const electors = await rows<{ elector: string; form: string; name: Record<string, string> | null }>(
    tx,
    'decisions.take-electors',
    'select elector, form, name from initiatives.take_electors($1)',
    [decision],
  )
  const hash = new LinesHash()
  for (const { elector, form, name } of electors)
    hash.add({ elector, member: elector, form, name } satisfies ElectorRecord as Hashed)
  return { electorate: electors.length, hash: hash.digest() }
}

async function store(tx: Tx, asked: NewDecision, opening: OpeningRecord, fingerprint: Buffer): Promise<void> {
  await rows(
    tx,
    'decisions.open',
    `insert into initiatives.decisions (id, number, kind, subject_id, title, text, authoritative, text_hash, round, secret,
       method, previous_id, news, discussion_until, closes_at, electorate, rules, electorate_hash, opening, fingerprint,
       opened_by_membership)
     values ($1, $2, $3, $4, $5, $6, $7, decode($8, 'hex'), $9, $10, 'majority', $11, $12, $13, $14, $15, $16,
       decode($17, 'hex'), $18, $19, $20)`,
    [
      ...[opening.decision, opening.number, asked.kind, asked.subject, JSON.stringify(asked.title)],
      ...[JSON.stringify(asked.text), asked.authoritative, opening.textHash, asked.round, asked.secret],
      ...[opening.previous, asked.previous ? JSON.stringify(asked.previous.news) : null],
      ...[opening.discussionUntil, opening.closesAt, opening.electorate, JSON.stringify(opening.rules)],
      ...[opening.electorateHash, JSON.stringify(opening), fingerprint, asked.openedBy],
    ],
  )
}

async function tell(tx: Tx, asked: NewDecision, opening: OpeningRecord, fingerprint: Buffer): Promise<void> {
  const { decision, number, electorate } = opening
  await record(tx, {
    action: 'initiatives.decision_opened',
    member: asked.openedBy,
    subject: { type: 'decision', id: decision },
    rule: { key: 'decisions.voting_days', version: opening.rules['decisions.voting_days']!.version },
    visibility: asked.secret ? 'members' : 'public',
    detail: { number, electorate, fingerprint: fingerprint.toString('hex') },
  })
  await decisionOpened.emit(tx, { decision, kind: asked.kind, subject: asked.subject, round: asked.round })
}

/**
 * Asks the members: takes those with a vote of this moment as the electorate, keeps the text, the rules of today and their
 * hashes, and gives the decision its number. From here on nothing of it changes. Refused when nobody has a vote, or when
 * members are asked again too early.
 */
export async function openDecision(
  tx: Tx,
  asked: NewDecision,
): Promise<Outcome<{ id: string; number: number }>> {
  const rules = await decisiveRules(tx)
  const textHash = hashOf(asked.text)
  const [unmet] = await unmetForAsking(tx, asked, rules)
  if (unmet) return unmet
  const decision = newId()
  const { electorate, hash } = await takeElectorate(tx, decision)
  if (electorate === 0) return refuse('initiatives.decision.nobodyVotes')
  const { umbrella, number, openedAt, discussionUntil, closesAt } = await timesOf(
    tx,
    asked.discussedSince,
    rules,
  )
  const opening: OpeningRecord = {
    ...{ format, version: formatVersion, umbrella, decision, number, kind: asked.kind },
    ...{ subject: asked.subject, round: asked.round, previous: asked.previous?.decision ?? null },
    ...(asked.previous ? { news: asked.previous.news as Record<string, string> } : {}),
    ...{ title: asked.title as Record<string, string>, textHash: textHash.toString('hex') },
    ...{ authoritative: asked.authoritative, secret: asked.secret, method: 'majority' },
    ...{ openedBy: asked.openedBy, openedAt: moment(openedAt), discussionUntil: moment(discussionUntil) },
    ...{ closesAt: moment(closesAt), electorate, electorateHash: hash.toString('hex'), rules },
  }
  const fingerprint = hashOf(opening as unknown as Json)
  await store(tx, asked, opening, fingerprint)
  if (asked.previous && !asked.previous.appeal) await useBacking(tx, asked.previous.decision, decision)
  await tell(tx, asked, opening, fingerprint)
  return { ok: true, id: decision, number }
}
