import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'
import type { Stance } from '../schema/discussion.ts'
import { type AmendmentView, amendmentJson } from './amendments.ts'
import { type CorrectionView, correctionJson } from './corrections.ts'
import { moment, speakerName } from './speaker.ts'

/** What a member said. `body` is null when it was redacted, or withdrawn and the reader is not inside. */
export type CommentView = {
  id: string
  parentId: string | null
  membershipId: string
  member: Localised | null
  partner: boolean
  stance: Stance | null
  body: string | null
  locale: string
  version: number
  writtenAt: string
  withdrawnAt: string | null
  redactedAt: string | null
  redactionReason: string | null
  /** A two-person act about it waits for its second person. */
  redactionOpen: boolean
}

export type ChallengeView = {
  id: string
  membershipId: string
  member: Localised | null
  topic: Localised | null
  reasons: string
  locale: string
  raisedAt: string
  answer: string | null
  answerLocale: string | null
  answeredAt: string | null
  withdrawnAt: string | null
}

/** How many members and partners spoke last for it and against it, and how many of the questions wait for the initiator. */
export type Stances = { for: number; against: number; unanswered: number }

export type Discussion = {
  /** Conversations of this page in the order in which they began, answers after what they answer. */
  comments: CommentView[]
  more: boolean
  stances: Stances
  amendments: AmendmentView[]
  challenges: ChallengeView[]
  corrections: CorrectionView[]
}

const pageSize = 30

const commentJson = sql`json_build_object('id', c.id, 'parentId', c.parent_id, 'membershipId', c.membership_id,
  'member', ${speakerName(sql`c.membership_id`)},
  'partner', (select s.form = 'agreement' from network.memberships s where s.umbrella_id = c.umbrella_id and s.id = c.membership_id),
  'stance', c.stance, 'body', case when c.withdrawn_at is null or (select network.is_inside()) then c.body end,
  'locale', c.content_locale, 'version', c.version, 'writtenAt', c.written_at, 'withdrawnAt', c.withdrawn_at,
  'redactedAt', c.redacted_at, 'redactionReason', c.redaction_reason,
  'redactionOpen', c.redacted_at is null and (select network.is_inside()) and exists (select 1 from people.acts a
    where a.umbrella_id = c.umbrella_id and a.kind = 'initiatives.redact_comment' and a.subject_id = c.id and a.status = 'proposed'))`

const challengeJson = sql`json_build_object('id', s.id, 'membershipId', s.membership_id,
  'member', ${speakerName(sql`s.membership_id`)}, 'topic', s.topic, 'reasons', s.reasons, 'locale', s.content_locale,
  'raisedAt', s.raised_at, 'answer', s.answer, 'answerLocale', s.answer_locale, 'answeredAt', s.answered_at,
  'withdrawnAt', s.withdrawn_at)`

const listOf = (json: SQL, from: SQL, order: SQL): SQL =>
  sql`(select coalesce(json_agg(${json} order by ${order}), '[]'::json) from ${from})`

const of = (alias: SQL, initiative: string) =>
  sql`${alias}.umbrella_id = platform.current_umbrella() and ${alias}.initiative_id = ${initiative}`

/** How members stand: the last comment of a member that took a side counts, if it was neither withdrawn nor redacted. */
export const stancesJson = (initiative: string): SQL => sql`(
  select json_build_object('for', count(*) filter (where stance = 'for'), 'against', count(*) filter (where stance = 'against'),
    'unanswered', (select count(*) from initiatives.comments q
      join initiatives.initiatives i on i.umbrella_id = q.umbrella_id and i.id = q.initiative_id
      where ${of(sql`q`, initiative)} and q.stance = 'question' and q.withdrawn_at is null and q.redacted_at is null
        and not exists (select 1 from initiatives.comments r where r.umbrella_id = q.umbrella_id and r.parent_id = q.id
          and r.membership_id = i.membership_id and r.withdrawn_at is null and r.redacted_at is null)))
  from (select distinct on (l.membership_id) l.stance from initiatives.comments l
    where ${of(sql`l`, initiative)} and l.stance in ('for', 'against') and l.withdrawn_at is null and l.redacted_at is null
    order by l.membership_id, l.id desc) latest)`

