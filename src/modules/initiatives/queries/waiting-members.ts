import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'
import { speakerName } from './speaker.ts'

/** A member that has not answered a decision: the member, never who acts for it. Null for an individual who is not listed. */
export type WaitingMember = { id: string; name: Localised | null }

// In a secret ballot there are voters and no positions.
const waiting = (decision: string): SQL => sql`
  initiatives.positions p
  where p.umbrella_id = platform.current_umbrella() and p.decision_id = ${decision} and p.ballot_id is null
    and not exists (select from initiatives.secret_voters v
      where v.umbrella_id = p.umbrella_id and v.decision_id = p.decision_id and v.elector_id = p.elector_id)`

/** Members whose answer is missing; `after` is the last one of the page before. */
export async function waitingMembers(
  tx: Tx,
  decision: string,
  page: { after: string | null; limit: number },
): Promise<WaitingMember[]> {
  const { rows } = await tx.execute<WaitingMember>(sql`
    select p.elector_id as id, ${speakerName(sql`p.elector_id`)} as name
    from ${waiting(decision)} and (${page.after}::uuid is null or p.elector_id > ${page.after})
    order by p.elector_id limit ${page.limit}`)
  return rows
}

async function peopleOf(tx: Tx, members: SQL): Promise<string[]> {
  const { rows } = await tx.execute<{ person: string }>(sql`
    with members as (${members})
    select m.person_id as person from members w
    join network.mandates m on m.umbrella_id = platform.current_umbrella() and m.membership_id = w.id
      and m.status = 'confirmed' and m.valid_from <= network.today()
      and (m.valid_until is null or m.valid_until > network.today())
    join network.memberships s on s.umbrella_id = m.umbrella_id and s.id = w.id and s.status = 'active'
    union
    select s.person_id from members w
    join network.memberships s on s.umbrella_id = platform.current_umbrella() and s.id = w.id and s.status = 'active'
    where s.person_id is not null`)
  return rows.map(row => row.person)
}

/** The people who act today for members whose answer is missing. */
export const peopleOfWaiting = (tx: Tx, decision: string): Promise<string[]> =>
  peopleOf(tx, sql`select p.elector_id as id from ${waiting(decision)}`)

/** The people who act today for members that have voted on an initiative while it is being decided. */
export const peopleOfVoted = (tx: Tx, initiative: number): Promise<string[]> =>
  peopleOf(
    tx,
    sql`select p.elector_id as id from initiatives.positions p
      join initiatives.decisions d on d.umbrella_id = p.umbrella_id and d.id = p.decision_id and d.status in ('open', 'countdown')
      join initiatives.initiatives i on i.umbrella_id = d.umbrella_id and i.decision_id = d.id
      where i.umbrella_id = platform.current_umbrella() and i.number = ${initiative} and p.ballot_id is not null`,
  )
