import { demoPersonId, demoUmbrellaId } from '#modules/people/index.ts'
import { newId } from '#platform/id.ts'
import type { App } from '#src/app.ts'
import { newBody, newCommunication, newFile, newMessage } from './communications.ts'

/** A public letter with an answer and an enclosure: rows that addresses can name. */
export async function furnishCommunications({ platform }: App, slug: string): Promise<void> {
  const { database } = platform
  const umbrella = demoUmbrellaId(slug)
  const { rows } = await database.owner.query<{ id: string }>(
    'select membership_id as id from network.mandates where umbrella_id = $1 and person_id = $2 limit 1',
    [umbrella, demoPersonId(`${slug}.representative`)],
  )
  const body = await newBody(database)
  const { id } = await newCommunication(database, umbrella, { body, membership: rows[0]!.id })
  const told = { text: 'An answer', prominence: 'public', publicText: 'An answer' }
  const message = await newMessage(database, umbrella, id, told)
  const file = await newFile(database, umbrella)
  await database.owner.query(
    `insert into authorities.attachments (umbrella_id, communication_id, id, message_id, file_id, sha256, prominence, public_file_id)
     values ($1, $2, gen_random_uuid(), $3, $4, $5, 'public', $4)`,
    [umbrella, id, message, file.id, file.sha256],
  )
  const draft = newId()
  await database.owner.query(
    `insert into authorities.communications (umbrella_id, id, kind, body_id, membership_id, through, lang, title, created_by)
     values ($1, $2, 'appeal', $3, $4, 'own', 'en', 'A draft', $5)`,
    [umbrella, draft, body, rows[0]!.id, demoPersonId(`${slug}.representative`)],
  )
  const client = await database.owner.connect()
  try {
    await client.query(`begin; set local parasol.umbrella = '${umbrella}'`)
    await client.query(
      `insert into authorities.attachments (umbrella_id, communication_id, id, file_id, sha256)
       values ($1, $2, gen_random_uuid(), $3, $4)`,
      [umbrella, draft, file.id, file.sha256],
    )
    await client.query('commit')
  } finally {
    client.release()
  }
}

/** The rows of letters by the noun in their addresses. */
export const communicationRows = {
  communications:
    'select number::text as id from authorities.register_entries where umbrella_id = $1 order by number desc limit 1',
  bodies:
    'select body_id as id from authorities.register_entries where umbrella_id = $1 order by number limit 1',
  drafts:
    "select id from authorities.communications where umbrella_id = $1 and status = 'draft' order by id limit 1",
  enclosures:
    'select id from authorities.attachments where umbrella_id = $1 and message_id is null order by id limit 1',
  messages:
    'select message_id as id from authorities.register_messages where umbrella_id = $1 order by 1 limit 1',
  attachments:
    'select attachment_id as id from authorities.register_files where umbrella_id = $1 order by 1 limit 1',
  files:
    'select attachment_id as id from authorities.register_files where umbrella_id = $1 order by 1 limit 1',
}
