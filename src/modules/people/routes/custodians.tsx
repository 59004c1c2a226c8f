import type { Tx } from '#platform/database/scope.ts'
import { allow } from '#platform/http/access.ts'
import { type FormValues, type Problem, readForm } from '#platform/http/form.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { proposeAct } from '../actions/propose-act.ts'
import { custodiansForm } from '../forms/recovery.ts'
import { CustodiansPage } from '../pages/custodians.tsx'
import { takesPartInActs } from '../policy.ts'
import { custodianCandidates } from '../queries/recovery.ts'

const here = '/vault/custodians'

const proposal = async (tx: Tx, values: FormValues, problems: readonly Problem[] = []) => (
  <CustodiansPage candidates={await custodianCandidates(tx)} values={values} problems={problems} />
)

/** Proposing who keeps the shares of the recovery key. */
export const custodianRoutes = umbrellaRoutes()
  .get(here, allow(takesPartInActs), async c => c.var.page(await c.var.read(tx => proposal(tx, {}))))
  .post(here, allow(takesPartInActs), async c => {
    const form = await readForm(c, custodiansForm)
    const again = (problems: readonly Problem[]) => c.var.read(tx => proposal(tx, form.values, problems))
    if (!form.ok) return c.var.page(await again(form.problems), { status: 422 })
    const { custodians, reason } = form.data
    const known = await c.var.read(custodianCandidates)
    if (!custodians.every(person => known.some(({ id }) => id === person))) {
      const problems = [{ field: 'custodians', message: 'platform.vault.custodiansNotApart' as const }]
      return c.var.page(await again(problems), { status: 409 })
    }
    const { umbrella, viewer } = c.var
    const kind = 'people.appoint_custodians'
    const act = { kind, subject: umbrella.id, payload: { custodians }, reason, about: custodians } as const
    const outcome = await c.var.write(tx => proposeAct(tx, viewer, act))
    if (outcome.ok) return c.var.seeOther('/acts', 'people.said.custodiansProposed')
    return c.var.page(await again([{ field: '', message: outcome.reason }]), { status: 409 })
  })
