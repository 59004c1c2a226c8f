import { allow } from '#platform/http/access.ts'
import { found } from '#platform/http/errors.ts'
import { idParam } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { refuse } from '#platform/refusal.ts'
import { addMilestone, changeMilestone, settleMilestone } from '../actions/keep-milestone.ts'
import { addTask, changeTask, settleTask, type TaskFacts } from '../actions/keep-task.ts'
import { milestoneForm, settleMilestoneForm, settleTaskForm, taskForm } from '../forms/realisation.ts'
import { MilestoneFormPage, TaskFormPage } from '../pages/realisation-forms.tsx'
import { canTakePart, canWork } from '../policy/realisation.ts'
import type { RealisationView } from '../queries/realisation.ts'
import { milestonesOf, tasksOf } from '../queries/realisation-work.ts'
import {
  type C,
  choice,
  type FormOf,
  groupMembers,
  handIn,
  handingIn,
  press,
  pressing,
  showForm,
} from './realisation-desk.tsx'
import { showTasks } from './realisations.tsx'

const taskPage =
  (c: C): FormOf =>
  async (tx, realisation, shown) => {
    const id = c.req.param('id') ? idParam(c) : null
    const members = await groupMembers(c, tx, realisation)
    const task = id && found((await tasksOf(tx, realisation.id)).find(one => one.id === id))
    const who = task ? [task.membershipId, task.personId].filter(Boolean).join(' ') : ''
    const stored = task ? { title: task.title, who, due: task.dueOn ?? '' } : {}
    return <TaskFormPage {...{ realisation, members, task: id }} values={stored} {...shown} />
  }

const milestonePage =
  (c: C): FormOf =>
  async (tx, realisation, shown) => {
    const id = c.req.param('id') ? idParam(c) : null
    const members = await groupMembers(c, tx, realisation)
    const one = id && found((await milestonesOf(tx, realisation.id)).find(other => other.id === id))
    const stored = one ? { title: one.title, due: one.dueOn } : {}
    return <MilestoneFormPage {...{ realisation, members, milestone: id }} values={stored} {...shown} />
  }

const said = { to: '/tasks', said: 'initiatives.said.workChanged' } as const

// Somebody may have left the group since the form was opened.
function stillThere({ group }: RealisationView, { membership, person }: TaskFacts) {
  const member = group.find(({ membershipId }) => membershipId === membership)
  return membership === null || (member && (person === null || member.people.some(({ id }) => id === person)))
}

const factsOf = (
  c: C,
  given: { title: string; who: Pick<TaskFacts, 'membership' | 'person'>; due: string | null },
) => ({
  ...given.who,
  title: given.title,
  due: given.due,
  locale: c.var.locale,
})

const keepTask = (c: C, task: string | null) =>
  handIn(c, {
    may: canWork,
    schema: taskForm,
    form: taskPage(c),
    act: async (tx, realisation, data) => {
      const facts = factsOf(c, data)
      if (!stillThere(realisation, facts)) return refuse('initiatives.task.whoLeft')
      const by = data.membership ? handingIn(c, realisation, data.membership) : pressing(c, realisation)
      const place = { realisation: realisation.id, by, facts }
      return task ? changeTask(tx, { ...place, task }) : addTask(tx, place)
    },
    ...said,
  })

const keepMilestone = (c: C, milestone: string | null) =>
  handIn(c, {
    may: canWork,
    schema: milestoneForm,
    form: milestonePage(c),
    act: (tx, realisation, { membership, title, due }) => {
      const by = membership ? handingIn(c, realisation, membership) : pressing(c, realisation)
      const place = { realisation: realisation.id, by, facts: { title, due, locale: c.var.locale } }
      return milestone ? changeMilestone(tx, { ...place, milestone }) : addMilestone(tx, place)
    },
    ...said,
  })

const pressed = async (c: C, act: Parameters<typeof press>[1]['act']) =>
  press(c, { act, page: showTasks, ...said })

/** What the working group sets itself to do. */
export const realisationWorkRoutes = umbrellaRoutes()
  .get('/realisations/:number/tasks/new', allow(canTakePart), c => showForm(c, canWork, taskPage(c)))
  .post('/realisations/:number/tasks', allow(canTakePart), c => keepTask(c, null))
  .get('/realisations/:number/tasks/:id/form', allow(canTakePart), c => showForm(c, canWork, taskPage(c)))
  .post('/realisations/:number/tasks/:id', allow(canTakePart), c => keepTask(c, idParam(c)))
  .post('/realisations/:number/tasks/:id/status', allow(canTakePart), async c => {
    const { status } = await choice(c, settleTaskForm)
    return pressed(c, (tx, { id, ...realisation }) =>
      settleTask(tx, { realisation: id, task: idParam(c), by: pressing(c, realisation), status }),
    )
  })

  .get('/realisations/:number/milestones/new', allow(canTakePart), c =>
    showForm(c, canWork, milestonePage(c)),
  )
  .post('/realisations/:number/milestones', allow(canTakePart), c => keepMilestone(c, null))
  .get('/realisations/:number/milestones/:id/form', allow(canTakePart), c =>
    showForm(c, canWork, milestonePage(c)),
  )
  .post('/realisations/:number/milestones/:id', allow(canTakePart), c => keepMilestone(c, idParam(c)))
  .post('/realisations/:number/milestones/:id/status', allow(canTakePart), async c => {
    const { status } = await choice(c, settleMilestoneForm)
    return pressed(c, (tx, { id, ...realisation }) =>
      settleMilestone(tx, { realisation: id, milestone: idParam(c), by: pressing(c, realisation), status }),
    )
  })
