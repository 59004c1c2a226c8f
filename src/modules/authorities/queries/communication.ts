import { type SQL, sql } from 'drizzle-orm'
import { memberName } from '#modules/network/index.ts'
import type { Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'
import type { CommunicationFace } from '../policy/letters.ts'
import type {
  CommunicationKind,
  Direction,
  Ground,
  Prominence,
  Resolution,
} from '../schema/communications.ts'
import { type Mailing, mailing } from './mailing.ts'

/** A file that goes with a letter. `sha256` in hexadecimal. */
export type Enclosure = {
  id: string
  fileId: string
  name: string
  mediaType: string
  size: number
  sha256: string
}

export type Cosigner = { membershipId: string; member: Localised | null; signedAt: string }

/** The body that a letter goes to, as much of it as the letter shows. */
export type Addressee = {
  id: string
  name: Localised
  languages: string[]
  email: string | null
  postalAddress: string | null
  onPlatform: boolean
}

/** A communication as its pages show it. Days are ISO text; hashes are in hexadecimal. */
export type CommunicationView = Omit<CommunicationFace, 'cosigners'> & {
  id: string
  /** A draft has one only when it was about to be sent. */
  number: number | null
  kind: CommunicationKind
  directions: Direction[]
  topics: string[]
  body: Addressee
  member: Localised | null
  lang: string
  title: string
  facts: string
  grounds: Ground[]
  proposals: string[]
  draftActId: string | null
  follows: { number: number | null; title: string } | null
  origin: 'pack' | 'initiative' | 'council' | 'event' | null
  resolution: Resolution | null
  prominence: Prominence
  embargoUntil: string | null
  signUntil: string | null
  signatory: string | null
  sentOn: string | null
  /** Null to those who see the public copy alone. */
  letterId: string | null
  letterSha256: string | null
  registeredNumber: string | null
  registeredOn: string | null
  /** When the secretariat was asked to send it in the coalition's name. */
  askedAt: string | null
  updatedAt: string
  cosigners: Cosigner[]
  enclosures: Enclosure[]
  /** Null before it is sent. */
  mailing: Mailing | null
}

const addressee = sql`(select json_build_object('id', b.id, 'name', b.name, 'languages', b.languages, 'email', b.email,
    'postalAddress', b.postal_address, 'onPlatform', authorities.has_officers(b.id))
  from authorities.bodies b where b.id = c.body_id)`

const enclosures = sql`(
  select coalesce(json_agg(json_build_object('id', a.id, 'fileId', a.file_id, 'name', f.name, 'mediaType', f.media_type,
    'size', f.size, 'sha256', encode(a.sha256, 'hex')) order by a.position, a.id), '[]'::json)
  from authorities.attachments a join platform.files f on f.umbrella_id = a.umbrella_id and f.id = a.file_id
  where a.umbrella_id = c.umbrella_id and a.communication_id = c.id and a.message_id is null
    and not a.of_step)`

const cosigners = sql`(
  select coalesce(json_agg(json_build_object('membershipId', s.membership_id, 'member', ${memberName(sql`s.membership_id`)},
    'signedAt', s.signed_at) order by s.signed_at, s.membership_id), '[]'::json)
  from authorities.cosigners s where s.umbrella_id = c.umbrella_id and s.communication_id = c.id)`

const view = sql`json_build_object(
  'id', c.id, 'number', c.number, 'kind', c.kind, 'directions', c.directions, 'topics', c.topics, 'body', ${addressee},
  'membershipId', c.membership_id, 'member', case when c.membership_id is not null then ${memberName(sql`c.membership_id`)} end,
  'through', c.through, 'lang', c.lang, 'title', case when w.whole then c.title else coalesce(c.public_title, c.title) end,
  'facts', case when w.whole then c.facts else coalesce(c.public_facts, c.facts) end,
  'grounds', case when w.whole then c.grounds else coalesce(c.public_grounds, c.grounds) end,
  'proposals', case when w.whole then c.proposals else coalesce(c.public_proposals, c.proposals) end,
  'draftActId', c.draft_act_id, 'follows', (select json_build_object('number', p.number, 'title', coalesce(p.public_title, p.title))
    from authorities.communications p where p.umbrella_id = c.umbrella_id and p.id = c.follows_id),
  'origin', c.origin, 'status', c.status, 'resolution', c.resolution, 'prominence', c.prominence,
  'embargoUntil', c.embargo_until, 'signUntil', c.sign_until, 'signatory', c.signatory, 'sentOn', c.sent_on,
  'letterId', case when w.whole then c.letter_id end, 'letterSha256', encode(c.letter_sha256, 'hex'), 'registeredNumber', c.registered_number,
  'registeredOn', c.registered_on, 'askedAt', c.asked_at, 'updatedAt', c.updated_at::text, 'cosigners', ${cosigners}, 'enclosures', ${enclosures},
  'mailing', case when c.sent_at is not null then ${mailing} end)`

async function one(tx: Tx, where: SQL): Promise<CommunicationView | null> {
  const { rows } = await tx.execute<{ value: CommunicationView }>(sql`
    select ${view} as value from authorities.communications c
    cross join lateral (select coalesce(c.public_title, c.public_facts) is null
      and coalesce(c.public_grounds, c.public_proposals) is null
      or authorities.sees_original(c.prominence, true, c.id, c.membership_id, c.through) as whole) w
    where c.umbrella_id = platform.current_umbrella() and ${where}`)
  return rows[0]?.value ?? null
}

/** A communication that left its draft, by the number that people quote, as far as the asker may see it. */
export const findCommunication = (tx: Tx, number: number): Promise<CommunicationView | null> =>
  one(tx, sql`c.number = ${number} and c.status <> 'draft'`)

/** A draft, for those who write it. */
export const findDraft = (tx: Tx, id: string): Promise<CommunicationView | null> =>
  one(tx, sql`c.id = ${id} and c.status = 'draft'`)

/** Whatever state it is in. */
export const communicationById = (tx: Tx, id: string): Promise<CommunicationView | null> =>
  one(tx, sql`c.id = ${id}`)
