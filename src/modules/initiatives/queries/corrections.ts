import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'
import type { CorrectionStatus, PartTexts } from '../schema/discussion.ts'
import type { TranslationState } from '../schema/initiatives.ts'
import { speakerName } from './speaker.ts'

/** A mistake put right. `mine`: proposed by the asking person, who cannot confirm it. */
export type CorrectionView = {
  id: string
  initiativeId: string
  locale: string
  state: TranslationState | null
  before: PartTexts
  after: PartTexts
  reasons: string
  membershipId: string
  mine: boolean
  status: CorrectionStatus
  proposedAt: string
  answeredAt: string | null
  answeredMember: Localised | null
  madeVersion: number | null
}

export const correctionJson = (
  c: SQL,
): SQL => sql`json_build_object('id', ${c}.id, 'initiativeId', ${c}.initiative_id,
  'locale', ${c}.locale, 'state', ${c}.state, 'before', ${c}.before, 'after', ${c}.after, 'reasons', ${c}.reasons,
  'membershipId', ${c}.membership_id, 'mine', coalesce(${c}.proposed_by = platform.current_account(), false),
  'status', ${c}.status, 'proposedAt', ${c}.proposed_at, 'answeredAt', ${c}.answered_at, 'madeVersion', ${c}.made_version,
  'answeredMember', case when ${c}.answered_membership is not null then ${speakerName(sql`${c}.answered_membership`)} end)`

/** A correction with its row locked, for whoever answers it. */
export async function holdCorrection(tx: Tx, id: string): Promise<CorrectionView | null> {
  const { rows } = await tx.execute<{ value: CorrectionView }>(sql`
    select ${correctionJson(sql`c`)} as value from initiatives.corrections c
    where c.umbrella_id = platform.current_umbrella() and c.id = ${id} for update of c`)
  return rows[0]?.value ?? null
}
