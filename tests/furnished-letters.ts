import { demoUmbrellaId } from '#modules/people/index.ts'
import { newId } from '#platform/id.ts'
import type { App } from '#src/app.ts'
import { pdf } from './file-samples.ts'
import type { Writer } from './furnished-initiatives.ts'
import { letterText, newBody } from './letters.ts'

type Fields = Record<string, string | string[]>
type Post = (
  cookie: string | undefined,
  path: string,
  fields: Fields,
  files?: Record<string, File>,
) => Promise<void>

/** The rows of letters, draft acts and public bodies by the nouns in their addresses. */
export const letterRows: Record<string, string> = {
  bodies: 'select id from authorities.bodies where kept_by = $1 order by id desc limit 1',
  officers:
    'select person_id as id from authorities.officers where $1::uuid is not null order by since limit 1',
  materials: 'select id from authorities.materials where umbrella_id = $1 order by id limit 1',
  'bodies/remarks': 'select id from authorities.body_remarks where sent_from = $1 order by id limit 1',
  communications:
    'select number as id from authorities.communications where umbrella_id = $1 and sent_at is not null order by created_at desc limit 1',
  'communications/drafts': `select id from authorities.communications where umbrella_id = $1 and status = 'draft' order by created_at desc limit 1`,
  'communications/acts':
    'select id from authorities.draft_acts where umbrella_id = $1 order by created_at desc limit 1',
  enclosures:
    'select id from authorities.attachments where umbrella_id = $1 and message_id is null order by id limit 1',
}

/** Lets a member write to a body of the umbrella: a draft with an enclosure and an act, and a letter that was sent. */
export async function furnishLetters(app: App, slug: string, post: Post, own: Writer): Promise<void> {
  const { database } = app.platform
  const umbrella = demoUmbrellaId(slug)
  const body = await newBody(database, { keptBy: umbrella })
  // Numbers are an umbrella's own: with far numbers an address of one umbrella leads nowhere in another.
  await database.owner.query(
    `insert into authorities.numbers (umbrella_id, last)
     select id, 1000 * (1 + (select count(*) from platform.umbrellas o where o.id < u.id)) from platform.umbrellas u
     where u.id = $1 on conflict (umbrella_id) do update set last = greatest(numbers.last, excluded.last)`,
    [umbrella],
  )
  const begin = async () => {
    const typed = { body, kind: 'appeal', membership: own.membership, through: 'own', title: 'A letter' }
    await post(own.cookie, '/communications/drafts', typed)
    const { rows } = await database.owner.query(
      `select id, updated_at::text as seen from authorities.communications
       where umbrella_id = $1 and status = 'draft' order by created_at desc limit 1`,
      [umbrella],
    )
    return rows[0] as { id: string; seen: string }
  }
  const sent = await begin()
  await post(own.cookie, `/communications/drafts/${sent.id}/text`, {
    ...letterText,
    seen: sent.seen,
    intent: 'review',
  })
  const { rows } = await database.owner.query(
    'select updated_at::text as seen from authorities.communications where id = $1',
    [sent.id],
  )
  const day = Temporal.Now.plainDateISO('Europe/Kyiv').subtract({ days: 1 }).toString()
  await post(own.cookie, `/communications/drafts/${sent.id}/sending`, {
    ...{ seen: rows[0].seen, signatory: 'Somebody', channel: 'post', onDay: day, prominence: 'public' },
  })
  const { id } = await begin()
  const file = new File([new Uint8Array(pdf)], 'proof.pdf', { type: 'application/pdf' })
  await post(own.cookie, `/communications/drafts/${id}/enclosures`, {}, { file })
  const act = {
    kind: 'bill',
    title: 'An act',
    lang: 'en',
    intent: 'done',
    letter: id,
    'article-0-text': 'Words',
  }
  await post(own.cookie, '/communications/acts', act)
  await database.owner.query(
    `insert into authorities.body_remarks (id, body_id, sent_from, text) values ($1, $2, $3, 'Another street')`,
    [newId(), body, umbrella],
  )
  await database.owner.query(
    `insert into authorities.materials (umbrella_id, id, body_id, kind, title, lang, url, file_id, status)
     select umbrella_id, $2, $3, 'report', 'A report', 'en', 'https://example.org/', id, 'published' from platform.files
     where umbrella_id = $1 order by id limit 1`,
    [umbrella, newId(), body],
  )
}
