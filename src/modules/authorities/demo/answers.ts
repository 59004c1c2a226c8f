import type pg from 'pg'
import { demoPersonId, demoUmbrellaId } from '#modules/people/index.ts'
import { inScope } from '#platform/database/scope.ts'
import { demonstrationId } from '#platform/demonstration.ts'
import { type StoredFile, storeFile } from '#platform/files/index.ts'
import type { Platform } from '#platform/platform.ts'
import { markBreaches } from '../actions/mark-breaches.ts'
import { runClocks } from '../actions/run-clocks.ts'
import { commissioner, type DemoLetter, type DemoStep, demoLetters } from './answered-letters.ts'
import { toldLetters } from './told-letters.ts'

const officer = demoPersonId('officer')

async function bodyNamed(client: pg.PoolClient, name: string): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    "select id from authorities.bodies where name ->> 'uk' = $1",
    [name],
  )
  return rows[0]!.id
}

const dayOf = (day: string | number) =>
  typeof day === 'string' ? day : Temporal.Now.plainDateISO('Europe/Kyiv').subtract({ days: day }).toString()

/** One document for each thing that needs one, as text that says what it stands for. */
async function document(platform: Platform, umbrella: string, about: string): Promise<StoredFile> {
  const scope = { umbrella: demoUmbrellaId(umbrella), account: null }
  const bytes = new TextEncoder().encode(`Демонстрація. Тут був би документ: ${about}\n`)
  const stored = await inScope(platform.database.request, scope, 'write', tx =>
    storeFile(tx, { name: 'document.txt', bytes }),
  )
  if (!stored.ok) throw new Error(stored.reason)
  return stored.file
}

// A register numbers letters as they leave.
const everyLetter = [...demoLetters, ...toldLetters].toSorted((one, other) =>
  dayOf(one.sent) < dayOf(other.sent) ? -1 : 1,
)

const personOf = (letter: DemoLetter, by: DemoStep['by']) =>
  by === 'officer' ? officer : demoPersonId(`${letter.umbrella}.${letter.by}`)

const as = (client: pg.PoolClient, person: string) =>
  client.query("select set_config('parasol.account', $1, true)", [person])

async function memberOf(client: pg.PoolClient, letter: DemoLetter, person: string): Promise<string | null> {
  if (letter.by === 'coordinator') return null
  const { rows } = await client.query<{ id: string }>(
    `select membership_id as id from network.mandates
     where umbrella_id = $1 and person_id = $2 and status = 'confirmed' order by 1 limit 1`,
    [demoUmbrellaId(letter.umbrella), person],
  )
  return rows[0]!.id
}

async function write(
  client: pg.PoolClient,
  letter: DemoLetter,
  body: string,
  paper: StoredFile,
): Promise<string> {
  const person = personOf(letter, 'sender')
  const id = demonstrationId(`letter ${letter.title}`)
  const membership = await memberOf(client, letter, person)
  const sent = dayOf(letter.sent)
  await as(client, person)
  await client.query(
    `insert into authorities.communications (id, kind, directions, body_id, membership_id, through, lang, title, facts, grounds,
       proposals, signatory, sent_on, sent_at, sent_by, letter_id, letter_sha256, created_by, created_at)
     values ($1, $2, $3, $4, $5, $6, $16, $7, $8, $9, $10, $11, $12, $12::date + time '10:00', $13, $14, $15, $13, $12)`,
    [
      ...[id, letter.kind, letter.directions, body, membership, membership ? 'own' : 'coalition'],
      ...[letter.title, letter.facts, JSON.stringify(letter.grounds), JSON.stringify(letter.proposals)],
      ...['Підпис (демо)', sent, person, paper.id, Buffer.from(paper.sha256, 'hex'), letter.lang ?? 'uk'],
    ],
  )
  await take(client, { letter, id, body }, { kind: 'sent', by: 'sender', day: letter.sent, text: '' }, null)
  return id
}

