import { rows, type Tx } from '#platform/database/scope.ts'
import type { Remark } from '#platform/incoming-mail/index.ts'
import type { IncomingStatus } from '../schema/incoming.ts'

/** A file that came with a mail, as it may be downloaded. */
export type MailFile = { position: number; name: string; size: number }

export type IncomingMail = {
  id: string
  status: IncomingStatus
  receivedAt: Temporal.Instant
  fromName: string
  fromAddress: string
  subject: string
  text: string
  bounce: boolean
  automatic: boolean
  senderKnown: boolean
  size: number
  remarks: Remark[]
  files: MailFile[]
  settledAt: Temporal.Instant | null
}

const mailColumns = `i.id, i.status, i.received_at as "receivedAt", i.from_name as "fromName", i.from_address as "fromAddress",
  i.subject, i.text, i.bounce, i.automatic, i.sender_known as "senderKnown", i.size, i.remarks, i.settled_at as "settledAt",
  coalesce((select json_agg(json_build_object('position', f.position, 'name', p.name, 'size', p.size) order by f.position)
    from authorities.incoming_files f join platform.files p on p.umbrella_id = f.umbrella_id and p.id = f.file_id
    where f.umbrella_id = i.umbrella_id and f.incoming_id = i.id), '[]') as files`

type AsSent<Row> = Omit<Row, 'receivedAt' | 'settledAt'> & { receivedAt: string; settledAt: string | null }

const timed = <Row extends { receivedAt: string; settledAt: string | null }>(row: Row) => ({
  ...row,
  receivedAt: Temporal.Instant.from(row.receivedAt),
  settledAt: row.settledAt === null ? null : Temporal.Instant.from(row.settledAt),
})

export type HeldLine = Pick<
  IncomingMail,
  'id' | 'status' | 'receivedAt' | 'fromName' | 'fromAddress' | 'subject' | 'automatic' | 'settledAt'
> & {
  files: number
}

/** What waits for a coordinator, newest first; or what was discarded in the last thirty days. */
export async function heldMail(tx: Tx, which: 'held' | 'discarded'): Promise<HeldLine[]> {
  const found = await rows<AsSent<HeldLine>>(
    tx,
    'authorities.held-mail',
    `select i.id, i.status, i.received_at as "receivedAt", i.from_name as "fromName", i.from_address as "fromAddress", i.subject,
       i.automatic, i.settled_at as "settledAt",
       (select count(*)::int from authorities.incoming_files f where f.umbrella_id = i.umbrella_id and f.incoming_id = i.id) as files
     from authorities.incoming i
     where i.umbrella_id = platform.current_umbrella() and i.communication_id is null
       and i.status in ($1, case when $1 = 'held' then 'arrived' end)
     order by i.received_at desc, i.id desc limit 500`,
    [which],
  )
  return found.map(timed)
}

/** One mail that names no communication. */
export async function findHeldMail(tx: Tx, id: string): Promise<IncomingMail | undefined> {
  const [mail] = await rows<AsSent<IncomingMail>>(
    tx,
    'authorities.held-mail-one',
    `select ${mailColumns} from authorities.incoming i
     where i.umbrella_id = platform.current_umbrella() and i.id = $1 and i.communication_id is null`,
    [id],
  )
  return mail && timed(mail)
}

/**
 * What came by mail about a communication, in its order: for its parties, who alone see it. Second copies are left out.
 * @public
 */
export async function mailOfCommunication(tx: Tx, communication: string): Promise<IncomingMail[]> {
  const found = await rows<AsSent<IncomingMail>>(
    tx,
    'authorities.mail-of-communication',
    `select ${mailColumns} from authorities.incoming i
     where i.umbrella_id = platform.current_umbrella() and i.communication_id = $1 and i.status <> 'repeated'
     order by i.received_at, i.id`,
    [communication],
  )
  return found.map(timed)
}

/** The file of a mail that the asking person may see: one that came with it, or at position 0 the whole mail. */
export async function mailFile(tx: Tx, mail: string, position: number): Promise<string | undefined> {
  const [found] = await rows<{ file: string }>(
    tx,
    'authorities.mail-file',
    `select coalesce(f.file_id, case when $2 = 0 then i.raw_id end) as file from authorities.incoming i
     left join authorities.incoming_files f on f.umbrella_id = i.umbrella_id and f.incoming_id = i.id and f.position = $2
     where i.umbrella_id = platform.current_umbrella() and i.id = $1`,
    [mail, position],
  )
  return found?.file
}

/** What a person settled in this umbrella. */
export const settledMail = (tx: Tx, person: string) =>
  rows<{ id: string; status: string; at: string }>(
    tx,
    'authorities.settled-mail',
    `select id, status, settled_at::text as at from authorities.incoming
     where umbrella_id = platform.current_umbrella() and settled_by = $1 order by settled_at`,
    [person],
  )

/** The same by the number of the communication: undefined for whoever is no party to it. */
export async function mailOfNumber(
  tx: Tx,
  number: number,
): Promise<{ title: string; mails: IncomingMail[] } | undefined> {
  const [about] = await rows<{ id: string; title: string }>(
    tx,
    'authorities.party-to-number',
    `select c.id, c.title from authorities.communications c
     where c.umbrella_id = platform.current_umbrella() and c.number = $1
       and authorities.is_party(c.id, c.membership_id, c.through)`,
    [number],
  )
  return about && { title: about.title, mails: await mailOfCommunication(tx, about.id) }
}
