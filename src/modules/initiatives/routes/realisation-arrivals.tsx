import { allow } from '#platform/http/access.ts'
import { authorize } from '#platform/http/errors.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { capacityFor } from '#platform/http/viewer.ts'
import { confirmPledge, withdrawPledge } from '../actions/make-pledge.ts'
import { reasonForm, receivedForm } from '../forms/realisation.ts'
import { ReasonPage } from '../pages/expense-forms.tsx'
import { ArrivalPage } from '../pages/pledge-forms.tsx'
import { canTakePart, canWork, receiving } from '../policy/realisation.ts'
import type { RealisationView } from '../queries/realisation.ts'
import type { PledgeView } from '../queries/realisation-money.ts'
import { type C, type FormOf, handIn, press, pressing, showForm } from './realisation-desk.tsx'
import { pledgeOf, storedKind, toPledges, written } from './realisation-pledges.tsx'
import { showPledges } from './realisations.tsx'

// The giver's own people reach the refusal, not a closed door.
const receiver = (c: C, realisation: RealisationView, { membershipId }: PledgeView): string =>
  receiving(c.var.viewer, realisation, membershipId)[0] ?? pressing(c, realisation)

const arrivalPage =
  (c: C): FormOf =>
  async (tx, realisation, shown) => {
    const pledge = await pledgeOf(c, tx, realisation)
    authorize(canWork(c.var.viewer, realisation))
    const values = { given: written(pledge.amount, pledge.kind) }
    return <ArrivalPage {...{ realisation, pledge }} values={values} {...shown} />
  }

const withdrawalPage =
  (c: C): FormOf =>
  async (tx, realisation, shown) => {
    const pledge = await pledgeOf(c, tx, realisation)
    authorize(capacityFor(c.var.viewer, pledge.membershipId) !== undefined)
    return <ReasonPage {...{ realisation, pledge }} {...shown} />
  }

/** What becomes of a promise: it comes, or it is withdrawn. */
export const realisationArrivalRoutes = umbrellaRoutes()
  .get('/realisations/:number/pledges/:id/arrival', allow(canTakePart), c =>
    showForm(c, canTakePart, arrivalPage(c)),
  )
  .post('/realisations/:number/pledges/:id/arrival', allow(canTakePart), async c =>
    handIn(c, {
      may: canTakePart,
      schema: receivedForm(await storedKind(c)),
      form: arrivalPage(c),
      act: async (tx, realisation, { given }) => {
        const pledge = await pledgeOf(c, tx, realisation)
        const by = receiver(c, realisation, pledge)
        return confirmPledge(tx, { realisation: realisation.id, pledge: pledge.id, by, given })
      },
      ...toPledges,
    }),
  )
  .post('/realisations/:number/pledges/:id/arrival/undoing', allow(canTakePart), c =>
    press(c, {
      act: async (tx, realisation) => {
        const pledge = await pledgeOf(c, tx, realisation)
        const by = receiver(c, realisation, pledge)
        return confirmPledge(tx, { realisation: realisation.id, pledge: pledge.id, by, given: null })
      },
      page: showPledges,
      ...toPledges,
    }),
  )
  .get('/realisations/:number/pledges/:id/withdrawal', allow(canTakePart), c =>
    showForm(c, canTakePart, withdrawalPage(c)),
  )
  .post('/realisations/:number/pledges/:id/withdrawal', allow(canTakePart), c =>
    handIn(c, {
      may: canTakePart,
      schema: reasonForm,
      form: withdrawalPage(c),
      act: async (tx, realisation, { reason }) => {
        const { id, membershipId } = await pledgeOf(c, tx, realisation)
        authorize(capacityFor(c.var.viewer, membershipId) !== undefined)
        return withdrawPledge(tx, { realisation: realisation.id, pledge: id, by: membershipId, reason })
      },
      ...toPledges,
    }),
  )
