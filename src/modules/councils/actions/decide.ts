import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse, refusingWhenViolated } from '#platform/refusal.ts'
import type { MajorityRule } from '../schema/councils.ts'
import { motions, type VoteOption, voteEvents, votes } from '../schema/popolo.ts'
import { agendaItems } from '../schema/sessions.ts'
import { asPublic } from './keep-council.ts'
import type { Sitting } from './keep-session.ts'

/** What was decided or noted on a matter, without a vote. */
export async function recordDecision(
  tx: Tx,
  sitting: Sitting,
  { item, text, lang }: { item: string; text: string; lang: string },
): Promise<Outcome> {
  const { rowCount } = await tx
    .update(agendaItems)
    .set({ decision: text, decisionLang: lang })
    .where(and(eq(agendaItems.id, item), eq(agendaItems.sessionId, sitting.id)))
  if (!rowCount) return refuse('councils.session.noSuchItem')
  await record(tx, {
    action: 'councils.decision_recorded',
    subject: { type: 'session', id: sitting.id },
    visibility: asPublic(sitting.council.public),
  })
  return { ok: true }
}

/** A vote on a matter. `each`: by name, for councils that vote so; then the sums are counted from it. */
export type VoteFacts = {
  item: string
  motion: string
  rule: MajorityRule
  yes: number
  no: number
  abstain: number
  each: ReadonlyMap<string, VoteOption>
}

const counted = (each: ReadonlyMap<string, VoteOption>, option: VoteOption) =>
  [...each.values()].filter(one => one === option).length

const refusals = {
  no_quorum: 'councils.vote.noQuorum',
  vote_events_check1: 'councils.vote.moreThanPresent',
  more_than_present: 'councils.vote.moreThanPresent',
  voter_present: 'councils.vote.notPresent',
  voter_in_conflict: 'councils.vote.inConflict',
} as const

/** Records a motion and its vote. Whether it is carried is computed by the council's majority rule, not entered. */
export async function recordVote(tx: Tx, sitting: Sitting, facts: VoteFacts): Promise<Outcome> {
  const { each } = facts
  const sums =
    each.size === 0
      ? { yes: facts.yes, no: facts.no, abstain: facts.abstain }
      : { yes: counted(each, 'yes'), no: counted(each, 'no'), abstain: counted(each, 'abstain') }
  if (sums.yes + sums.no + sums.abstain === 0) return refuse('councils.vote.nobody')
  return refusingWhenViolated(tx, refusals, async () => {
    const motionId = newId()
    const day = sql`(select to_char(s.starts_at at time zone u.zone, 'YYYY-MM-DD') from councils.sessions s
      join platform.umbrellas u on u.id = s.umbrella_id
      where s.umbrella_id = platform.current_umbrella() and s.id = ${sitting.id})` as never
    const of = { councilId: sitting.council.id }
    await tx
      .insert(motions)
      .values({ ...of, id: motionId, itemId: facts.item, text: facts.motion, date: day })
    const id = newId()
    await tx.insert(voteEvents).values({
      ...of,
      ...sums,
      id,
      motionId,
      sessionId: sitting.id,
      majorityRule: facts.rule,
      startDate: day,
      presentThen: 0,
      membersThen: 0,
      recordedBy: sql`platform.current_account()` as never,
    })
    for (const [seatId, option] of each)
      await tx.insert(votes).values({ id: newId(), voteEventId: id, seatId, option })
    await tx.execute(sql`
      update councils.motions o set result = e.result from councils.vote_events e
      where o.umbrella_id = platform.current_umbrella() and o.id = ${motionId} and e.umbrella_id = o.umbrella_id and e.id = ${id}`)
    await record(tx, {
      action: 'councils.vote_recorded',
      subject: { type: 'session', id: sitting.id },
      visibility: asPublic(sitting.council.public),
      detail: sums,
    })
    return { ok: true }
  })
}
