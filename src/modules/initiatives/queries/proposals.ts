import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'
import type { ProposalKind, ProposalStatus, RuleChange, Stance } from '../schema/proposals.ts'
import { moment, speakerName } from './speaker.ts'

export type ProposalLine = {
  number: number
  kind: ProposalKind
  status: ProposalStatus
  title: Localised
  member: Localised | null
  proposedAt: string
  discussionUntil: string
}

export type RemarkView = {
  id: string
  membershipId: string
  member: Localised | null
  partner: boolean
  stance: Stance
  /** Null when it was taken back or taken out of sight. */
  body: string | null
  locale: string
  version: number
  writtenAt: string
  redacted: boolean
}

export type ProposalVersion = {
  version: number
  title: Localised
  reasons: Localised
  changes: RuleChange[] | null
  body: Localised | null
  madeAt: string
}

export type ProposalView = ProposalLine & {
  id: string
  membershipId: string
  reasons: Localised
  authoritative: string
  changes: RuleChange[] | null
  body: Localised | null
  ends: boolean
  /** The text that would change, as it stands, and whether it has changed since the proposal. */
  text: { number: number; title: Localised; body: Localised; movedOn: boolean } | null
  version: number
  discussed: boolean
  decision: number | null
  /** Number of the decision by which the members set that one aside. */
  setAsideBy: number | null
  /** The decision about which it asks again, and what is new since. */
  previous: { decision: number; news: Localised } | null
  /** Later proposals that ask again about what was decided here. */
  askedAgainIn: number[]
  remarks: RemarkView[]
  versions: ProposalVersion[]
}

const line = sql`'number', p.number, 'kind', p.kind, 'status', p.status, 'title', p.title,
  'member', ${speakerName(sql`p.membership_id`)}, 'proposedAt', ${moment(sql`p.proposed_at`)},
  'discussionUntil', ${moment(sql`p.discussion_until`)}`

const values = async <T>(tx: Tx, query: SQL): Promise<T[]> =>
  (await tx.execute<{ value: T }>(query)).rows.map(({ value }) => value)

const pageSize = 25

/** Proposals, the newest first; `before` a number. Open ones are in discussion or decision. */
export async function listProposals(
  tx: Tx,
  { open, before }: { open: boolean; before: number | null },
): Promise<{ lines: ProposalLine[]; more: boolean }> {
  const lines = await values<ProposalLine>(
    tx,
    sql`select json_build_object(${line}) as value from initiatives.proposals p
      where p.umbrella_id = platform.current_umbrella() and (p.closed_at is null) = ${open}
        and (${before}::integer is null or p.number < ${before}::integer)
      order by p.number desc limit ${pageSize + 1}`,
  )
  return { lines: lines.slice(0, pageSize), more: lines.length > pageSize }
}

const remarks = sql`(select coalesce(json_agg(json_build_object(
    'id', r.id, 'membershipId', r.membership_id, 'member', ${speakerName(sql`r.membership_id`)},
    'partner', (select s.form = 'agreement' from network.memberships s
      where s.umbrella_id = r.umbrella_id and s.id = r.membership_id),
    'stance', r.stance, 'body', r.body, 'locale', r.content_locale, 'version', r.version,
    'writtenAt', ${moment(sql`r.written_at`)}, 'redacted', r.redacted_under is not null) order by r.written_at, r.id), '[]')
  from initiatives.proposal_remarks r where r.umbrella_id = p.umbrella_id and r.proposal_id = p.id)`

const history = sql`(select json_agg(json_build_object(
    'version', v.version, 'title', v.title, 'reasons', v.reasons, 'changes', v.changes, 'body', v.body,
    'madeAt', ${moment(sql`v.made_at`)}) order by v.version desc)
  from initiatives.proposal_versions v where v.umbrella_id = p.umbrella_id and v.proposal_id = p.id)`

const changedText = sql`(select json_build_object('number', t.number, 'title', b.title, 'body', b.body,
    'movedOn', exists (select 1 from initiatives.agreed_versions n
      where n.umbrella_id = t.umbrella_id and n.text_id = t.id and n.version > p.base_version
        and n.decision_id is distinct from p.decision_id))
  from initiatives.agreed_texts t
  join initiatives.agreed_versions b on b.umbrella_id = t.umbrella_id and b.text_id = t.id and b.version = p.base_version
  where t.umbrella_id = p.umbrella_id and t.id = p.text_id)`

/** One proposal with what was said about it, or undefined. */
export async function findProposal(tx: Tx, number: number): Promise<ProposalView | undefined> {
  const [found] = await values<ProposalView>(
    tx,
    sql`select json_build_object(${line}, 'id', p.id, 'membershipId', p.membership_id, 'reasons', p.reasons,
        'authoritative', p.authoritative, 'changes', p.changes, 'body', p.body, 'ends', p.ends, 'text', ${changedText},
        'version', p.version, 'discussed', now() >= p.discussion_until,
        'decision', (select d.number from initiatives.decisions d where d.umbrella_id = p.umbrella_id and d.id = p.decision_id),
        'setAsideBy', initiatives.set_aside_by(p.decision_id),
        'previous', (select json_build_object('decision', d.number, 'news', p.news) from initiatives.decisions d
          where d.umbrella_id = p.umbrella_id and d.id = p.previous_id),
        'askedAgainIn', array(select l.number from initiatives.proposals l
          where l.umbrella_id = p.umbrella_id and l.previous_id = p.decision_id order by l.number),
        'remarks', ${remarks}, 'versions', ${history}) as value
      from initiatives.proposals p
      where p.umbrella_id = platform.current_umbrella() and p.number = ${number}`,
  )
  return found
}

/** What a decision of this number was about, to be proposed again: undefined where that was no proposal. */
export async function proposalDecided(tx: Tx, decision: number): Promise<ProposalView | undefined> {
  const { rows } = await tx.execute<{ number: number }>(sql`
    select p.number from initiatives.decisions d
    join initiatives.proposals p on p.umbrella_id = d.umbrella_id and p.id = d.subject_id
    where d.umbrella_id = platform.current_umbrella() and d.number = ${decision}`)
  return rows[0] && findProposal(tx, rows[0].number)
}

/** The proposal that a remark is about, as acts name it. */
export async function proposalOfRemark(
  tx: Tx,
  remark: string,
): Promise<{ number: number; title: Localised } | undefined> {
  const { rows } = await tx.execute<{ number: number; title: Localised }>(sql`
    select p.number, p.title from initiatives.proposal_remarks r
    join initiatives.proposals p on p.umbrella_id = r.umbrella_id and p.id = r.proposal_id
    where r.umbrella_id = platform.current_umbrella() and r.id = ${remark}`)
  return rows[0]
}
