import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { deleteFile } from '#platform/files/index.ts'
import { newId } from '#platform/id.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse } from '#platform/refusal.ts'
import type { CommunicationKind, Direction, Ground } from '../schema/communications.ts'

/** What a letter begins with. `membership`: for which member; null for the coalition itself. */
export type NewDraft = {
  kind: CommunicationKind
  body: string
  membership: string | null
  through: 'own' | 'coalition'
  lang: string
  title: string
  follows?: string | null
  grounds?: Ground[]
  proposals?: string[]
  origin?: { kind: 'pack' | 'initiative' | 'council' | 'event'; id: string } | null
}

/** Begins a letter that only its own people see. The journal keeps a sealed entry. */
export async function beginDraft(tx: Tx, draft: NewDraft): Promise<string> {
  const id = newId()
  await tx.execute(sql`
    insert into authorities.communications (id, kind, body_id, membership_id, through, lang, title, follows_id, grounds,
      proposals, origin, origin_id, created_by)
    values (${id}, ${draft.kind}, ${draft.body}, ${draft.membership}, ${draft.through}, ${draft.lang}, ${draft.title},
      ${draft.follows ?? null}, ${JSON.stringify(draft.grounds ?? [])}::jsonb, ${JSON.stringify(draft.proposals ?? [])}::jsonb,
      ${draft.origin?.kind ?? null}, ${draft.origin?.id ?? null}, platform.current_account())`)
  await record(tx, {
    action: 'authorities.draft_begun',
    member: draft.membership,
    subject: { type: 'communication', id },
    visibility: 'sealed',
  })
  return id
}

/** The words of a letter. Everything may still be missing. */
export type LetterText = {
  kind: CommunicationKind
  through: 'own' | 'coalition'
  lang: string
  title: string
  facts: string
  grounds: Ground[]
  proposals: string[]
  directions: Direction[]
  topics: string[]
}

const changedMeanwhile = () => refuse('authorities.letter.refusal.changedMeanwhile')

/** Saves the words. `seen` is when they were read: what a colleague saved since then is not overwritten unseen. */
export async function saveText(tx: Tx, id: string, seen: string, text: LetterText): Promise<Outcome> {
  const { rowCount } = await tx.execute(sql`
    update authorities.communications set kind = ${text.kind}, through = ${text.through}, lang = ${text.lang},
      title = ${text.title}, facts = ${text.facts}, grounds = ${JSON.stringify(text.grounds)}::jsonb,
      proposals = ${JSON.stringify(text.proposals)}::jsonb, directions = ${sql.param(text.directions)}::text[],
      topics = ${sql.param(text.topics)}::text[], asked_at = null, updated_at = now()
    where umbrella_id = platform.current_umbrella() and id = ${id} and status = 'draft'
      and updated_at = ${seen}::timestamptz`)
  return rowCount ? { ok: true } : changedMeanwhile()
}

/** Writes to another public body. */
export async function readdress(tx: Tx, id: string, body: string): Promise<Outcome> {
  const { rowCount } = await tx.execute(sql`
    update authorities.communications set body_id = ${body}, asked_at = null, updated_at = now()
    where umbrella_id = platform.current_umbrella() and id = ${id} and status = 'draft'`)
  return rowCount ? { ok: true } : changedMeanwhile()
}

/** Lays a draft act into the letter, or takes it out again (null). */
export async function encloseAct(tx: Tx, id: string, act: string | null): Promise<Outcome> {
  const { rowCount } = await tx.execute(sql`
    update authorities.communications set draft_act_id = ${act}, asked_at = null, updated_at = now()
    where umbrella_id = platform.current_umbrella() and id = ${id} and status = 'draft'`)
  return rowCount ? { ok: true } : changedMeanwhile()
}

/** Asks the secretariat to send it in the coalition's name. */
export async function askSecretariat(tx: Tx, id: string): Promise<Outcome> {
  const { rowCount } = await tx.execute(sql`
    update authorities.communications set asked_at = now(), updated_at = now()
    where umbrella_id = platform.current_umbrella() and id = ${id} and status = 'draft' and through = 'coalition'`)
  return rowCount ? { ok: true } : changedMeanwhile()
}

/** Throws a draft away with its enclosures. */
export async function discardDraft(tx: Tx, id: string, membership: string | null): Promise<Outcome> {
  const { rows } = await tx.execute<{ file: string }>(sql`
    delete from authorities.attachments a
    where a.umbrella_id = platform.current_umbrella() and a.communication_id = ${id} and a.message_id is null
    returning a.file_id as file`)
  const { rowCount } = await tx.execute(sql`
    delete from authorities.communications
    where umbrella_id = platform.current_umbrella() and id = ${id} and status = 'draft'`)
  if (!rowCount) return changedMeanwhile()
  for (const { file } of rows) await deleteFile(tx, file)
  await record(tx, {
    action: 'authorities.draft_discarded',
    member: membership,
    subject: { type: 'communication', id },
    visibility: 'sealed',
  })
  return { ok: true }
}
