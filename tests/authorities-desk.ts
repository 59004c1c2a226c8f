import { newId } from '#platform/id.ts'
import { searchKey } from '#platform/text/index.ts'
import { type Coalition, enter, memberWith, type Present } from './coalition.ts'
import { pdf } from './file-samples.ts'
import type { Stage } from './visitor.ts'

/** A public body that this umbrella keeps. */
export async function newBody({ platform }: Stage, umbrella: string | null, name: string): Promise<string> {
  const id = newId()
  await platform.database.owner.query(
    `insert into authorities.bodies (id, kind, name, jurisdiction, level, country, search_key, kept_by)
     values ($1, 'commissioner', $2, 'UA', 'national', 'UA', $3, $4)`,
    [id, { en: name }, searchKey(name), umbrella],
  )
  return id
}

/** Somebody who answers for a body, signed in. They belong to no umbrella. */
export async function officerOf(stage: Stage, body: string, name: string): Promise<Present> {
  const person = await enter(stage, `${name}@office.example`, name)
  await stage.platform.database.owner.query(
    'insert into authorities.officers (body_id, person_id, since) values ($1, $2, current_date - 30)',
    [body, person.id],
  )
  return person
}

export type Sender = Present & { membership: string }

/** Somebody who acts for a new member. */
export async function senderIn(stage: Stage, here: Coalition, name: string): Promise<Sender> {
  const person = await enter(stage, `${name}@member.example`, name)
  return { ...person, membership: await memberWith(stage, here.id, person.id) }
}

type SentOver = {
  membership?: string | null
  prominence?: string
  daysAgo?: number
  title?: string
  cosigner?: string
}

// Signatures are taken only while a letter is open for them.
async function signedAlong({ platform }: Stage, umbrella: string, letter: string, member: string) {
  const client = await platform.database.owner.connect()
  const status = `update authorities.communications set status = $3, sign_until = current_date + 9 where umbrella_id = $1 and id = $2`
  try {
    await client.query(`begin; set local parasol.umbrella = '${umbrella}'`)
    await client.query(status, [umbrella, letter, 'signing'])
    await client.query(
      'insert into authorities.cosigners (umbrella_id, communication_id, membership_id) values ($1, $2, $3)',
      [umbrella, letter, member],
    )
    await client.query(status, [umbrella, letter, 'sent'])
    await client.query('commit')
  } finally {
    client.release()
  }
}

/** A sent letter, as if it had been written and sent by the forms. Its id and number. */
export async function sentLetter(
  stage: Stage,
  umbrella: string,
  body: string,
  over: SentOver = {},
): Promise<{ id: string; number: number }> {
  const { owner } = stage.platform.database
  const [id, file] = [newId(), newId()]
  const { membership = null, prominence = 'public', daysAgo = 10, title = 'Hate speech at a market' } = over
  await owner.query(
    `insert into platform.files (umbrella_id, id, name, media_type, size, sha256) values ($1, $2, 'letter.pdf', 'application/pdf', 3, $3)`,
    [umbrella, file, Buffer.alloc(32, 7)],
  )
  const {
    rows: [numbered],
  } = await owner.query<{ number: number }>(
    'select coalesce(max(number), 0) + 1 as number from authorities.communications where umbrella_id = $1',
    [umbrella],
  )
  await owner.query(
    `insert into authorities.communications (umbrella_id, id, number, kind, body_id, membership_id, through, lang, title, facts,
       grounds, proposals, status, prominence, prominence_reason, signatory, sent_on, sent_at, letter_id, letter_sha256)
     values ($1, $2, $3, 'violation', $4, $5, $6, 'uk', $7, 'Facts', '[{"title": "A law"}]', '["Do it"]', 'sent', $8,
       case when $8 = 'public' then null else 'Personal' end, 'Somebody',
       network.today($1) - $9::int, now() - make_interval(days => $9), $10, $11)`,
    [
      ...[umbrella, id, numbered!.number, body, membership, membership ? 'own' : 'coalition', title],
      ...[prominence, daysAgo, file, Buffer.alloc(32, 7)],
    ],
  )
  await owner.query(
    `insert into authorities.access (umbrella_id, communication_id, body_id) values ($1, $2, $3)`,
    [umbrella, id, body],
  )
  if (over.cosigner) await signedAlong(stage, umbrella, id, over.cosigner)
  return { id, number: numbered!.number }
}

