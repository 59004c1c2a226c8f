import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'
import type { InitiativeText } from '../initiative-text.ts'
import type { VersionKind } from '../schema/initiatives.ts'
import { speakerName } from './speaker.ts'

/** One kept state of a text, without the text. */
export type VersionLine = {
  version: number
  round: number
  kind: VersionKind
  membershipId: string
  member: Localised | null
  note: string | null
  noteLocale: string | null
  madeAt: string
}

/** All versions of an initiative, the newest first. */
export async function listVersions(tx: Tx, initiative: string): Promise<VersionLine[]> {
  const { rows } = await tx.execute<{ value: VersionLine }>(sql`
    select json_build_object('version', v.version, 'round', v.round, 'kind', v.kind, 'membershipId', v.membership_id,
      'member', ${speakerName(sql`v.membership_id`)}, 'note', v.note, 'noteLocale', v.note_locale, 'madeAt', v.made_at) as value
    from initiatives.initiative_versions v
    where v.umbrella_id = platform.current_umbrella() and v.initiative_id = ${initiative} order by v.version desc`)
  return rows.map(({ value }) => value)
}

/** The texts of some versions by their numbers. */
export async function versionTexts(
  tx: Tx,
  initiative: string,
  versions: readonly number[],
): Promise<Map<number, InitiativeText>> {
  const { rows } = await tx.execute<{ version: number; value: InitiativeText }>(sql`
    select v.version, json_build_object('title', v.title, 'body', v.body, 'authoritative', v.authoritative,
      'translations', v.translations) as value
    from initiatives.initiative_versions v
    where v.umbrella_id = platform.current_umbrella() and v.initiative_id = ${initiative}
      and v.version = any (${sql.param(versions)}::integer[])`)
  return new Map(rows.map(({ version, value }) => [version, value]))
}
