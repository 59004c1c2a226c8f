import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'
import { newId } from '#platform/id.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse, refusingWhenViolated } from '#platform/refusal.ts'
import { sessionCancelled, sessionInvited } from '../emails/sessions.ts'
import {
  agendaItems,
  attendance,
  conflicts,
  documents,
  onlineLinks,
  type Presence,
  sessions,
} from '../schema/sessions.ts'
import { asPublic } from './keep-council.ts'
import type { Council } from './keep-seats.ts'

export type SessionFacts = {
  title: Localised
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant | null
  place: string | null
}

/** A session as its actions need it. */
export type Sitting = { id: string; number: number; council: Council & { slug: string; name: Localised } }

const told = ({ id, council }: Sitting) => ({
  subject: { type: 'session', id },
  visibility: asPublic(council.public),
})

async function keepLink(tx: Tx, session: string, url: string | null): Promise<void> {
  await tx.delete(onlineLinks).where(eq(onlineLinks.sessionId, session))
  if (url) await tx.insert(onlineLinks).values({ sessionId: session, url })
}

/** Plans a session; it gets the council's next number. The link for joining online is only for those inside. */
export async function planSession(
  tx: Tx,
  council: Council,
  facts: SessionFacts,
  onlineUrl: string | null,
): Promise<number> {
  await tx.execute(sql`select 1 from councils.councils c
    where c.umbrella_id = platform.current_umbrella() and c.id = ${council.id} for update`)
  const { rows } = await tx.execute<{ number: number }>(sql`
    select coalesce(max(s.number), 0) + 1 as number from councils.sessions s
    where s.umbrella_id = platform.current_umbrella() and s.council_id = ${council.id}`)
  const id = newId()
  const { number } = rows[0]!
  await tx.insert(sessions).values({
    ...facts,
    id,
    number,
    councilId: council.id,
    createdBy: sql`platform.current_account()` as never,
  })
  await keepLink(tx, id, onlineUrl)
  await record(tx, {
    action: 'councils.session_planned',
    subject: { type: 'session', id },
    visibility: asPublic(council.public),
    detail: { number, at: facts.startsAt.toString() },
  })
  return number
}

/** Changes time and place of a session that is not over; who was invited is invited again. */
export async function moveSession(
  tx: Tx,
  sitting: Sitting,
  facts: SessionFacts,
  onlineUrl: string | null,
): Promise<Outcome> {
  const { rowCount } = await tx
    .update(sessions)
    .set({ ...facts, status: 'planned' })
    .where(and(eq(sessions.id, sitting.id), sql`status in ('planned', 'invited')`))
  if (!rowCount) return refuse('councils.session.over')
  await keepLink(tx, sitting.id, onlineUrl)
  await record(tx, {
    action: 'councils.session_moved',
    ...told(sitting),
    detail: { at: facts.startsAt.toString() },
  })
  return { ok: true }
}

/** Puts a matter on the agenda, at its end. */
export async function addItem(
  tx: Tx,
  sitting: Sitting,
  facts: { title: Localised; about: Localised; reporter: string | null },
): Promise<string> {
  const id = newId()
  const position = sql`(select coalesce(max(i.position), 0) + 1 from councils.agenda_items i
    where i.umbrella_id = platform.current_umbrella() and i.session_id = ${sitting.id})` as never
  await tx.insert(agendaItems).values({ ...facts, id, sessionId: sitting.id, position })
  await record(tx, { action: 'councils.item_added', ...told(sitting) })
  return id
}

/** Invites everybody who sits in the council and has an account. A session without an agenda is not called. */
export async function inviteToSession(tx: Tx, sitting: Sitting): Promise<Outcome> {
  const { rows } = await tx.execute(sql`
    select 1 from councils.agenda_items i where i.umbrella_id = platform.current_umbrella() and i.session_id = ${sitting.id} limit 1`)
  if (rows.length === 0) return refuse('councils.session.noAgenda')
  const { rowCount } = await tx
    .update(sessions)
    .set({ status: 'invited', invitedAt: sql`now()` as never })
    .where(and(eq(sessions.id, sitting.id), sql`status in ('planned', 'invited') and starts_at > now()`))
  if (!rowCount) return refuse('councils.session.over')
  await sessionInvited(tx, sitting)
  await record(tx, {
    action: 'councils.session_called',
    ...told(sitting),
    detail: { number: sitting.number },
  })
  return { ok: true }
}