/** An open clock of a letter that runs out in so many days. */
export async function clockUntil(
  { platform }: Stage,
  umbrella: string,
  communication: string,
  body: string,
  days: number,
): Promise<void> {
  const step = newId()
  const client = await platform.database.owner.connect()
  try {
    await client.query(`begin; set local parasol.umbrella = '${umbrella}'`)
    await client.query(
      `insert into authorities.steps (communication_id, id, kind, side, on_day) values ($1, $2, 'reminded', 'program', network.today())`,
      [communication, step],
    )
    await client.query(
      `insert into authorities.deadlines (umbrella_id, communication_id, id, body_id, rule, rule_version, jurisdiction,
         calendar_version, from_on, first_due_on, due_on, proof, started_by)
       values ($1, $2, $3, $4, 'ua-appeal', 1, 'UA', 1, network.today($1) - 5000, network.today($1) + $5::int,
         network.today($1) + $5::int, '[{}]', $6)`,
      [umbrella, communication, newId(), body, days, step],
    )
    await client.query('commit')
  } finally {
    client.release()
  }
}

/** A document that a body sends. */
export const document = () => new File([new Uint8Array(pdf)], 'answer.pdf', { type: 'application/pdf' })

/** Today in Kyiv, as the forms have it. */
export const today = () => Temporal.Now.plainDateISO('Europe/Kyiv').toString()

/** What somebody types for each step; by the last word of its address. */
const typedFor: Record<string, Record<string, string | string[]>> = {
  registration: { reference: '12/345' },
  clarification: { text: 'Where exactly?' },
  return: { text: 'It lacks a signature.' },
  forwarding: { text: 'Not ours.' },
  extension: { text: 'We wait for an expert.' },
  'response-form': { 'forms[]': ['own_initiative'], text: 'Proceedings are open.' },
  measures: { text: 'We visited the market.' },
  answer: { resolution: 'granted', text: 'The stalls were closed.' },
  result: { text: 'A rule was adopted.' },
  supplement: { text: 'At the east gate.' },
  closing: { resolution: 'granted', text: 'It helped.' },
  reminder: { text: 'We are waiting.' },
  retraction: { text: 'No longer needed.' },
  correction: { text: 'The number was 12/346.' },
  'own-correction': { text: 'The day was another.' },
}

const withDocument = new Set(['return', 'forwarding', 'extension', 'response-form', 'answer'])

/** What people do with letters, by the pages that they use. */
export function letterDesk(stage: Stage, here: Coalition) {
  const at = (number: number, path = '') => `/en/${here.slug}/communications/${number}${path && `/${path}`}`
  const { owner } = stage.platform.database

  async function seen(number: number): Promise<string> {
    const { rows } = await owner.query<{ last: number }>(
      `select coalesce(max(s.position), 0) as last from authorities.steps s join authorities.communications c
         on c.umbrella_id = s.umbrella_id and c.id = s.communication_id where c.umbrella_id = $1 and c.number = $2`,
      [here.id, number],
    )
    return String(rows[0]!.last)
  }

  /** Takes a step as its page does, with a document where one is needed. */
  async function take(
    who: Present,
    number: number,
    path: string,
    more: Record<string, string | string[]> = {},
    files: Record<string, File> = withDocument.has(path) ? { document: document() } : {},
  ): Promise<Response> {
    const typed = { seen: await seen(number), onDay: today(), ...typedFor[path], ...more }
    return who.browser.upload(at(number, path), typed, files)
  }

  async function statusOf(number: number): Promise<string> {
    const { rows } = await owner.query<{ status: string }>(
      'select status from authorities.communications where umbrella_id = $1 and number = $2',
      [here.id, number],
    )
    return rows[0]!.status
  }

  /** Persons to whom letters of this template were queued, in the order of their ids. */
  async function told(template: string): Promise<string[]> {
    const { rows } = await owner.query<{ person: string }>(
      'select person_id as person from platform.mail where umbrella_id = $1 and template = $2 order by 1',
      [here.id, `authorities.${template}`],
    )
    return rows.map(({ person }) => person)
  }

  return { at, take, statusOf, told, seen }
}

/** The second coordinator confirms who goes on with the work of a body. */
export async function confirmSuccession(stage: Stage, here: Coalition, body: string): Promise<void> {
  const { rows } = await stage.platform.database.owner.query<{ id: string }>(
    `select id from people.acts where kind = 'authorities.name_successor' and subject_id = $1 and status = 'proposed'`,
    [body],
  )
  const confirmed = await here.coordinators[1].browser.post(
    `/en/${here.slug}/acts/${rows[0]!.id}/confirmation`,
  )
  if (confirmed.status !== 303)
    throw new Error(`not confirmed: ${confirmed.status} ${await confirmed.text()}`)
}
