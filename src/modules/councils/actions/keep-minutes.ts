import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse, refusingWhenViolated } from '#platform/refusal.ts'
import { minutes, minutesApprovals } from '../schema/sessions.ts'
import { asPublic } from './keep-council.ts'
import type { Sitting } from './keep-session.ts'

const told = ({ id, council }: Sitting) => ({
  subject: { type: 'session', id },
  visibility: asPublic(council.public),
})

/** Puts minutes before the others for approval; a changed text is approved anew. */
export async function proposeMinutes(
  tx: Tx,
  sitting: Sitting,
  facts: { text: string | null; lang: string | null; fileId: string | null },
): Promise<Outcome> {
  return refusingWhenViolated(tx, { minutes_approved: 'councils.minutes.approvedAlready' }, async () => {
    const { text, lang, fileId } = facts
    const kept = { text, lang: text === null ? null : lang, ...(fileId && { fileId }) }
    const now = sql`now()` as never
    const by = { writtenBy: sql`platform.current_account()` as never, writtenAt: now, proposedAt: now }
    await tx
      .insert(minutes)
      .values({ ...kept, ...by, sessionId: sitting.id })
      .onConflictDoUpdate({ target: [minutes.umbrellaId, minutes.sessionId], set: { ...kept, ...by } })
    await record(tx, { action: 'councils.minutes_proposed', ...told(sitting) })
    return { ok: true }
  })
}

async function settle(tx: Tx, sitting: Sitting, approvedIn: string | null): Promise<void> {
  await tx
    .update(minutes)
    .set({ approvedAt: sql`now()` as never, approvedIn })
    .where(eq(minutes.sessionId, sitting.id))
  await record(tx, { action: 'councils.minutes_approved', ...told(sitting) })
}

/** One person approves the minutes; with the second, or by a later session, they are settled. */
export async function approveMinutes(tx: Tx, sitting: Sitting, later: string | null): Promise<Outcome> {
  const refusals = {
    later_session_approves: 'councils.minutes.notByThat',
    minutes_approved: 'councils.minutes.approvedAlready',
  } as const
  return refusingWhenViolated(tx, refusals, async () => {
    const [found] = await tx.select().from(minutes).where(eq(minutes.sessionId, sitting.id)).for('update')
    if (!found) return refuse('councils.minutes.none')
    if (found.approvedAt) return refuse('councils.minutes.approvedAlready')
    if (later) {
      await settle(tx, sitting, later)
      return { ok: true }
    }
    await tx.insert(minutesApprovals).values({ sessionId: sitting.id }).onConflictDoNothing()
    const approvals = await tx
      .select()
      .from(minutesApprovals)
      .where(eq(minutesApprovals.sessionId, sitting.id))
    if (approvals.length >= 2) await settle(tx, sitting, null)
    return { ok: true }
  })
}

/** Shows approved minutes to visitors, or takes them back to those inside. */
export async function publishMinutes(tx: Tx, sitting: Sitting, shown: boolean): Promise<Outcome> {
  const { rowCount } = await tx
    .update(minutes)
    .set({ public: shown })
    .where(and(eq(minutes.sessionId, sitting.id), sql`approved_at is not null`))
  if (!rowCount) return refuse('councils.minutes.notApproved')
  await record(tx, { action: 'councils.minutes_published', ...told(sitting), detail: { public: shown } })
  return { ok: true }
}
