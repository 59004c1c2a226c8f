import { ConfirmationPage } from '#modules/network/index.ts'
import type { Tx } from '#platform/database/scope.ts'
import { allow } from '#platform/http/access.ts'
import { authorize, Forbidden } from '#platform/http/errors.ts'
import { readForm } from '#platform/http/form.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { actsForPartner } from '#platform/http/viewer.ts'
import type { MessageKey } from '#platform/i18n/index.ts'
import type { Outcome } from '#platform/refusal.ts'
import { TextArea } from '#ui/index.ts'
import { backAskingAgain, takeBackBacking } from '../actions/ask-again.ts'
import { supportDecision, withdrawSupport } from '../actions/support-decision.ts'
import { backingForm, supportForm } from '../forms/decisions.ts'
import { CapacityField } from '../pages/capacity-field.tsx'
import { canBack, canSupport } from '../policy/decisions.ts'
import { actsWithVote } from '../policy/procedures.ts'
import { decisionFrame, decisionOf, decisionPath } from './decision-of.ts'
import { showDecision } from './decision-page.tsx'
import { actsFor, type C, ownMembers } from './initiative-of.ts'

type Shown = Pick<Parameters<typeof ConfirmationPage>[0], 'values' | 'problems' | 'refusal'>

async function supportPage(c: C, shown: Shown, status: 200 | 409 | 422) {
  const { viewer, i18n } = c.var
  const { decision, members } = await c.var.read(async tx => {
    const asked = await decisionOf(c, tx)
    authorize(canSupport(viewer, asked) || shown.refusal !== undefined)
    return { decision: asked, members: await ownMembers(c, tx) }
  })
  const partners = members.filter(({ id }) =>
    viewer.capacities.some(({ membership, form }) => membership === id && form === 'agreement'),
  )
  const page = (
    <ConfirmationPage
      title={i18n.t('initiatives.decision.support')}
      lead={i18n.t('initiatives.decision.supportLead')}
      action={decisionPath(c, '/support')}
      confirm={i18n.t('initiatives.decision.supportNow')}
      {...decisionFrame(c, decision.number)}
      {...shown}
    >
      <CapacityField members={partners} label={i18n.t('initiatives.form.onBehalf')} />
      <TextArea name="statement" label={i18n.t('initiatives.ballot.statement')} rows={4} maxlength={4000} />
    </ConfirmationPage>
  )
  return c.var.page(page, { status })
}

/** A button of the decision's page for one of the viewer's members. */
async function forMember(
  c: C,
  may: typeof canBack,
  deed: (tx: Tx, about: { decision: string; membership: string }) => Promise<Outcome>,
  said: MessageKey,
) {
  const form = await readForm(c, backingForm)
  if (!form.ok) throw new Forbidden()
  const outcome = await c.var.write(async tx => {
    const decision = await decisionOf(c, tx)
    authorize(may(c.var.viewer, decision))
    return deed(tx, { decision: decision.id, membership: actsFor(c.var.viewer, form.data.membership) })
  })
  return outcome.ok ? c.var.seeOther(decisionPath(c), said) : showDecision(c, 409, outcome)
}

/** Support of partners, and backing of asking again. */
export const decisionSupportRoutes = umbrellaRoutes()
  .get('/decisions/:number/support', allow(actsForPartner), c => supportPage(c, {}, 200))

  .post('/decisions/:number/support', allow(actsForPartner), async c => {
    const form = await readForm(c, supportForm)
    if (!form.ok) return supportPage(c, form, 422)
    const { membership, statement } = form.data
    const outcome = await c.var.write(async tx => {
      const decision = await decisionOf(c, tx)
      authorize(!decision.secret)
      return supportDecision(tx, {
        ...{ decision: decision.id, membership: actsFor(c.var.viewer, membership) },
        statement: statement === null ? null : { [c.var.locale]: statement },
      })
    })
    if (!outcome.ok) return supportPage(c, { values: form.values, refusal: outcome }, 409)
    return c.var.seeOther(decisionPath(c), 'initiatives.said.supported')
  })

  .post('/decisions/:number/support/withdrawal', allow(actsForPartner), c =>
    forMember(c, canSupport, withdrawSupport, 'initiatives.said.supportWithdrawn'),
  )

  .post('/decisions/:number/backing', allow(actsWithVote), c =>
    forMember(c, canBack, backAskingAgain, 'initiatives.said.backed'),
  )

  .post('/decisions/:number/backing/withdrawal', allow(actsWithVote), c =>
    forMember(c, canBack, takeBackBacking, 'initiatives.said.backingTakenBack'),
  )
