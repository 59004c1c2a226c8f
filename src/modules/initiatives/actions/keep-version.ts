import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { InitiativeText } from '../initiative-text.ts'
import type { VersionKind } from '../schema/initiatives.ts'

export type NewVersion = InitiativeText & {
  initiative: string
  version: number
  round: number
  kind: VersionKind
  /** For whom the text is changed. */
  membership: string
  /** The amendment or correction that made it. */
  source?: string
  note?: string | null
  noteLocale?: string
}

/** Keeps one more version of a text. Whoever calls holds the initiative and shows that version from then on. */
export async function keepVersion(tx: Tx, given: NewVersion): Promise<void> {
  await tx.execute(sql`
    insert into initiatives.initiative_versions (umbrella_id, initiative_id, version, round, kind, title, body, authoritative,
      translations, membership_id, source_id, note, note_locale)
    values (platform.current_umbrella(), ${given.initiative}, ${given.version}, ${given.round}, ${given.kind},
      ${JSON.stringify(given.title)}::jsonb, ${JSON.stringify(given.body)}::jsonb, ${given.authoritative},
      ${JSON.stringify(given.translations)}::jsonb, ${given.membership}, ${given.source ?? null}, ${given.note ?? null},
      ${given.note ? (given.noteLocale ?? given.authoritative) : null})`)
}

/** Keeps the next version of a published text and shows it. */
export async function changeText(tx: Tx, given: NewVersion): Promise<void> {
  await keepVersion(tx, given)
  await tx.execute(sql`
    update initiatives.initiatives set title = ${JSON.stringify(given.title)}::jsonb, body = ${JSON.stringify(given.body)}::jsonb,
      authoritative = ${given.authoritative}, translations = ${JSON.stringify(given.translations)}::jsonb, version = ${given.version}
    where umbrella_id = platform.current_umbrella() and id = ${given.initiative}`)
}
