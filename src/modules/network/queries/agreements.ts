import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { Locale, Localised } from '#platform/i18n/index.ts'
import type { AgreementSide, AgreementStatus } from '../schema/agreements.ts'
import type { MembershipStatus } from '../schema/memberships.ts'
import { memberName, personName } from './member-name.ts'

/** Days are ISO text, moments ISO text with T and offset: read as json, so that a page is one statement. */
export type AgreementView = {
  id: string
  membershipId: string
  partner: Localised
  title: Localised
  fileId: string
  fileName: string
  mediaType: string
  size: number
  /** SHA-256 of the document, hex. */
  sha256: string
  documentPublic: boolean
  signedOn: string
  signedForUmbrella: string
  signedForPartner: string
  termFrom: string
  termUntil: string | null
  status: AgreementStatus
  proposedAs: AgreementSide
  proposedBy: string
  /** Names of persons are null for those who may not see them. */
  proposedByName: string | null
  proposedAt: string
  answeredAs: AgreementSide | 'founding' | null
  answeredByName: string | null
  answeredAt: string | null
  answerWord: string | null
  endedOn: string | null
  endReason: string | null
  renews: string | null
  renewedBy: string | null
  renewed: boolean
  represented: boolean
  /** The day it is in the umbrella. */
  today: string
}

const renewal = sql`(select r.id from network.agreements r where r.umbrella_id = a.umbrella_id and r.renews = a.id
  and r.status in ('proposed', 'confirmed', 'ended'))`

const view = sql`json_build_object(
  'id', a.id, 'membershipId', a.membership_id, 'partner', ${memberName(sql`a.membership_id`)}, 'title', a.title,
  'fileId', a.file_id, 'fileName', f.name, 'mediaType', f.media_type, 'size', f.size,
  'sha256', encode(a.document_sha256, 'hex'), 'documentPublic', a.document_public, 'signedOn', a.signed_on,
  'signedForUmbrella', a.signed_for_umbrella, 'signedForPartner', a.signed_for_partner, 'termFrom', a.term_from,
  'termUntil', a.term_until, 'status', a.status, 'proposedAs', a.proposed_as, 'proposedBy', a.proposed_by,
  'proposedByName', ${personName(sql`a.proposed_by`)}, 'proposedAt', a.proposed_at, 'answeredAs', a.answered_as,
  'answeredByName', ${personName(sql`a.answered_by`)}, 'answeredAt', a.answered_at, 'answerWord', a.answer_word,
  'endedOn', a.ended_on, 'endReason', a.end_reason, 'renews', a.renews, 'renewedBy', ${renewal},
  'renewed', ${renewal} is not null, 'represented', network.is_represented(a.membership_id), 'today', network.today())`

const source = sql`network.agreements a join platform.files f on f.umbrella_id = a.umbrella_id and f.id = a.file_id`

async function values<T>(tx: Tx, query: SQL): Promise<T[]> {
  const { rows } = await tx.execute<{ value: T }>(query)
  return rows.map(row => row.value)
}

/** One agreement, or null. Who may see it is the policy's. */
export async function findAgreement(tx: Tx, id: string): Promise<AgreementView | null> {
  const found = await values<AgreementView>(
    tx,
    sql`select ${view} as value from ${source} where a.umbrella_id = platform.current_umbrella() and a.id = ${id}`,
  )
  return found[0] ?? null
}

export type PartnerView = {
  membershipId: string
  organisationId: string
  name: Localised
  status: MembershipStatus
  since: string
  until: string | null
  /** Newest term first. */
  agreements: AgreementView[]
  today: string
}

/** A partner with all its agreements; null when the membership is not one of a partner. */
export async function findPartner(tx: Tx, membership: string): Promise<PartnerView | null> {
  const found = await values<PartnerView>(
    tx,
    sql`select json_build_object('membershipId', s.id, 'organisationId', s.organisation_id, 'name', ${memberName(sql`s.id`)},
        'status', s.status, 'since', s.since, 'until', s.until, 'today', network.today(),
        'agreements', (select coalesce(json_agg(${view} order by a.term_from desc, a.id desc), '[]'::json)
          from ${source} where a.umbrella_id = s.umbrella_id and a.membership_id = s.id)) as value
      from network.memberships s
      where s.umbrella_id = platform.current_umbrella() and s.id = ${membership} and s.form = 'agreement'`,
  )
  return found[0] ?? null
}

/** A partner in the public list, with the agreement that is in force or was last in force. */
export type PartnerLine = {
  membershipId: string
  name: Localised
  country: string | null
  since: string
  until: string | null
  agreement: Pick<
    AgreementView,
    'id' | 'title' | 'signedOn' | 'termFrom' | 'termUntil' | 'documentPublic'
  > | null
}

export const partnerStates = ['current', 'former'] as const
export type PartnerState = (typeof partnerStates)[number]

const pageSize = 50

const nameColumn: Record<Locale, SQL> = { uk: sql`d.name_uk`, pl: sql`d.name_pl`, en: sql`d.name_en` }

const latestAgreement = sql`(
  select json_build_object('id', a.id, 'title', a.title, 'termFrom', a.term_from, 'termUntil', a.term_until)
  from network.agreements a
  where a.umbrella_id = s.umbrella_id and a.membership_id = s.id and a.status in ('confirmed', 'ended')
  order by a.status, a.term_from > network.today(), a.term_from desc limit 1)`

/** Partners by name in the page's language; those whose agreement ended the latest first. `after` is the last one shown. */
export async function listPartners(
  tx: Tx,
  { state, after, locale }: { state: PartnerState; after: string | null; locale: Locale },
): Promise<{ lines: PartnerLine[]; more: boolean }> {
  const current = state === 'current'
  const from = current
    ? sql`network.memberships s join network.directory d on d.umbrella_id = s.umbrella_id and d.membership_id = s.id`
    : sql`network.memberships s`
  const key = current ? nameColumn[locale] : sql`s.until`
  const beyond = current ? sql`>` : sql`<`
  const direction = current ? sql`asc` : sql`desc`
  const lines = await values<PartnerLine>(
    tx,
    sql`select json_build_object('membershipId', s.id, 'name', ${memberName(sql`s.id`)},
        'country', (select o.country from network.organisations o where o.id = s.organisation_id),
        'since', s.since, 'until', s.until, 'agreement', ${latestAgreement}) as value
      from ${from}
      where s.umbrella_id = platform.current_umbrella() and s.form = 'agreement' and (s.status = 'ended') = ${!current}
        and s.since is distinct from s.until
        and (${after}::uuid is null or (${key}, s.id) ${beyond} (select ${key}, s.id from ${from}
          where s.umbrella_id = platform.current_umbrella() and s.id = ${after}::uuid))
      order by ${key} ${direction}, s.id ${direction} limit ${pageSize + 1}`,
  )
  return { lines: lines.slice(0, pageSize), more: lines.length > pageSize }
}

export type WaitingAgreement = Pick<AgreementView, 'id' | 'partner' | 'title' | 'proposedAs' | 'proposedAt'>

/** Agreements that one side has proposed and the other has not answered, oldest first. For people inside. */
export const listProposedAgreements = (tx: Tx): Promise<WaitingAgreement[]> =>
  values<WaitingAgreement>(
    tx,
    sql`select json_build_object('id', a.id, 'partner', ${memberName(sql`a.membership_id`)}, 'title', a.title,
        'proposedAs', a.proposed_as, 'proposedAt', a.proposed_at) as value
      from network.agreements a
      where a.umbrella_id = platform.current_umbrella() and a.status = 'proposed' order by a.proposed_at, a.id limit 100`,
  )
