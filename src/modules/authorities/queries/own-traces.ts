import { rows, type Tx } from '#platform/database/scope.ts'

/** What this room knows of a person in the umbrella of the transaction, as plain JSON. */
export async function ownTraces(tx: Tx, person: string): Promise<Record<string, unknown>> {
  const steps = await rows(
    tx,
    'authorities.own-steps',
    `select c.number as communication, s.kind, s.side, s.on_day as day, s.text from authorities.steps s
     join authorities.communications c on c.umbrella_id = s.umbrella_id and c.id = s.communication_id
     where s.umbrella_id = platform.current_umbrella() and s.by_person = $1 order by s.at, s.id`,
    [person],
  )
  const messages = await rows(
    tx,
    'authorities.own-messages',
    `select c.number as communication, m.received_at as at, m.subject, m.text from authorities.messages m
     join authorities.communications c on c.umbrella_id = m.umbrella_id and c.id = m.communication_id
     where m.umbrella_id = platform.current_umbrella() and m.written_by = $1 order by m.received_at, m.id`,
    [person],
  )
  const signatures = await rows(
    tx,
    'authorities.own-signatures',
    `select c.number as communication, k.signed_at as at from authorities.cosigners k
     join authorities.communications c on c.umbrella_id = k.umbrella_id and c.id = k.communication_id
     where k.umbrella_id = platform.current_umbrella() and k.signed_by = $1 order by k.signed_at`,
    [person],
  )
  const terms = await rows(
    tx,
    'authorities.own-terms',
    `select b.name as body, o.since, o.until from authorities.officers o join authorities.bodies b on b.id = o.body_id
     where o.person_id = $1 order by o.since`,
    [person],
  )
  return { steps, messages, signatures, officerTerms: terms }
}

/** Umbrellas in which the person of the scope acted for a public body: they belong to none of them. */
export async function umbrellasAnswered(tx: Tx): Promise<string[]> {
  const found = await rows<{ id: string }>(
    tx,
    'authorities.umbrellas-answered',
    'select id from authorities.umbrellas_answered() id',
  )
  return found.map(({ id }) => id)
}

/** Bodies for which the person of the scope is the only one to answer. */
export const aloneAnswering = (tx: Tx) =>
  rows<{ name: Record<string, string> }>(
    tx,
    'authorities.alone-answering',
    `select b.name from authorities.bodies b where b.id in (select authorities.own_bodies())
       and (select count(*) from authorities.colleagues(array[b.id]) k where k.until is null or k.until > current_date) = 1`,
  )
