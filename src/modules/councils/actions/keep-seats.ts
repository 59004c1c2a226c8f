import { and, eq, sql } from 'drizzle-orm'
import { peopleOfMember } from '#modules/network/index.ts'
import type { Tx } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse } from '#platform/refusal.ts'
import { type Duty, handovers, memberships, posts } from '../schema/councils.ts'
import { people } from '../schema/popolo.ts'
import { asPublic } from './keep-council.ts'

export type Council = { id: string; public: boolean }

/** Who takes a seat. `account`: the person of the platform, if they have one. */
export type HolderFacts = {
  post: string | null
  name: string
  named: boolean
  account: string | null
  duty: Duty
  membership: string | null
  onBehalf: string | null
  delegate: boolean
  nominatedBy: string | null
  mandateNote: string | null
  mandateFile: string | null
  start: string
  end: string | null
  succeeds?: string | null
}

/** Adds a seat to a council. */
export async function addSeat(
  tx: Tx,
  council: Council,
  facts: { label: string; nominates: string | null; voting: boolean },
): Promise<string> {
  const id = newId()
  const position =
    sql`(select count(*) + 1 from councils.posts s where s.umbrella_id = platform.current_umbrella()
    and s.council_id = ${council.id})` as never
  await tx.insert(posts).values({ ...facts, id, councilId: council.id, position })
  await record(tx, {
    action: 'councils.seat_added',
    subject: { type: 'council', id: council.id },
    visibility: asPublic(council.public),
  })
  return id
}

async function taken(tx: Tx, post: string, start: string): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    select 1 from councils.memberships m where m.umbrella_id = platform.current_umbrella() and m.post_id = ${post}
      and coalesce(councils.latest_day(m.end_date) > councils.earliest_day(${start}), true)
      and coalesce(councils.earliest_day(m.start_date) <= councils.earliest_day(${start}), true)`)
  return rows.length > 0
}

/** Seats somebody. A seat that somebody else holds on that day is refused: hand it over instead. */
export async function seatHolder(
  tx: Tx,
  council: Council,
  facts: HolderFacts,
): Promise<Outcome<{ id: string }>> {
  // Two people who seat somebody in one seat at the same moment take turns.
  await tx.execute(sql`select 1 from councils.councils c
    where c.umbrella_id = platform.current_umbrella() and c.id = ${council.id} for update`)
  if (facts.post && (await taken(tx, facts.post, facts.start))) return refuse('councils.seat.taken')
  if (
    facts.account &&
    facts.membership &&
    !(await peopleOfMember(tx, facts.membership)).includes(facts.account)
  ) {
    return refuse('councils.seat.notOfMember')
  }
  const person = newId()
  await tx
    .insert(people)
    .values({ id: person, name: facts.name, named: facts.named, accountId: facts.account })
  const id = newId()
  await tx.insert(memberships).values({
    id,
    councilId: council.id,
    personId: person,
    postId: facts.post,
    duty: facts.duty,
    membershipId: facts.membership,
    onBehalf: facts.onBehalf,
    delegate: facts.delegate,
    nominatedBy: facts.nominatedBy,
    mandateNote: facts.mandateNote,
    mandateFileId: facts.mandateFile,
    startDate: facts.start,
    endDate: facts.end,
    succeedsId: facts.succeeds ?? null,
  })
  await record(tx, {
    action: 'councils.holder_seated',
    subject: { type: 'council', id: council.id },
    member: facts.membership,
    visibility: asPublic(council.public),
    detail: { from: facts.start },
  })
  return { ok: true, id }
}

/** Ends somebody's time in a council on a day; what was stays readable. */
export async function endHolder(
  tx: Tx,
  council: Council,
  { seat, end, reason }: { seat: string; end: string; reason: string | null },
): Promise<Outcome> {
  const { rowCount } = await tx
    .update(memberships)
    .set({ endDate: end, endReason: reason, popolo: sql`${memberships.popolo} - 'end_date'` as never })
    .where(
      and(
        eq(memberships.id, seat),
        eq(memberships.councilId, council.id),
        sql`coalesce(councils.earliest_day(start_date) <= councils.latest_day(${end}), true)`,
      ),
    )
  if (!rowCount) return refuse('councils.seat.endBeforeStart')
  await record(tx, {
    action: 'councils.holder_left',
    subject: { type: 'council', id: council.id },
    visibility: asPublic(council.public),
    detail: { until: end },
  })
  return { ok: true }
}

/** Gives the coalition's seat to a successor from a day on: the one before ends the day before. */
export async function handOverSeat(
  tx: Tx,
  council: Council,
  seat: { id: string; post: string | null; duty: Duty },
  facts: HolderFacts,
): Promise<Outcome> {
  const end = Temporal.PlainDate.from(facts.start).subtract({ days: 1 }).toString()
  const ended = await endHolder(tx, council, { seat: seat.id, end, reason: null })
  if (!ended.ok) return ended
  return seatHolder(tx, council, {
    ...facts,
    post: seat.post,
    duty: seat.duty,
    delegate: true,
    succeeds: seat.id,
  })
}

/** What a delegate leaves to the one who follows. */
export async function leaveNote(tx: Tx, seat: string, note: string): Promise<void> {
  await tx
    .insert(handovers)
    .values({ id: newId(), seatId: seat, note, writtenBy: sql`platform.current_account()` as never })
}
