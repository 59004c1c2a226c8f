import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse, refusingWhenViolated } from '#platform/refusal.ts'
import type { TaskStatus } from '../schema/realisation.ts'

/** What there is to do, who does it (a member, perhaps one of its people) and until when. */
export type TaskFacts = {
  title: string
  locale: string
  membership: string | null
  person: string | null
  due: string | null
}

const ended = { ended_stays: 'initiatives.realisation.ended' } as const

type Added = { realisation: string; by: string; facts: TaskFacts }

/** The working group sets itself a task. */
export const addTask = (tx: Tx, { realisation, by, facts }: Added): Promise<Outcome<{ id: string }>> =>
  refusingWhenViolated(tx, ended, async () => {
    const id = newId()
    await tx.execute(sql`
      insert into initiatives.tasks (id, realisation_id, title, content_locale, membership_id, person_id, due_on, created_by)
      values (${id}, ${realisation}, ${facts.title}, ${facts.locale}, ${facts.membership}, ${facts.person}, ${facts.due}, ${by})`)
    await record(tx, {
      action: 'initiatives.task_added',
      member: by,
      subject: { type: 'realisation', id: realisation },
      visibility: 'public',
      detail: { task: id, title: facts.title },
    })
    return { ok: true, id }
  })

type Changed = { realisation: string; task: string; by: string; facts: TaskFacts }

/** Other words, another member, another day: of a task that is still open. */
export const changeTask = (tx: Tx, { realisation, task, by, facts }: Changed): Promise<Outcome> =>
  refusingWhenViolated(tx, ended, async () => {
    const { rowCount } = await tx.execute(sql`
      update initiatives.tasks t set title = ${facts.title}, membership_id = ${facts.membership}, person_id = ${facts.person},
        due_on = ${facts.due}, content_locale = case when t.title = ${facts.title} then t.content_locale else ${facts.locale} end
      where t.umbrella_id = platform.current_umbrella() and t.realisation_id = ${realisation} and t.id = ${task}
        and t.status = 'open'`)
    if (!rowCount) return refuse('initiatives.task.settledAlready')
    await record(tx, {
      action: 'initiatives.task_changed',
      member: by,
      subject: { type: 'realisation', id: realisation },
      visibility: 'public',
      detail: { task, title: facts.title },
    })
    return { ok: true }
  })

type Settled = { realisation: string; task: string; by: string; status: TaskStatus }

/** Done, dropped, or open again after all. */
export const settleTask = (tx: Tx, { realisation, task, by, status }: Settled): Promise<Outcome> =>
  refusingWhenViolated(tx, ended, async () => {
    const { rowCount } = await tx.execute(sql`
      update initiatives.tasks set status = ${status}, settled_at = ${status === 'open' ? null : sql`now()`}
      where umbrella_id = platform.current_umbrella() and realisation_id = ${realisation} and id = ${task}
        and (status = 'open') <> (${status} = 'open')`)
    if (!rowCount) return refuse('initiatives.task.settledAlready')
    const action = {
      done: 'initiatives.task_done',
      dropped: 'initiatives.task_dropped',
      open: 'initiatives.task_reopened',
    } as const
    await record(tx, {
      action: action[status],
      member: by,
      subject: { type: 'realisation', id: realisation },
      visibility: 'public',
      detail: { task },
    })
    return { ok: true }
  })
