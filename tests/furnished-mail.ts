import { demoPersonId, demoUmbrellaId } from '#modules/people/index.ts'
import { newId } from '#platform/id.ts'
import type { App } from '#src/app.ts'
import { newSentCommunication } from './sent-communications.ts'

const raw = Buffer.from('Subject: Answer\r\n\r\nWe have read it.')

/** Lets a mail come about a communication and another about none: rows that addresses can name. */
export async function furnishMail({ platform }: App, slug: string): Promise<void> {
  const { database } = platform
  const umbrella = demoUmbrellaId(slug)
  const person = demoPersonId(`${slug}.coordinator`)
  const communication = await newSentCommunication(database, umbrella, { number: 9001, person })
  for (const about of [communication, null]) {
    const [file, message] = [newId(), newId()]
    await database.owner.query(
      `insert into platform.files (umbrella_id, id, name, media_type, size, sha256)
       values ($1, $2, 'message.eml', 'message/rfc822', $3, sha256($4))`,
      [umbrella, file, raw.length, raw],
    )
    await database.owner.query(
      'insert into platform.file_chunks (umbrella_id, file_id, position, bytes) values ($1, $2, 0, $3)',
      [umbrella, file, raw],
    )
    if (about) {
      await database.owner.query(
        `insert into authorities.messages (umbrella_id, communication_id, id, direction, channel) values ($1, $2, $3, 'in', 'mail')`,
        [umbrella, about, message],
      )
    }
    await database.owner.query(
      `insert into authorities.incoming (umbrella_id, id, token, communication_id, status, raw_id, raw_sha256, size, bounce, read_at,
         message_id) values ($1, $2, repeat('a', 20), $3, $4, $5, sha256($6), $7, false, now(), $8)`,
      [
        ...[umbrella, newId(), about, about ? 'delivered' : 'held', file],
        ...[Buffer.concat([raw, Buffer.from(about ?? '')]), raw.length, about && message],
      ],
    )
  }
}

/** The rows of mail by the noun in their addresses. */
export const mailRows = {
  held: `select id from authorities.incoming where umbrella_id = $1 and status = 'held' order by id limit 1`,
  mail: `select id from authorities.incoming where umbrella_id = $1 and status = 'held' order by id limit 1`,
}
