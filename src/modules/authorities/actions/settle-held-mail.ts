import { rows, type Tx } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse, refusingWhenViolated } from '#platform/refusal.ts'

const refusals = {
  incoming_in_graph: 'authorities.mail.refusal.settledAlready',
} as const

type Subject = { member: string | null; communication: string }

async function communicationOf(tx: Tx, number: number): Promise<Subject | undefined> {
  const [found] = await rows<Subject>(
    tx,
    'authorities.communication-of-number',
    `select id as communication, membership_id as member from authorities.communications
     where umbrella_id = platform.current_umbrella() and number = $1 and status not in ('draft', 'signing')`,
    [number],
  )
  return found
}

const addMessage = (tx: Tx, mail: string, message: string, communication: string) =>
  rows(
    tx,
    'authorities.file-mail-message',
    `with came as (
       insert into authorities.messages (communication_id, id, direction, channel, from_name, subject, text, received_at, raw_id,
         raw_sha256)
       select $3, $2, 'in', 'mail', i.from_name, i.subject, i.text, i.received_at, i.raw_id, i.raw_sha256
       from authorities.incoming i where i.umbrella_id = platform.current_umbrella() and i.id = $1)
     insert into authorities.attachments (communication_id, id, message_id, file_id, sha256, position)
     select $3, gen_random_uuid(), $2, f.file_id, f.sha256, f.position from authorities.incoming_files f
     where f.umbrella_id = platform.current_umbrella() and f.incoming_id = $1`,
    [mail, message, communication],
  )

type Change = { status: 'delivered' | 'discarded' | 'held'; communication?: string; message?: string }

async function settled(tx: Tx, mail: string, { status, communication, message }: Change): Promise<boolean> {
  const changed = await rows(
    tx,
    'authorities.settle-held',
    `update authorities.incoming set status = $2, communication_id = $3, message_id = $4,
       settled_by = platform.current_account(), settled_at = now()
     where umbrella_id = platform.current_umbrella() and id = $1 and communication_id is null returning id`,
    [mail, status, communication ?? null, message ?? null],
  )
  return changed.length === 1
}

/** Puts a mail that waits to the communication that it belongs to: its parties see it from now on. */
export const fileMail = (tx: Tx, mail: string, number: number): Promise<Outcome> =>
  refusingWhenViolated(tx, refusals, async () => {
    const about = await communicationOf(tx, number)
    if (!about) return refuse('authorities.mail.refusal.noSuchCommunication')
    const message = newId()
    await addMessage(tx, mail, message, about.communication)
    const change = { status: 'delivered', communication: about.communication, message } as const
    if (!(await settled(tx, mail, change))) return refuse('authorities.mail.refusal.settledAlready')
    await record(tx, {
      action: 'authorities.mail_filed',
      member: about.member,
      subject: { type: 'communication', id: about.communication },
      visibility: 'members',
    })
    return { ok: true }
  })

const settleAs = (tx: Tx, mail: string, status: 'discarded' | 'held', action: `authorities.mail_${string}`) =>
  refusingWhenViolated(tx, refusals, async () => {
    if (!(await settled(tx, mail, { status }))) return refuse('authorities.mail.refusal.settledAlready')
    await record(tx, { action, subject: { type: 'incoming', id: mail }, visibility: 'members' })
    return { ok: true }
  })

/** Lays a mail aside as nothing of ours. Whoever regrets it has thirty days. */
export const discardMail = (tx: Tx, mail: string): Promise<Outcome> =>
  settleAs(tx, mail, 'discarded', 'authorities.mail_discarded')

/** Takes a discarded mail back. */
export const restoreMail = (tx: Tx, mail: string): Promise<Outcome> =>
  settleAs(tx, mail, 'held', 'authorities.mail_restored')

/** Lets go of the name of a person who leaves: what they settled stays settled. */
export async function forgetSettler(tx: Tx): Promise<void> {
  await rows(tx, 'authorities.forget-settler', 'select authorities.forget_settler()')
}
