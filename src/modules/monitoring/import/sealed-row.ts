import type { Tx } from '#platform/database/scope.ts'
import { type OpenRecord, readPart } from '#platform/vault/index.ts'
import type { ReadIncident, SealedCells } from './read-incidents.ts'

/** What is sealed about an incident of a chronicle, a part of the chronicle's record. Days as ISO texts. */
export type SealedRow = SealedCells & { row: number; day?: string; dayUntil?: string }

/** As it is sealed. */
export const sealedRow = ({ row, date, sealed }: ReadIncident): string =>
  JSON.stringify({
    row,
    day: date?.day?.toString(),
    dayUntil: date?.dayUntil?.toString(),
    ...sealed,
  } satisfies SealedRow)

/** Its texts under the names that those of an incident have. `others` are whatever its columns are called: one text. */
export function textsOfRow(row: SealedRow): { name: string; text: string }[] {
  const { day = '', dayUntil = '', town, latitude, longitude, text, source = '', others } = row
  const coordinates = [latitude, longitude].filter(Boolean).join(', ')
  const told = { text, day, dayUntil, place: [town, coordinates].filter(Boolean).join(' · '), source }
  const rest = Object.entries(others).map(([column, value]) => `${column}: ${value}`)
  return Object.entries({ ...told, words: rest.join('\n') })
    .filter(([, said]) => said !== '')
    .map(([name, said]) => ({ name, text: said }))
}

/**
 * What a chronicle says about one incident, without reading the others. Whoever opens the record has the key of the whole
 * chronicle: the reason that is written down should name the incident.
 */
export async function readSealedRow(tx: Tx, open: OpenRecord, part: string): Promise<SealedRow | null> {
  const text = await readPart(tx, open, part)
  return text === null ? null : (JSON.parse(text) as SealedRow)
}