async function take(
  client: pg.PoolClient,
  { letter, id, body }: { letter: DemoLetter; id: string; body: string },
  step: DemoStep,
  file: StoredFile | null,
): Promise<void> {
  // A body that is not on the platform answers by letter, which its sender records.
  const side = step.kind === 'sent' || step.kind === 'closed' ? 'sender' : 'authority'
  const person = personOf(letter, step.by)
  await as(client, person)
  await client.query(
    `insert into authorities.steps (communication_id, id, kind, side, body_id, by_person, on_day, response_form, resolution,
       reference, text, file_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      ...[id, demonstrationId(`step ${letter.title} ${step.kind}`), step.kind, side],
      ...[side === 'authority' ? body : null, person, dayOf(step.day), step.form ?? null],
      ...[step.resolution ?? null, step.reference ?? null, step.text, file?.id ?? null],
    ],
  )
  if (!file) return
  await client.query(
    `insert into authorities.attachments (communication_id, id, of_step, file_id, sha256, prominence) values ($1, $2, true, $3, $4, 'public')`,
    [id, demonstrationId(`document ${letter.title} ${step.kind}`), file.id, Buffer.from(file.sha256, 'hex')],
  )
}

async function installLetter(
  platform: Platform,
  client: pg.PoolClient,
  letter: DemoLetter,
  body: string,
): Promise<void> {
  const paper = await document(platform, letter.umbrella, letter.title)
  const files = new Map<DemoStep, StoredFile>()
  for (const step of letter.steps)
    if (step.document) files.set(step, await document(platform, letter.umbrella, step.text || letter.title))
  await client.query('begin')
  await client.query("select set_config('parasol.umbrella', $1, true)", [demoUmbrellaId(letter.umbrella)])
  const id = await write(client, letter, body, paper)
  for (const step of letter.steps) await take(client, { letter, id, body }, step, files.get(step) ?? null)
  // They arrived on the desk when they were sent, not when the demonstration was laid out.
  await client.query(
    `update authorities.access set since = $2::date + time '10:00' where communication_id = $1`,
    [id, dayOf(letter.sent)],
  )
  await client.query('commit')
  await runTheClocks(platform, letter, id)
}

// The periods of the past run as they would have: each step in its order, by whoever took it.
async function runTheClocks(
  { database }: Platform,
  letter: DemoLetter,
  communication: string,
): Promise<void> {
  const umbrella = demoUmbrellaId(letter.umbrella)
  const taken: Pick<DemoStep, 'kind' | 'day' | 'by'>[] = [
    { kind: 'sent', by: 'sender', day: letter.sent },
    ...letter.steps,
  ]
  for (const { kind, day, by } of taken) {
    const step = demonstrationId(`step ${letter.title} ${kind}`)
    const onDay = Temporal.PlainDate.from(dayOf(day))
    await inScope(database.request, { umbrella, account: personOf(letter, by) }, 'write', tx =>
      runClocks(tx, { communication, step, kind, onDay }),
    )
  }
}

/** Somebody who answers for the Commissioner, and letters that were answered, wait, or ask back. */
export async function installAnswers(platform: Platform): Promise<void> {
  const client = await platform.database.owner.connect()
  try {
    await client.query(
      "insert into authorities.officers (body_id, person_id, since) values ($1, $2, '2013-01-01') on conflict do nothing",
      [await bodyNamed(client, commissioner), officer],
    )
    for (const letter of everyLetter)
      await installLetter(platform, client, letter, await bodyNamed(client, letter.body))
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

/** Periods that ran out before today, as the night would find them. */
export async function markPastBreaches({ database }: Platform): Promise<void> {
  for (const slug of new Set(everyLetter.map(({ umbrella }) => umbrella)))
    await inScope(database.request, { umbrella: demoUmbrellaId(slug), account: null }, 'write', markBreaches)
}
