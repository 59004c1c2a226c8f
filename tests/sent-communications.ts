import type { Database } from '#platform/database/open.ts'
import { newId } from '#platform/id.ts'

export type NewBody = { name?: string; email?: string | null }

/** A public body of Ukraine without officers. Returns its id. */
export async function newBody(
  database: Database,
  { name = 'Office', email = null }: NewBody = {},
): Promise<string> {
  const id = newId()
  await database.owner.query(
    `insert into authorities.bodies (id, kind, name, jurisdiction, level, country, email, search_key)
     values ($1, 'commissioner', $2, 'UA', 'national', 'UA', $3, $4)`,
    [id, { en: name }, email, name.toLowerCase()],
  )
  return id
}

export type SentCommunication = {
  number: number
  person: string
  membership?: string | null
  body?: string
  prominence?: 'public' | 'hidden'
}

/** A communication that was sent, as rows: what leads there is tested elsewhere. Returns its id. */
export async function newSentCommunication(
  database: Database,
  umbrella: string,
  { number, person, membership = null, body, prominence = 'public' }: SentCommunication,
): Promise<string> {
  const [id, letter] = [newId(), newId()]
  await database.owner.query(
    `insert into platform.files (umbrella_id, id, name, media_type, size, sha256) values ($1, $2, 'letter.pdf', 'application/pdf', 1, sha256('x'))`,
    [umbrella, letter],
  )
  await database.owner.query(
    `insert into platform.file_chunks (umbrella_id, file_id, position, bytes) values ($1, $2, 0, 'x')`,
    [umbrella, letter],
  )
  await database.owner.query(
    `insert into authorities.communications (umbrella_id, id, number, kind, body_id, membership_id, through, lang, title, facts,
       status, prominence, prominence_reason, signatory, sent_on, sent_at, sent_by, letter_id, letter_sha256, created_by)
     values ($1, $2, $3, 'information_request', $4, $5, $6, 'uk', $7, 'Facts', 'sent', $8, $9, 'A. Representative', current_date,
       now(), $10, $11, sha256('x'), $10)`,
    [
      ...[
        umbrella,
        id,
        number,
        body ?? (await newBody(database)),
        membership,
        membership ? 'own' : 'coalition',
      ],
      ...[
        `Request ${number}`,
        prominence,
        prominence === 'public' ? null : 'It names people',
        person,
        letter,
      ],
    ],
  )
  return id
}
