import { ConfirmationPage } from '#modules/network/index.ts'
import { proposeAct } from '#modules/people/index.ts'
import { allow } from '#platform/http/access.ts'
import { authorize } from '#platform/http/errors.ts'
import { readForm } from '#platform/http/form.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { isCoordinator } from '#platform/http/viewer.ts'
import { TextArea } from '#ui/index.ts'
import { actReasonForm } from '../forms/decisions.ts'
import { canCancel, canExtend } from '../policy/decisions.ts'
import { decisionFrame, decisionOf, decisionPath } from './decision-of.ts'
import type { C } from './initiative-of.ts'

type Shown = Pick<Parameters<typeof ConfirmationPage>[0], 'values' | 'problems' | 'refusal'>
type Status = 200 | 409 | 422

const acts = {
  extension: {
    kind: 'initiatives.extend_decision',
    may: canExtend,
    words: [
      'initiatives.decision.extend',
      'initiatives.decision.extendLead',
      'initiatives.decision.extendNow',
    ],
  },
  cancellation: {
    kind: 'initiatives.cancel_decision',
    may: canCancel,
    words: [
      'initiatives.decision.cancel',
      'initiatives.decision.cancelLead',
      'initiatives.decision.cancelNow',
    ],
  },
} as const

type ActName = keyof typeof acts

async function actPage(c: C, name: ActName, shown: Shown, status: Status) {
  const { t } = c.var.i18n
  const { may, words } = acts[name]
  const decision = await c.var.read(tx => decisionOf(c, tx))
  authorize(may(c.var.viewer, decision) || shown.refusal !== undefined)
  const days = decision.rules['decisions.extension_days']?.value ?? 0
  const page = (
    <ConfirmationPage
      title={t(words[0])}
      lead={t(words[1], { days })}
      action={decisionPath(c, `/${name}`)}
      confirm={t(words[2])}
      {...decisionFrame(c, decision.number)}
      {...shown}
    >
      <TextArea name="reason" label={t('initiatives.decision.reason')} rows={3} maxlength={4000} required />
    </ConfirmationPage>
  )
  return c.var.page(page, { status })
}

async function proposed(c: C, name: ActName) {
  const form = await readForm(c, actReasonForm)
  if (!form.ok) return actPage(c, name, form, 422)
  const { reason } = form.data
  const outcome = await c.var.write(async tx => {
    const decision = await decisionOf(c, tx)
    authorize(acts[name].may(c.var.viewer, decision))
    const { kind } = acts[name]
    return proposeAct(tx, c.var.viewer, { kind, subject: decision.id, payload: { reason }, reason })
  })
  if (!outcome.ok) return actPage(c, name, { values: form.values, refusal: outcome }, 409)
  return c.var.seeOther(decisionPath(c), 'initiatives.said.actProposed')
}

/** What two coordinators do about a decision: more time, or cancelling one that was opened wrongly. */
export const decisionActRoutes = umbrellaRoutes()
  .get('/decisions/:number/extension', allow(isCoordinator), c => actPage(c, 'extension', {}, 200))
  .post('/decisions/:number/extension', allow(isCoordinator), c => proposed(c, 'extension'))
  .get('/decisions/:number/cancellation', allow(isCoordinator), c => actPage(c, 'cancellation', {}, 200))
  .post('/decisions/:number/cancellation', allow(isCoordinator), c => proposed(c, 'cancellation'))
