import type { Context } from 'hono'
import type { Tx } from '#platform/database/scope.ts'
import { fileResponse, findFile } from '#platform/files/index.ts'
import { allow, signedIn } from '#platform/http/access.ts'
import type { UmbrellaEnv } from '#platform/http/context.ts'
import { authorize, found, NotFound } from '#platform/http/errors.ts'
import { type FormResult, readForm } from '#platform/http/form.ts'
import { idParam, idQuery } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { isInside } from '#platform/http/viewer.ts'
import type { MessageKey } from '#platform/i18n/index.ts'
import type { Outcome } from '#platform/refusal.ts'
import { objectToApplication, readApplication, withdrawObjection } from '../actions/answer-application.ts'
import { withdrawApplication } from '../actions/withdraw-application.ts'
import { memberForm, objectionForm, withdrawalForm } from '../forms/answer.ts'
import { ApplicationPage, type ApplicationPageProps } from '../pages/application.tsx'
import { ApplicationsPage } from '../pages/applications.tsx'
import { WithdrawalPage } from '../pages/withdrawal.tsx'
import {
  actsWithVote,
  canAnswerApplication,
  canSeeApplication,
  canWithdrawApplication,
  votingCapacities,
} from '../policy/admission.ts'
import { type ApplicationView, findApplication, listApplications } from '../queries/applications.ts'
import { namesOf } from '../queries/member-name.ts'

type C = Context<UmbrellaEnv>

async function visible(c: C, tx: Tx): Promise<ApplicationView> {
  const application = found(await findApplication(tx, idParam(c)))
  if (!canSeeApplication(c.var.viewer, application) || application.status === 'draft') throw new NotFound()
  return application
}

const votingMembers = (c: C) => votingCapacities(c.var.viewer).map(({ membership }) => membership)

async function show(c: C, shown: Pick<ApplicationPageProps, 'refusal' | 'values' | 'problems'> = {}) {
  const { viewer } = c.var
  const { application, members } = await c.var.read(async tx => ({
    application: await visible(c, tx),
    members: await namesOf(tx, votingMembers(c)),
  }))
  const status = shown.refusal ? 409 : shown.problems ? 422 : 200
  return c.var.page(
    <ApplicationPage application={application} members={members} viewer={viewer} {...shown} />,
    {
      status,
    },
  )
}

type Answer = { membership: string }

// A member answers: the application is there for the viewer, and the member is one for which the viewer votes.
async function answer<T extends Answer>(
  c: C,
  form: FormResult<T>,
  said: MessageKey,
  act: (tx: Tx, entry: T & { application: string }) => Promise<Outcome>,
) {
  if (!form.ok) return show(c, { values: form.values, problems: form.problems })
  const outcome = await c.var.write(async tx => {
    const application = await visible(c, tx)
    authorize(votingMembers(c).includes(form.data.membership))
    if (application.status === 'published') authorize(canAnswerApplication(c.var.viewer, application))
    return act(tx, { ...form.data, application: application.id })
  })
  if (!outcome.ok) return show(c, { refusal: outcome, values: form.values })
  return c.var.seeOther(`/applications/${idParam(c)}`, said)
}

export const applicationRoutes = umbrellaRoutes()
  .get('/applications', allow(isInside), async c => {
    const state = c.req.query('state') === 'closed' ? 'closed' : 'open'
    const { lines, more } = await c.var.read(tx =>
      listApplications(tx, { state, after: idQuery(c, 'after'), members: votingMembers(c) }),
    )
    return c.var.page(<ApplicationsPage state={state} lines={lines} next={more ? lines.at(-1)!.id : null} />)
  })

  .get('/applications/:id', signedIn, c => show(c))

  .get('/applications/:id/file', signedIn, async c => {
    const file = await c.var.read(async tx => {
      const { fileId } = await visible(c, tx)
      return fileId === null ? undefined : findFile(tx, fileId)
    })
    return fileResponse(c.var.read, found(file))
  })

  .post('/applications/:id/readings', allow(actsWithVote), async c =>
    answer(c, await readForm(c, memberForm), 'network.said.applicationRead', readApplication),
  )

  .post('/applications/:id/objections', allow(actsWithVote), async c =>
    answer(c, await readForm(c, objectionForm), 'network.said.objected', objectToApplication),
  )

  .post('/applications/:id/objections/withdrawal', allow(actsWithVote), async c =>
    answer(c, await readForm(c, memberForm), 'network.said.objectionWithdrawn', withdrawObjection),
  )

  .get('/applications/:id/withdrawal', signedIn, async c => {
    const application = await c.var.read(tx => visible(c, tx))
    authorize(canWithdrawApplication(c.var.viewer, application))
    return c.var.page(<WithdrawalPage application={application} />)
  })

  .post('/applications/:id/withdrawal', signedIn, async c => {
    const form = await readForm(c, withdrawalForm)
    const { application, outcome } = await c.var.write(async tx => {
      const seen = await visible(c, tx)
      authorize(seen.applicantId === c.var.viewer.account)
      const reason = form.ok ? form.data.reason : null
      return {
        application: seen,
        outcome: form.ok ? await withdrawApplication(tx, { application: seen.id, reason }) : null,
      }
    })
    if (!form.ok || !outcome) {
      const problems = form.ok ? [] : form.problems
      return c.var.page(
        <WithdrawalPage application={application} values={form.values} problems={problems} />,
        {
          status: 422,
        },
      )
    }
    if (!outcome.ok)
      return c.var.page(<WithdrawalPage application={application} refusal={outcome} />, { status: 409 })
    return c.var.seeOther(`/applications/${application.id}`, 'network.said.applicationWithdrawn')
  })
