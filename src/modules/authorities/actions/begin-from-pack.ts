import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { createI18n } from '#platform/i18n/index.ts'
import { newId } from '#platform/id.ts'
import { record } from '#platform/journal/record.ts'

/**
 * Begins a letter of the coalition to the Commissioner of a country, after monitors handed a submission over. It holds no word
 * of what is sealed: a person pastes a redacted copy, under consent. Nothing happens where no Commissioner is registered.
 */
export async function beginFromPack(tx: Tx, pack: string, country: 'UA' | 'PL'): Promise<void> {
  const id = newId()
  const lang = country === 'PL' ? 'pl' : 'uk'
  const title = createI18n(lang, 'UTC').t('authorities.letter.packTitle')
  const { rows } = await tx.execute<{ begun: boolean }>(sql`
    select authorities.begin_from_pack(${pack}, ${id}, ${country}, ${title}, ${lang}) as begun`)
  if (!rows[0]!.begun) return
  await record(tx, {
    action: 'authorities.draft_begun',
    subject: { type: 'communication', id },
    visibility: 'sealed',
  })
}
