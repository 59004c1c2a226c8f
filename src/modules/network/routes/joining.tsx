import type { Context } from 'hono'
import type { Tx } from '#platform/database/scope.ts'
import { open, signedIn } from '#platform/http/access.ts'
import type { UmbrellaEnv } from '#platform/http/context.ts'
import { authorize, found, NotFound } from '#platform/http/errors.ts'
import type { FormValues } from '#platform/http/form.ts'
import { idParam } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { isInside } from '#platform/http/viewer.ts'
import { readSubmission, type SubmissionResult } from '../actions/read-submission.ts'
import { discardDraft, saveDraft } from '../actions/save-draft.ts'
import { submitApplication } from '../actions/submit-application.ts'
import { firstValues, readDraft } from '../forms/application-draft.ts'
import { ApplicationFormPage } from '../pages/application-form.tsx'
import { ApplicationReviewPage } from '../pages/application-review.tsx'
import { DiscardDraftPage } from '../pages/discard-draft.tsx'
import { JoinPage } from '../pages/join.tsx'
import { canWriteDraft } from '../policy/admission.ts'
import { type Doubts, doubtsAbout, findDraft, numberedOrganisations } from '../queries/application-choices.ts'
import { findApplication, ownApplications } from '../queries/applications.ts'
import { objectionDaysInForce } from '../queries/objection-days.ts'
import { type Form, isForm } from '../schema/memberships.ts'

type C = Context<UmbrellaEnv>

function formParam(c: C): Form {
  const form = c.req.param('form')
  if (!isForm(form)) throw new NotFound()
  return form
}

async function loadForm(tx: Tx, form: Form) {
  const { draft, own } = await findDraft(tx, form)
  const values = draft?.draft ?? firstValues
  return { values, own, attached: Boolean(draft?.fileId), known: await numberedOrganisations(tx, values) }
}

// Everything that keeps the application from being reviewed, and whom else it may be about.
async function check(c: C, tx: Tx, form: Form, values: FormValues): Promise<Doubts> {
  const read = await readSubmission(tx, { umbrella: c.var.umbrella.id, form, values })
  if (!read.ok) return { known: await numberedOrganisations(tx, values), problems: read.problems }
  const { umbrella, locale, viewer } = c.var
  const asker = { umbrella: umbrella.id, locale, inside: isInside(viewer) }
  return doubtsAbout(tx, asker, read.submission, values)
}

async function ownDraft(c: C, tx: Tx) {
  const draft = found(await findApplication(tx, idParam(c)))
  if (draft.applicantId !== c.var.viewer.account) throw new NotFound()
  authorize(canWriteDraft(c.var.viewer, draft))
  return draft
}

type Reviewed = { id: string; form: Form; read: SubmissionResult | null }

// What was sent already (a second press of the button) has nothing left to review: `read` is null.
async function reviewed(c: C, tx: Tx): Promise<Reviewed> {
  const application = found(await findApplication(tx, idParam(c)))
  const { id, form, status, applicantId, draft: values } = application
  if (applicantId !== c.var.viewer.account) throw new NotFound()
  const umbrella = c.var.umbrella.id
  return { id, form, read: status === 'draft' ? await readSubmission(tx, { umbrella, form, values }) : null }
}

export const joiningRoutes = umbrellaRoutes()
  .get('/join', open, async c => {
    const { own, days } = await c.var.read(async tx => ({
      own: c.var.viewer.account ? await ownApplications(tx) : [],
      days: await objectionDaysInForce(tx),
    }))
    return c.var.page(<JoinPage own={own} objectionDays={days.value} />)
  })

  .get('/join/:form', signedIn, async c => {
    const form = formParam(c)
    const page = await c.var.read(tx => loadForm(tx, form))
    return c.var.page(<ApplicationFormPage form={form} {...page} />)
  })

  .post('/join/:form', signedIn, async c => {
    const form = formParam(c)
    const { values, intent, file } = await readDraft(c)
    const { id, problems, known } = await c.var.write(async tx => {
      const draft = await saveDraft(tx, { form, locale: c.var.locale, values, file })
      if (intent !== 'review') return { ...draft, known: [] }
      const doubts = await check(c, tx, form, values)
      return { id: draft.id, known: doubts.known, problems: [...doubts.problems, ...draft.problems] }
    })
    if (problems.length === 0) {
      return intent === 'review'
        ? c.var.seeOther(`/applications/${id}/review`)
        : c.var.seeOther(`/join/${form}`, 'network.said.draftSaved')
    }
    const page = await c.var.read(tx => loadForm(tx, form))
    return c.var.page(<ApplicationFormPage form={form} {...page} problems={problems} known={known} />, {
      status: 422,
    })
  })

  .get('/applications/:id/review', signedIn, async c => {
    const { id, form, read } = await c.var.read(tx => reviewed(c, tx))
    if (!read) return c.var.seeOther(`/applications/${id}`)
    if (!read.ok) return c.var.seeOther(`/join/${form}`)
    return c.var.page(<ApplicationReviewPage id={id} submission={read.submission} />)
  })

  .post('/applications/:id/submission', signedIn, async c => {
    const { id, form, read, outcome } = await c.var.write(async tx => {
      const draft = await reviewed(c, tx)
      return {
        ...draft,
        outcome: draft.read?.ok ? await submitApplication(tx, draft.id, draft.read.submission) : null,
      }
    })
    if (!read) return c.var.seeOther(`/applications/${id}`)
    if (!read.ok || !outcome) return c.var.seeOther(`/join/${form}`)
    if (outcome.ok) return c.var.seeOther(`/applications/${id}`, 'network.said.submitted')
    const page = <ApplicationReviewPage id={id} submission={read.submission} refusal={outcome} />
    return c.var.page(page, { status: 409 })
  })

  .get('/applications/:id/discarding', signedIn, async c => {
    const draft = await c.var.read(tx => ownDraft(c, tx))
    return c.var.page(<DiscardDraftPage id={draft.id} form={draft.form} />)
  })

  .post('/applications/:id/discarding', signedIn, async c => {
    await c.var.write(async tx => discardDraft(tx, (await ownDraft(c, tx)).id))
    return c.var.seeOther('/join', 'network.said.draftDiscarded')
  })