/** What is said about an initiative, in one statement; `after` is the last conversation shown before. */
export async function readDiscussion(tx: Tx, initiative: string, after: string | null): Promise<Discussion> {
  const conversations = sql`(select c.id from initiatives.comments c
    where ${of(sql`c`, initiative)} and c.parent_id is null and (${after}::uuid is null or c.id > ${after}::uuid)
    order by c.id limit ${pageSize + 1})`
  const { rows } = await tx.execute<{ value: Omit<Discussion, 'more'> }>(sql`
    with shown as ${conversations}
    select json_build_object(
      'comments', ${listOf(commentJson, sql`initiatives.comments c where ${of(sql`c`, initiative)} and coalesce(c.parent_id, c.id) in (select id from shown)`, sql`coalesce(c.parent_id, c.id), c.id`)},
      'stances', ${stancesJson(initiative)},
      'amendments', ${listOf(amendmentJson(sql`a`), sql`initiatives.amendments a where ${of(sql`a`, initiative)}`, sql`a.number desc`)},
      'challenges', ${listOf(challengeJson, sql`initiatives.scope_challenges s where ${of(sql`s`, initiative)}`, sql`s.raised_at, s.id`)},
      'corrections', ${listOf(correctionJson(sql`x`), sql`initiatives.corrections x where ${of(sql`x`, initiative)}`, sql`x.proposed_at desc, x.id`)}
    ) as value`)
  const found = rows[0]!.value
  const began = found.comments.filter(({ parentId }) => parentId === null)
  const over = began[pageSize]?.id
  const comments = over
    ? found.comments.filter(({ id, parentId }) => (parentId ?? id) < over)
    : found.comments
  return { ...found, comments, more: over !== undefined }
}

/** A comment with what its policies ask. */
export type CommentFace = {
  id: string
  initiativeId: string
  number: number
  membershipId: string
  withdrawn: boolean
  redacted: boolean
  body: string | null
  locale: string
}

export async function findComment(tx: Tx, id: string): Promise<CommentFace | null> {
  const { rows } = await tx.execute<CommentFace>(sql`
    select c.id, c.initiative_id as "initiativeId", i.number, c.membership_id as "membershipId",
      c.withdrawn_at is not null as withdrawn, c.redacted_at is not null as redacted, c.body, c.content_locale as locale
    from initiatives.comments c join initiatives.initiatives i on i.umbrella_id = c.umbrella_id and i.id = c.initiative_id
    where c.umbrella_id = platform.current_umbrella() and c.id = ${id}`)
  return rows[0] ?? null
}

/** Where a comment stands and who made it. */
export async function commentPlace(tx: Tx, id: string): Promise<{ number: number; member: Localised }> {
  const { rows } = await tx.execute<{ number: number; member: Localised }>(sql`
    select i.number, coalesce(${speakerName(sql`c.membership_id`)}, '{}') as member
    from initiatives.comments c join initiatives.initiatives i on i.umbrella_id = c.umbrella_id and i.id = c.initiative_id
    where c.umbrella_id = platform.current_umbrella() and c.id = ${id}`)
  return rows[0]!
}

/** A challenge with what its policies ask. */
export async function findChallenge(
  tx: Tx,
  id: string,
): Promise<{ id: string; initiativeId: string; membershipId: string; raisedAt: string } | null> {
  const { rows } = await tx.execute<{
    id: string
    initiativeId: string
    membershipId: string
    raisedAt: string
  }>(sql`
    select s.id, s.initiative_id as "initiativeId", s.membership_id as "membershipId", ${moment(sql`s.raised_at`)} as "raisedAt"
    from initiatives.scope_challenges s where s.umbrella_id = platform.current_umbrella() and s.id = ${id}`)
  return rows[0] ?? null
}
