import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse, refusingWhenViolated } from '#platform/refusal.ts'
import type { MilestoneStatus } from '../schema/realisation.ts'

/** A day by which something is to be there. */
export type MilestoneFacts = { title: string; locale: string; due: string }

const ended = { ended_stays: 'initiatives.realisation.ended' } as const

type Added = { realisation: string; by: string; facts: MilestoneFacts }

export const addMilestone = (tx: Tx, { realisation, by, facts }: Added): Promise<Outcome> =>
  refusingWhenViolated(tx, ended, async () => {
    const id = newId()
    await tx.execute(sql`
      insert into initiatives.milestones (id, realisation_id, title, content_locale, due_on, created_by)
      values (${id}, ${realisation}, ${facts.title}, ${facts.locale}, ${facts.due}, ${by})`)
    await record(tx, {
      action: 'initiatives.milestone_added',
      member: by,
      subject: { type: 'realisation', id: realisation },
      visibility: 'public',
      detail: { milestone: id, title: facts.title, due: facts.due },
    })
    return { ok: true }
  })

type Changed = Added & { milestone: string }

/** Other words or another day. The journal keeps the day that was promised before. */
export const changeMilestone = (tx: Tx, { realisation, milestone, by, facts }: Changed): Promise<Outcome> =>
  refusingWhenViolated(tx, ended, async () => {
    const { rows } = await tx.execute<{ before: string }>(sql`
      update initiatives.milestones m set title = ${facts.title}, due_on = ${facts.due},
        content_locale = case when m.title = ${facts.title} then m.content_locale else ${facts.locale} end
      from initiatives.milestones before
      where m.umbrella_id = platform.current_umbrella() and m.realisation_id = ${realisation} and m.id = ${milestone}
        and m.status = 'ahead' and before.umbrella_id = m.umbrella_id and before.id = m.id
      returning before.due_on::text as before`)
    if (!rows[0]) return refuse('initiatives.milestone.settledAlready')
    await record(tx, {
      action: 'initiatives.milestone_changed',
      member: by,
      subject: { type: 'realisation', id: realisation },
      visibility: 'public',
      detail: { milestone, title: facts.title, due: facts.due, before: rows[0].before },
    })
    return { ok: true }
  })

type Settled = { realisation: string; milestone: string; by: string; status: MilestoneStatus }

/** Reached, dropped, or ahead again after all. */
export const settleMilestone = (tx: Tx, { realisation, milestone, by, status }: Settled): Promise<Outcome> =>
  refusingWhenViolated(tx, ended, async () => {
    const { rowCount } = await tx.execute(sql`
      update initiatives.milestones set status = ${status}, settled_at = ${status === 'ahead' ? null : sql`now()`}
      where umbrella_id = platform.current_umbrella() and realisation_id = ${realisation} and id = ${milestone}
        and (status = 'ahead') <> (${status} = 'ahead')`)
    if (!rowCount) return refuse('initiatives.milestone.settledAlready')
    const action = {
      reached: 'initiatives.milestone_reached',
      dropped: 'initiatives.milestone_dropped',
      ahead: 'initiatives.milestone_reopened',
    } as const
    await record(tx, {
      action: action[status],
      member: by,
      subject: { type: 'realisation', id: realisation },
      visibility: 'public',
      detail: { milestone },
    })
    return { ok: true }
  })
