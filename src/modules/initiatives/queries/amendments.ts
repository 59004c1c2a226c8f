import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'
import type { AmendmentStatus, PartTexts } from '../schema/discussion.ts'
import { speakerName } from './speaker.ts'

/** A proposed change of the text. Moments are ISO text with T and offset. */
export type AmendmentView = {
  id: string
  initiativeId: string
  number: number
  membershipId: string
  member: Localised | null
  baseVersion: number
  round: number
  locale: string
  before: PartTexts
  after: PartTexts
  reasons: string
  status: AmendmentStatus
  proposedAt: string
  answer: string | null
  answerLocale: string | null
  answeredAt: string | null
  madeVersion: number | null
}

export const amendmentJson = (
  a: SQL,
): SQL => sql`json_build_object('id', ${a}.id, 'initiativeId', ${a}.initiative_id,
  'number', ${a}.number, 'membershipId', ${a}.membership_id, 'member', ${speakerName(sql`${a}.membership_id`)},
  'baseVersion', ${a}.base_version, 'round', ${a}.round, 'locale', ${a}.locale, 'before', ${a}.before, 'after', ${a}.after,
  'reasons', ${a}.reasons, 'status', ${a}.status, 'proposedAt', ${a}.proposed_at, 'answer', ${a}.answer,
  'answerLocale', ${a}.answer_locale, 'answeredAt', ${a}.answered_at, 'madeVersion', ${a}.made_version)`

/** One amendment of an initiative by its number. */
export async function findAmendment(
  tx: Tx,
  initiative: string,
  number: number,
): Promise<AmendmentView | null> {
  const { rows } = await tx.execute<{ value: AmendmentView }>(sql`
    select ${amendmentJson(sql`a`)} as value from initiatives.amendments a
    where a.umbrella_id = platform.current_umbrella() and a.initiative_id = ${initiative} and a.number = ${number}`)
  return rows[0]?.value ?? null
}

/** An amendment with its row locked, for whoever settles it. */
export async function holdAmendment(tx: Tx, id: string): Promise<AmendmentView | null> {
  const { rows } = await tx.execute<{ value: AmendmentView }>(sql`
    select ${amendmentJson(sql`a`)} as value from initiatives.amendments a
    where a.umbrella_id = platform.current_umbrella() and a.id = ${id} for update of a`)
  return rows[0]?.value ?? null
}
