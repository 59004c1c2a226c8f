import { createHash } from 'node:crypto'
import { type NewStep, takeStep } from '#modules/authorities/actions/take-step.ts'
import type { Database } from '#platform/database/open.ts'
import { storeFile } from '#platform/files/index.ts'
import { newId } from '#platform/id.ts'
import { searchKey } from '#platform/text/index.ts'
import { writeAs } from './admission.ts'
import { pdf } from './file-samples.ts'

export { newBody, newOfficer } from './letters.ts'

export type NewCommunication = {
  body: string
  title?: string
  facts?: string
  ground?: { title?: string; quote?: string; url?: string }
  proposal?: string
  kind?: string
  membership?: string | null
  directions?: string[]
  topics?: string[]
  sentOn?: string
  prominence?: string
  embargoUntil?: string | null
  draftAct?: string | null
}

/** A document of the umbrella. Returns its id and its hash. */
export async function newFile(
  database: Database,
  umbrella: string,
  bytes: Uint8Array = pdf,
  name = 'letter.pdf',
) {
  const { rows } = await database.owner.query<{ id: string }>('select id from people.people limit 1')
  const file = await writeAs(database, umbrella, rows[0]?.id ?? null, async tx => {
    const stored = await storeFile(tx, { name, bytes })
    if (!stored.ok) throw new Error(stored.reason)
    return stored.file
  })
  return { id: file.id, sha256: Buffer.from(file.sha256, 'hex') }
}

/** A communication that has been sent. Returns its id and number. */
export async function newCommunication(database: Database, umbrella: string, given: NewCommunication) {
  const id = newId()
  const letter = await newFile(database, umbrella)
  const client = await database.owner.connect()
  try {
    await client.query('begin')
    await client.query(`set local parasol.umbrella = '${umbrella}'`)
    const { rows } = await client.query<{ number: number }>('select authorities.next_number() as number')
    const { number } = rows[0]!
    const title = given.title ?? `Letter ${number}`
    await client.query(
      `insert into authorities.communications (umbrella_id, id, number, kind, directions, topics, body_id, membership_id, through, lang,
         title, facts, grounds, proposals, status, prominence, prominence_reason, embargo_until, signatory, sent_on, sent_at, letter_id,
         letter_sha256, search_key, draft_act_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'uk', $10, $11, $20,
         $21, 'sent', $12, $13, $14, 'Somebody', $15, now(), $16, $17, $18, $19)`,
      [
        ...[
          umbrella,
          id,
          number,
          given.kind ?? 'appeal',
          given.directions ?? [],
          given.topics ?? [],
          given.body,
        ],
        ...[given.membership ?? null, given.membership ? 'own' : 'coalition', title, given.facts ?? 'Facts'],
        ...[given.prominence ?? 'public', (given.prominence ?? 'public') === 'public' ? null : 'A reason'],
        ...[
          given.embargoUntil ?? null,
          given.sentOn ?? '2026-01-10',
          letter.id,
          createHash('sha256').digest(),
        ],
        ...[searchKey(title), given.draftAct ?? null],
        JSON.stringify([{ title: 'Law', article: '1', version: '', url: '', quote: '', ...given.ground }]),
        JSON.stringify([given.proposal ?? 'Answer']),
      ],
    )
    await client.query(
      'insert into authorities.access (umbrella_id, communication_id, body_id) values ($1, $2, $3)',
      [umbrella, id, given.body],
    )
    await client.query('commit')
    return { id, number }
  } finally {
    client.release()
  }
}

/** Takes a step as somebody; the step must be possible. */
export async function step(
  database: Database,
  umbrella: string,
  account: string | null,
  given: Omit<NewStep, 'onDay'> & { onDay: string },
): Promise<void> {
  const taken = await writeAs(database, umbrella, account, tx =>
    takeStep(tx, { ...given, onDay: Temporal.PlainDate.from(given.onDay) }),
  )
  if (!taken.ok) throw new Error(taken.reason)
}

/** A letter of the correspondence, as it came. Returns its id. */
export async function newMessage(
  database: Database,
  umbrella: string,
  communication: string,
  given: { text: string; prominence?: string; publicText?: string | null; from?: string; subject?: string },
): Promise<string> {
  const id = newId()
  await database.owner.query(
    `insert into authorities.messages (umbrella_id, communication_id, id, direction, channel, from_name, subject, text, prominence,
       public_text) values ($1, $2, $3, 'in', 'mail', $7, $8, $4, $5, $6)`,
    [
      ...[umbrella, communication, id, given.text, given.prominence ?? 'parties', given.publicText ?? null],
      ...[given.from ?? 'Clerk', given.subject ?? 'Subject'],
    ],
  )
  return id
}
