import type { Tx } from '#platform/database/scope.ts'
import { openRecord, readParts, type Unlocked } from '#platform/vault/index.ts'
import { readSealedRow } from '../import/sealed-row.ts'
import type { OpenedIncident } from '../packs/told-texts.ts'
import { readAnswers } from '../report/read-answers.ts'
import { namingIncidents, type SealedPlace } from '../sealed-place.ts'
import { sealedPlaces } from './packs.ts'

type Texts = Record<string, string>

/** Opens what is sealed about an incident, each record with this reason. What the person's key does not open is left out. */
export async function openTold(
  tx: Tx,
  vault: Unlocked,
  incident: string,
  reason: string,
): Promise<OpenedIncident> {
  const places = await sealedPlaces(tx, incident)
  const texts = async (record: string): Promise<Texts> => {
    const open = await openRecord(tx, vault, record, reason)
    if (!open) return {}
    // Of a report the answers alone: what was written back and forth since is between them and us.
    const parts = await readParts(tx, open, ['summary', 'text', 'title', 'address', 'words', 'answers'])
    return Object.fromEntries(parts.map(({ name, text }) => [name, text]))
  }
  const each = async (records: readonly string[]) => {
    const read: Texts[] = []
    for (const record of records) read.push(await texts(record))
    return read
  }
  const sources = await each(places.sources)
  const reports = await each(places.reports)
  return {
    incident,
    summaries: await ownTexts(tx, vault, places.own, reason, texts),
    sources: sources.map(({ text = '', title = '', address = '' }) => ({ text, title, address })),
    reports: reports.flatMap(({ answers }) => (answers ? [readAnswers(answers)] : [])),
    responses: (await each(places.responses)).flatMap(({ words }) => words ?? []),
  }
}

async function ownTexts(
  tx: Tx,
  vault: Unlocked,
  own: SealedPlace | null,
  reason: string,
  texts: (record: string) => Promise<Texts>,
): Promise<string[]> {
  if (!own) return []
  if (own.part === null) return [(await texts(own.record)).summary ?? '']
  const open = await openRecord(tx, vault, own.record, namingIncidents(reason, [own]))
  const row = open && (await readSealedRow(tx, open, own.part))
  return [row?.text ?? '']
}
