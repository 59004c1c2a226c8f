import type { Tx } from '#platform/database/scope.ts'
import { storeFile } from '#platform/files/index.ts'
import type { Localised } from '#platform/i18n/index.ts'
import { addRules } from '../actions/keep-rules.ts'

/** The rules of a council in two versions, each with its text. */
export async function adoptRules(
  tx: Tx,
  place: { id: string; public: boolean },
  title: Localised,
): Promise<void> {
  const today = Temporal.Now.plainDateISO('Europe/Kyiv')
  for (const days of [900, 400]) {
    const bytes = new TextEncoder().encode(`${Object.values(title).join('\n')}\n`)
    const stored = await storeFile(tx, { name: 'rules.txt', bytes })
    if (!stored.ok) throw new Error(`the councils of the demonstration: ${stored.reason}`)
    const adoptedOn = today.subtract({ days })
    const added = await addRules(tx, place, { title, adoptedOn, url: null, fileId: stored.file.id })
    if (!added.ok) throw new Error(`the councils of the demonstration: ${added.reason}`)
  }
}