/** Calls a session off; who was invited is told. */
export async function cancelSession(tx: Tx, sitting: Sitting, reason: string): Promise<Outcome> {
  const { rowCount } = await tx
    .update(sessions)
    .set({ status: 'cancelled', cancelReason: reason })
    .where(and(eq(sessions.id, sitting.id), sql`status in ('planned', 'invited')`))
  if (!rowCount) return refuse('councils.session.over')
  await sessionCancelled(tx, sitting)
  await record(tx, {
    action: 'councils.session_cancelled',
    ...told(sitting),
    detail: { number: sitting.number },
  })
  return { ok: true }
}

/** A seat holder says whether they come. */
export async function replyToInvitation(
  tx: Tx,
  sitting: Sitting,
  seat: string,
  reply: 'coming' | 'not_coming',
): Promise<Outcome> {
  return refusingWhenViolated(tx, { session_over: 'councils.session.over' }, async () => {
    await tx
      .insert(attendance)
      .values({ sessionId: sitting.id, seatId: seat, reply })
      .onConflictDoUpdate({
        target: [attendance.umbrellaId, attendance.sessionId, attendance.seatId],
        set: { reply },
      })
    return { ok: true }
  })
}

/** Records who was there, and with it that the session was held. The database counts who could vote, and quorum, once. */
export async function holdSession(
  tx: Tx,
  sitting: Sitting,
  { present, voting }: { present: ReadonlyMap<string, Presence>; voting: ReadonlySet<string> },
): Promise<Outcome> {
  return refusingWhenViolated(tx, { session_over: 'councils.session.over' }, async () => {
    for (const [seatId, status] of present) {
      await tx
        .insert(attendance)
        .values({ sessionId: sitting.id, seatId, status })
        .onConflictDoUpdate({
          target: [attendance.umbrellaId, attendance.sessionId, attendance.seatId],
          set: { status },
        })
    }
    const counted = { membersThen: voting.size, presentThen: 0, quorumThen: 0 }
    const [held] = await tx
      .update(sessions)
      .set({ ...counted, status: 'held' })
      .where(and(eq(sessions.id, sitting.id), sql`status in ('planned', 'invited') and starts_at <= now()`))
      .returning({ present: sessions.presentThen, quorum: sessions.quorumThen })
    if (!held) return refuse('councils.session.notYet')
    await record(tx, {
      action: 'councils.session_held',
      ...told(sitting),
      detail: { number: sitting.number, present: held.present ?? 0, quorum: held.quorum ?? 0 },
    })
    return { ok: true }
  })
}

/** Adds a document to a council or one of its sessions. */
export async function addDocument(
  tx: Tx,
  council: Council,
  facts: { title: Localised; fileId: string; public: boolean; sessionId: string | null },
): Promise<void> {
  await tx.insert(documents).values({
    ...facts,
    id: newId(),
    councilId: council.id,
    addedBy: sql`platform.current_account()` as never,
  })
  await record(tx, {
    action: 'councils.document_added',
    subject: { type: 'council', id: council.id },
    visibility: facts.public ? asPublic(council.public) : 'members',
    detail: { title: facts.title as Record<string, string> },
  })
}

/** A seat holder declares a conflict of interest before a matter is voted on. */
export async function declareConflict(
  tx: Tx,
  sitting: Sitting,
  facts: { itemId: string; seatId: string; reason: string; abstains: boolean },
): Promise<Outcome> {
  const { rows } = await tx.execute(sql`
    select 1 from councils.motions o join councils.vote_events e on e.umbrella_id = o.umbrella_id and e.motion_id = o.id
    where o.umbrella_id = platform.current_umbrella() and o.item_id = ${facts.itemId}`)
  if (rows.length > 0) return refuse('councils.session.votedAlready')
  const { reason, abstains } = facts
  await tx
    .insert(conflicts)
    .values({ ...facts, id: newId(), declaredBy: sql`platform.current_account()` as never })
    .onConflictDoUpdate({
      target: [conflicts.umbrellaId, conflicts.itemId, conflicts.seatId],
      set: { reason, abstains },
    })
  await record(tx, {
    action: 'councils.conflict_declared',
    subject: { type: 'session', id: sitting.id },
    visibility: 'members',
  })
  return { ok: true }
}
