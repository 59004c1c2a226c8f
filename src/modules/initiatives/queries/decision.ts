import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'
import type { Json } from '#platform/journal/record.ts'
import type { DecisionFace } from '../policy/decisions.ts'
import type { DecisionKind, DecisionOutcome, RulesOfDecision, Tally } from '../schema/decisions.ts'
import { moment, speakerName } from './speaker.ts'

/** A decision as its page shows it. */
export type DecisionView = DecisionFace & {
  id: string
  number: number
  kind: DecisionKind
  subject: string
  /** Number of the initiative that is decided, where it is one. */
  initiative: number | null
  title: Localised
  text: Record<string, Json>
  authoritative: string | null
  outcome: DecisionOutcome | null
  electorate: number
  rules: RulesOfDecision
  tally: Tally | null
  openedBy: string | null
  openedByName: Localised | null
  openedByPartner: boolean
  openedAt: string
  discussionUntil: string
  closesAt: string
  extendedAt: string | null
  crossedAt: string | null
  countdownUntil: string | null
  sealedAt: string | null
  closedAt: string | null
  closeReason: string | null
  fingerprint: string
  textHash: string
  electorateHash: string
  logHash: string | null
  previous: number | null
  news: Localised | null
  later: number[]
  /** Number of the decision by which the members set this one aside. */
  setAsideBy: number | null
  /** Whose initiative or proposal it is that was decided. */
  initiator: string | null
  /** Published initiatives that ask again about what was decided here. */
  askedAgainBy: number[]
  /** Proposals of changes that do. */
  askedAgainIn: number[]
}

/** The decision of this number, or undefined. */
export async function findDecision(tx: Tx, number: number): Promise<DecisionView | undefined> {
  const { rows } = await tx.execute<DecisionView>(sql`
    select d.id, d.number, d.kind, d.subject_id as subject, d.title, d.text, d.authoritative, d.status, d.outcome, d.secret,
      d.electorate, d.rules, d.tally, d.opened_by_membership as "openedBy", ${moment(sql`d.opened_at`)} as "openedAt",
      ${moment(sql`d.discussion_until`)} as "discussionUntil", ${moment(sql`d.closes_at`)} as "closesAt", ${moment(sql`d.extended_at`)} as "extendedAt",
      ${moment(sql`d.crossed_at`)} as "crossedAt", ${moment(sql`d.countdown_until`)} as "countdownUntil", ${moment(sql`d.sealed_at`)} as "sealedAt",
      ${moment(sql`d.closed_at`)} as "closedAt", d.close_reason as "closeReason", encode(d.fingerprint, 'hex') as fingerprint,
      encode(d.text_hash, 'hex') as "textHash", encode(d.electorate_hash, 'hex') as "electorateHash",
      encode(d.log_hash, 'hex') as "logHash", d.news, d.extended_at is not null as extended,
      now() >= coalesce(d.countdown_until, d.closes_at) as over,
      ${speakerName(sql`d.opened_by_membership`)} as "openedByName",
      coalesce((select s.form = 'agreement' from network.memberships s
        where s.umbrella_id = d.umbrella_id and s.id = d.opened_by_membership), false) as "openedByPartner",
      (select i.number from initiatives.initiatives i
        where i.umbrella_id = d.umbrella_id and i.id = d.subject_id) as initiative,
      (select p.number from initiatives.decisions p where p.umbrella_id = d.umbrella_id and p.id = d.previous_id) as previous,
      array(select l.number from initiatives.decisions l
        where l.umbrella_id = d.umbrella_id and l.previous_id = d.id order by l.number) as later,
      initiatives.set_aside_by(d.id) as "setAsideBy",
      coalesce((select i.membership_id from initiatives.initiatives i
        where i.umbrella_id = d.umbrella_id and i.id = d.subject_id), (select p.membership_id from initiatives.proposals p
        where p.umbrella_id = d.umbrella_id and p.id = d.subject_id)) as initiator,
      array(select i.number from initiatives.initiatives i
        where i.umbrella_id = d.umbrella_id and i.previous_id = d.id and i.status <> 'draft' order by i.number) as "askedAgainBy",
      array(select p.number from initiatives.proposals p
        where p.umbrella_id = d.umbrella_id and p.previous_id = d.id order by p.number) as "askedAgainIn"
    from initiatives.decisions d where d.umbrella_id = platform.current_umbrella() and d.number = ${number}`)
  return rows[0]
}

/** A decision in the list. */
export type ListedDecision = DecisionFace & {
  id: string
  number: number
  title: Localised
  outcome: DecisionOutcome | null
  electorate: number
  yes: number
  openedAt: string
  endsAt: string
  setAsideBy: number | null
}

export const decisionFilters = ['running', 'supported', 'not_supported', 'ended'] as const
export type DecisionFilter = (typeof decisionFilters)[number]

const filtered = {
  running: sql`and d.status in ('open', 'countdown')`,
  supported: sql`and d.outcome = 'supported'`,
  not_supported: sql`and d.outcome = 'not_supported'`,
  ended: sql`and d.status in ('void', 'cancelled', 'withdrawn')`,
}

/** Decisions of the coalition, the newest first, before a number; personal matters only when asked for. */
export async function listDecisions(
  tx: Tx,
  page: { filter: DecisionFilter | null; secret: boolean; before: number | null; limit: number },
): Promise<ListedDecision[]> {
  const { rows } = await tx.execute<ListedDecision>(sql`
    select d.id, d.number, d.title, d.status, d.outcome, d.secret, d.electorate, ${moment(sql`d.opened_at`)} as "openedAt",
      ${moment(sql`coalesce(d.sealed_at, d.closed_at, d.countdown_until, d.closes_at)`)} as "endsAt",
      d.extended_at is not null as extended, now() >= coalesce(d.countdown_until, d.closes_at) as over,
      initiatives.set_aside_by(d.id) as "setAsideBy",
      coalesce((d.tally ->> 'yes')::integer, case when not d.secret then (select sum(t.n) from initiatives.tallies t
        where t.umbrella_id = d.umbrella_id and t.decision_id = d.id and t.choice = 'yes') end, 0)::integer as yes
    from initiatives.decisions d
    where d.umbrella_id = platform.current_umbrella() and d.method = 'majority' and (${page.secret} or not d.secret)
      ${page.filter ? filtered[page.filter] : sql``}
      and (${page.before}::integer is null or d.number < ${page.before})
    order by d.number desc limit ${page.limit}`)
  return rows
}
