import { rows, type Tx } from '#platform/database/scope.ts'
import type { ActStatus } from '../schema/people.ts'
import type { PersonFace } from './roles.ts'

/** A two-person act as it is listed. `decider` is who confirmed, refused or withdrew it. */
export type ListedAct = {
  id: string
  kind: string
  subjectId: string
  payload: Record<string, unknown>
  reason: string
  status: ActStatus
  proposedBy: string
  proposerMembers: string[]
  proposedAt: Temporal.Instant
  decidedAt: Temporal.Instant | null
  proposer: PersonFace | null
  decider: PersonFace | null
}

type Row = Omit<ListedAct, 'proposedAt' | 'decidedAt'> & { proposedAt: string; decidedAt: string | null }

const face = (alias: string) =>
  `case when ${alias}.id is not null then
     json_build_object('id', ${alias}.id, 'name', ${alias}.name, 'erased', ${alias}.erased_at is not null) end`

const columns = `
  a.id, a.kind, a.subject_id as "subjectId", a.payload, a.reason, a.status, a.proposed_by as "proposedBy",
  a.proposer_members as "proposerMembers", a.proposed_at as "proposedAt", a.decided_at as "decidedAt",
  ${face('one')} as proposer, ${face('other')} as decider
  from people.acts a
    left join people.people one on one.id = a.proposed_by
    left join people.people other on other.id = a.decided_by
  where a.umbrella_id = platform.current_umbrella()`

const listed = (row: Row): ListedAct => ({
  ...row,
  proposedAt: Temporal.Instant.from(row.proposedAt),
  decidedAt: row.decidedAt === null ? null : Temporal.Instant.from(row.decidedAt),
})

/** Acts that wait for their second person, the oldest first. */
export async function openActs(tx: Tx): Promise<ListedAct[]> {
  const text = `select ${columns} and a.status = 'proposed' order by a.proposed_at, a.id limit 200`
  return (await rows<Row>(tx, 'people.open-acts', text)).map(listed)
}

/** Acts that are decided, the latest first, `count` of them; `before` is the id of the last one of the page before. */
export async function decidedActs(tx: Tx, count: number, before: string | null): Promise<ListedAct[]> {
  const text = `select ${columns} and a.status <> 'proposed' and ($2::uuid is null or a.id < $2) order by a.id desc limit $1`
  return (await rows<Row>(tx, 'people.decided-acts', text, [count, before])).map(listed)
}

/** One act, locked until the end of the transaction; undefined when there is none. */
export async function actForDecision(tx: Tx, id: string): Promise<ListedAct | undefined> {
  const text = `select ${columns} and a.id = $1 for no key update of a`
  return (await rows<Row>(tx, 'people.act-for-decision', text, [id])).map(listed)[0]
}
