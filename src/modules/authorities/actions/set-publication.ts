import { rows, type Tx } from '#platform/database/scope.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse } from '#platform/refusal.ts'
import { searchKey } from '#platform/text/index.ts'
import { onlyTakesOut, publicReasons, type Reasons, reasonsOnlyTakeOut } from '../publication.ts'
import type { MessageFace, Publication } from '../queries/publication.ts'
import type { Prominence } from '../schema/communications.ts'

type Told = { prominence: Prominence; reason: string | null }

// A year is longer than any inquiry that a letter could disturb; what shall stay unseen is not under embargo but not public.
const longest = { years: 1 }

const note = (tx: Tx, communication: Publication, action: `authorities.${string}`) =>
  record(tx, {
    action,
    member: communication.membership,
    subject: { type: 'communication', id: communication.id },
    visibility: 'members',
  })

// False when it was taken out of the asker's sight meanwhile.
async function changed(
  tx: Tx,
  what: 'communication' | 'message' | 'attachment',
  values: unknown[],
): Promise<boolean> {
  const [answer] = await rows<{ done: boolean }>(
    tx,
    `authorities.publish-${what}`,
    `select authorities.publish_${what}(${values.map((_, n) => `$${n + 1}`).join(', ')}) as done`,
    values,
  )
  return answer!.done
}

/** Says who sees a communication, and from which day on; today is the umbrella's. The register follows at once. */
export async function setPublication(
  tx: Tx,
  communication: Publication,
  { prominence, reason, embargoUntil }: Told & { embargoUntil: string | null },
  today: Temporal.PlainDate,
): Promise<Outcome> {
  if (embargoUntil !== null && embargoUntil !== communication.embargoUntil) {
    const until = Temporal.PlainDate.from(embargoUntil)
    if (Temporal.PlainDate.compare(until, today) <= 0)
      return refuse('authorities.publication.refusal.embargoPast')
    if (Temporal.PlainDate.compare(until, today.add(longest)) > 0) {
      return refuse('authorities.publication.refusal.embargoLong')
    }
  }
  const done = await changed(tx, 'communication', [communication.id, prominence, reason, embargoUntil])
  if (!done) return refuse('authorities.publication.refusal.meanwhile')
  await note(tx, communication, 'authorities.publication_changed')
  return { ok: true }
}

/** Publishes the words of a letter without what was taken out of them. The letter itself stays as it was sent. */
export async function redactCommunication(
  tx: Tx,
  communication: Publication,
  { title, facts, ...reasons }: { title: string; facts: string } & Reasons,
): Promise<Outcome> {
  const onlyLess =
    onlyTakesOut(communication.title, title) &&
    onlyTakesOut(communication.facts, facts) &&
    reasonsOnlyTakeOut(communication, reasons)
  if (!onlyLess) return refuse('authorities.publication.refusal.addsWords')
  const { grounds, proposals } = publicReasons(communication, reasons)
  const json = (copy: unknown) => (copy === null ? null : JSON.stringify(copy))
  const own = (copy: string, original: string) => (copy === original ? null : copy)
  await rows(
    tx,
    'authorities.redact-communication',
    `update authorities.communications set public_title = $2, public_facts = $3, search_key = $4,
       public_grounds = $5, public_proposals = $6, updated_at = now()
     where umbrella_id = platform.current_umbrella() and id = $1`,
    [
      ...[
        communication.id,
        own(title, communication.title),
        own(facts, communication.facts),
        searchKey(title),
      ],
      ...[json(grounds), json(proposals)],
    ],
  )
  await note(tx, communication, 'authorities.text_redacted')
  return { ok: true }
}

/** Says who sees a letter of the correspondence, and what of its text is public. */
export async function publishMessage(
  tx: Tx,
  communication: Publication,
  message: MessageFace,
  { prominence, reason, text }: Told & { text: string },
): Promise<Outcome> {
  if (!onlyTakesOut(message.text, text)) return refuse('authorities.publication.refusal.addsWords')
  const done = await changed(tx, 'message', [message.id, prominence, reason, text || null])
  if (!done) return refuse('authorities.publication.refusal.meanwhile')
  await note(tx, communication, 'authorities.message_publication_changed')
  return { ok: true }
}

/** Says who sees an enclosure, and which file stands for it in public, by which name; null: none does, or by its own. */
export async function publishAttachment(
  tx: Tx,
  communication: Publication,
  attachment: { id: string },
  { prominence, reason, file, name }: Told & { file: string | null; name: string | null },
): Promise<Outcome> {
  const done = await changed(tx, 'attachment', [attachment.id, prominence, reason, file, name])
  if (!done) return refuse('authorities.publication.refusal.meanwhile')
  await note(tx, communication, 'authorities.file_publication_changed')
  return { ok: true }
}
