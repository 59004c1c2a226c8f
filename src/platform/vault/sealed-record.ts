import { decrypt, encrypt, newKey } from './cipher.ts'
import { type Bytes, type Context, utf8 } from './context.ts'
import { padded, unpadded } from './padding.ts'
import { openSeal, sealTo } from './seal.ts'

// The format of a sealed record. A browser can make one as well: nothing of Node may be imported here.

/** Which record, in which umbrella: both are part of every seal. */
export type RecordPlace = { umbrella: string; record: string }

/** Who can open a record: a generation of a team's key, a person's key, or the key of a receipt. */
export type Recipient = { kind: 'team' | 'person' | 'receipt'; id: string; publicKey: Uint8Array }

/** The record's data key, sealed to one recipient. */
export type DataKeySeal = { kind: Recipient['kind']; recipient: string; sealed: Bytes }

/** A named text of a record, sealed under its data key. */
export type SealedPart = { id: string; name: string; sealed: Bytes }

const dataKeyContext = (place: RecordPlace, kind: Recipient['kind'], recipient: string): Context => [
  'data-key',
  place.umbrella,
  place.record,
  kind,
  recipient,
]

const partContext = (place: RecordPlace, id: string, name: string): Context => [
  'part',
  place.umbrella,
  place.record,
  id,
  name,
]

// Random keys of rows, not UUIDv7: those say to the millisecond when somebody reported.
const randomId = (): string => crypto.randomUUID()

/** Seals a record's data key to a recipient. */
export async function sealDataKey(
  place: RecordPlace,
  dataKey: Uint8Array,
  { kind, id, publicKey }: Recipient,
): Promise<DataKeySeal> {
  return { kind, recipient: id, sealed: await sealTo(publicKey, dataKeyContext(place, kind, id), dataKey) }
}

/** The data key of a record, for who has the private key of a recipient. Throws SealBroken. */
export const openDataKey = (
  place: RecordPlace,
  { kind, recipient, sealed }: Omit<DataKeySeal, 'sealed'> & { sealed: Uint8Array },
  privateKey: Uint8Array,
): Promise<Bytes> => openSeal(privateKey, dataKeyContext(place, kind, recipient), sealed)

/** Seals one named text under the data key. */
export async function sealPart(
  place: RecordPlace,
  dataKey: Uint8Array,
  { name, text }: { name: string; text: string },
): Promise<SealedPart> {
  const id = randomId()
  return { id, name, sealed: await encrypt(dataKey, partContext(place, id, name), padded(utf8(text))) }
}

/** The text of a part. Throws SealBroken. */
export async function openPart(
  place: RecordPlace,
  dataKey: Uint8Array,
  { id, name, sealed }: Omit<SealedPart, 'sealed'> & { sealed: Uint8Array },
): Promise<string> {
  const context = partContext(place, id, name)
  const bytes = unpadded(await decrypt(dataKey, context, sealed), context)
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
}

/** A whole new record: its id, its data key sealed to each recipient, its parts. */
export type NewSealedRecord = { record: string; seals: DataKeySeal[]; parts: SealedPart[]; dataKey: Bytes }

/** Seals a new record. `dataKey` stays with who made it, to add files; it is stored nowhere. */
export async function sealRecord(
  umbrella: string,
  recipients: readonly Recipient[],
  parts: Readonly<Record<string, string>>,
): Promise<NewSealedRecord> {
  const place = { umbrella, record: randomId() }
  const dataKey = newKey()
  return {
    record: place.record,
    dataKey,
    seals: await Promise.all(recipients.map(recipient => sealDataKey(place, dataKey, recipient))),
    parts: await Promise.all(
      Object.entries(parts).map(([name, text]) => sealPart(place, dataKey, { name, text })),
    ),
  }
}
