import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'
import type { InitiativeText } from '../initiative-text.ts'
import type { InitiativeFace } from '../policy/initiatives.ts'
import type { ScopeAnswer } from '../schema/initiatives.ts'
import { moment, speakerName } from './speaker.ts'

export type Coauthor = {
  membershipId: string
  member: Localised | null
  agreedAt: string | null
  declinedAt: string | null
}

/** The sealed decision about which an initiative asks the members again, and the earlier initiative. */
export type AskedAgain = { decision: number; initiative: number; title: Localised }

export type Attachment = { id: string; fileId: string; name: string; mediaType: string; size: number }

/** An initiative as its pages show it. Moments are ISO text with T and offset; a member without a name is an unlisted individual. */
export type InitiativeView = InitiativeText &
  Omit<InitiativeFace, 'coauthors'> & {
    id: string
    /** Null while it is a draft. */
    number: number | null
    member: Localised | null
    partner: boolean
    languages: string[]
    topics: string[]
    scopeAnswers: ScopeAnswer[]
    version: number
    round: number
    decisionId: string | null
    updatedAt: string
    publishedAt: string | null
    discussionSince: string | null
    withdrawnAt: string | null
    withdrawalReason: string | null
    withdrawalLocale: string | null
    adoptableUntil: string | null
    adoptedFrom: Localised | null
    wasAdopted: boolean
    /** Set aside by the decision of this number. */
    setAsideBy: number | null
    asks: AskedAgain | null
    /** What is new since; null unless it asks again. */
    news: Localised | null
    /** Numbers of the published initiatives that ask again about this one. */
    askedAgainBy: number[]
    coauthors: Coauthor[]
    attachments: Attachment[]
  }

const view = sql`json_build_object(
  'id', i.id, 'number', i.number, 'status', i.status, 'membershipId', i.membership_id,
  'member', ${speakerName(sql`i.membership_id`)},
  'partner', (select s.form = 'agreement' from network.memberships s where s.umbrella_id = i.umbrella_id and s.id = i.membership_id),
  'title', i.title, 'body', i.body, 'authoritative', i.authoritative, 'translations', i.translations,
  'languages', i.languages, 'topics', i.topics, 'scopeAnswers', i.scope_answers, 'version', i.version, 'round', i.round,
  'decisionId', i.decision_id, 'updatedAt', i.updated_at, 'publishedAt', i.published_at, 'discussionSince', i.discussion_since,
  'withdrawn', i.withdrawn_at is not null, 'withdrawnAt', i.withdrawn_at, 'withdrawalReason', i.withdrawal_reason,
  'withdrawalLocale', i.withdrawal_locale, 'adoptableUntil', i.adoptable_until,
  'adoptable', i.status = 'decision' and coalesce(i.adoptable_until > now(), false),
  'wasAdopted', i.adopted_from is not null,
  'adoptedFrom', case when i.adopted_from is not null then ${speakerName(sql`i.adopted_from`)} end,
  'setAsideBy', initiatives.set_aside_by(i.decision_id), 'news', i.news,
  'asks', (select json_build_object('decision', d.number, 'initiative', e.number, 'title', e.title)
    from initiatives.decisions d join initiatives.initiatives e on e.umbrella_id = d.umbrella_id and e.id = d.subject_id
    where d.umbrella_id = i.umbrella_id and d.id = i.previous_id),
  'askedAgainBy', array(select l.number from initiatives.initiatives l
    where l.umbrella_id = i.umbrella_id and l.previous_id = i.decision_id and l.status <> 'draft' order by l.number),
  'coauthors', (select coalesce(json_agg(json_build_object('membershipId', c.membership_id,
      'member', ${speakerName(sql`c.membership_id`)}, 'agreedAt', c.agreed_at, 'declinedAt', c.declined_at)
      order by c.invited_at, c.membership_id), '[]'::json)
    from initiatives.coauthors c where c.umbrella_id = i.umbrella_id and c.initiative_id = i.id),
  'attachments', (select coalesce(json_agg(json_build_object('id', a.id, 'fileId', a.file_id, 'name', f.name,
      'mediaType', f.media_type, 'size', f.size) order by a.added_at, a.id), '[]'::json)
    from initiatives.attachments a join platform.files f on f.umbrella_id = a.umbrella_id and f.id = a.file_id
    where a.umbrella_id = i.umbrella_id and a.initiative_id = i.id and a.removed_at is null))`

async function one(tx: Tx, where: SQL): Promise<InitiativeView | null> {
  const { rows } = await tx.execute<{ value: InitiativeView }>(
    sql`select ${view} as value from initiatives.initiatives i where i.umbrella_id = platform.current_umbrella() and ${where}`,
  )
  return rows[0]?.value ?? null
}

/** A published initiative by the number that people quote. */
export const findInitiative = (tx: Tx, number: number): Promise<InitiativeView | null> =>
  one(tx, sql`i.number = ${number} and i.status <> 'draft'`)

/** A draft, for those who write it. */
export const findDraft = (tx: Tx, id: string): Promise<InitiativeView | null> =>
  one(tx, sql`i.id = ${id} and i.status = 'draft'`)

/** The file of an attachment that stands below the initiative. */
export async function attachedFile(tx: Tx, initiative: string, attachment: string): Promise<string | null> {
  const { rows } = await tx.execute<{ file: string }>(sql`
    select a.file_id as file from initiatives.attachments a
    where a.umbrella_id = platform.current_umbrella() and a.initiative_id = ${initiative} and a.id = ${attachment}
      and a.removed_at is null`)
  return rows[0]?.file ?? null
}

/** The state of an initiative that an action is about to change, with its row locked. Null when it is not there. */
export type Held = InitiativeText & {
  id: string
  number: number | null
  status: InitiativeView['status']
  membershipId: string
  version: number
  round: number
  decisionId: string | null
  withdrawn: boolean
  discussionSince: string | null
  previousId: string | null
  news: Localised | null
}

export async function holdInitiative(tx: Tx, id: string): Promise<Held | null> {
  const { rows } = await tx.execute<{ value: Held }>(sql`
    select json_build_object('id', i.id, 'number', i.number, 'status', i.status, 'membershipId', i.membership_id,
      'title', i.title, 'body', i.body, 'authoritative', i.authoritative, 'translations', i.translations,
      'version', i.version, 'round', i.round, 'decisionId', i.decision_id, 'withdrawn', i.withdrawn_at is not null,
      'previousId', i.previous_id, 'news', i.news, 'discussionSince', ${moment(sql`i.discussion_since`)}) as value
    from initiatives.initiatives i where i.umbrella_id = platform.current_umbrella() and i.id = ${id} for update`)
  return rows[0]?.value ?? null
}
