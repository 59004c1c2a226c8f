import { uploaded } from '#modules/network/index.ts'
import type { Tx } from '#platform/database/scope.ts'
import { signedIn } from '#platform/http/access.ts'
import { authorize } from '#platform/http/errors.ts'
import { type FormValues, type Problem, readForm } from '#platform/http/form.ts'
import { numberParam } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { type Outcome, refuse } from '#platform/refusal.ts'
import { recordStep } from '../actions/record-step.ts'
import { type StepEntry, stepForm } from '../forms/steps.ts'
import { StepPage, type StepPageProps } from '../pages/step.tsx'
import { actsFor, canTakeStep } from '../policy/steps.ts'
import { extensionLimit } from '../queries/extension-limit.ts'
import { forwardingTargets } from '../queries/forwarding-targets.ts'
import { type StepForm, stepForms } from '../steps/step-forms.ts'
import type { C } from './letter-of.ts'
import { standingOfAddress } from './standing-of.ts'

type Shown = Pick<StepPageProps, 'values' | 'problems' | 'refusal'>

async function ownSide(c: C, tx: Tx, step: StepForm) {
  const face = await standingOfAddress(c, tx)
  authorize(actsFor(c.var.viewer, face, step.side))
  return face
}

const chosenBody = (values: FormValues | undefined) => (typeof values?.body === 'string' ? values.body : '')

async function show(c: C, step: StepForm, shown: Shown = {}, status: 200 | 409 | 422 = 200) {
  const typed = (c.req.query('q') ?? '').slice(0, 100)
  const page = await c.var.read(async tx => {
    const face = await ownSide(c, tx, step)
    const asksBody = step.fields?.includes('body') ?? false
    const asked = { typed, chosen: chosenBody(shown.values), but: face.body }
    const bodies = asksBody ? await forwardingTargets(tx, asked, c.var.i18n.locale) : []
    const limit = step.kind === 'extended' ? await extensionLimit(tx, face.id) : null
    const possible = canTakeStep(c.var.viewer, face, step)
    const view = <StepPage {...{ face, step, viewer: c.var.viewer, bodies, limit, typed }} {...shown} />
    return { view, possible }
  })
  return c.var.page(page.view, { status: page.possible ? status : 409 })
}

/** Everything that is wrong with what was typed, the missing document included. */
async function readStep(c: C, step: StepForm, days: { sentOn: string; today: string }) {
  const form = await readForm(c, stepForm(step, days))
  const file = step.document ? await uploaded(c, 'document') : null
  const missing: Problem[] =
    step.document === 'needed' && !file
      ? [{ field: 'document', message: 'authorities.step.refusal.noDocument' }]
      : []
  const problems = [...(form.ok ? [] : form.problems), ...missing]
  const entry: StepEntry | null = form.ok && missing.length === 0 ? form.data : null
  return { entry, problems, values: form.values, file }
}

const seenOf = (values: FormValues) => (/^\d{1,6}$/.test(String(values.seen)) ? Number(values.seen) : -1)

async function take(c: C, step: StepForm) {
  const { sentOn, today } = await c.var.read(tx => ownSide(c, tx, step))
  const { entry, problems, values, file } = await readStep(c, step, { sentOn: sentOn ?? today, today })
  if (!entry) return show(c, step, { values, problems }, 422)
  const outcome: Outcome = await c.var.write(async tx => {
    const face = await ownSide(c, tx, step)
    if (!canTakeStep(c.var.viewer, face, step)) return refuse('authorities.step.refusal.notPossibleNow')
    return recordStep(tx, face, { step, entry, file, seen: seenOf(values) })
  })
  if (!outcome.ok) return show(c, step, { values, refusal: outcome }, 409)
  return c.var.seeOther(`/communications/${numberParam(c)}`, step.said)
}

/** What either side does with a communication: each step is a short form with an address of its own. */
export const stepRoutes = umbrellaRoutes()
for (const step of stepForms) {
  stepRoutes
    .get(`/communications/:number/${step.path}`, signedIn, c => show(c, step))
    .post(`/communications/:number/${step.path}`, signedIn, c => take(c, step))
}
