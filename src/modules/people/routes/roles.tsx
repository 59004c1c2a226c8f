import type { Tx } from '#platform/database/scope.ts'
import { allow } from '#platform/http/access.ts'
import { type FormValues, type Problem, readForm } from '#platform/http/form.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { proposeRole } from '../actions/propose-role.ts'
import { roleForm } from '../forms/roles.ts'
import { ProposeRolePage, RolesPage } from '../pages/roles.tsx'
import { seesRoles, takesPartInActs } from '../policy.ts'
import { heldRoles, peopleOfUmbrella } from '../queries/roles.ts'

const proposal = async (tx: Tx, values: FormValues, problems: readonly Problem[] = []) => (
  <ProposeRolePage people={await peopleOfUmbrella(tx)} values={values} problems={problems} />
)

export const rolesRoutes = umbrellaRoutes()
  .get('/roles', allow(seesRoles), async c => {
    const held = await c.var.read(heldRoles)
    return c.var.page(<RolesPage held={held} proposes={takesPartInActs(c.var.viewer)} />)
  })
  .get('/roles/proposal', allow(takesPartInActs), async c => {
    const { act, person, role } = c.req.query()
    return c.var.page(await c.var.read(tx => proposal(tx, { act: act ?? 'grant', person, role })))
  })
  .post('/roles/proposal', allow(takesPartInActs), async c => {
    const form = await readForm(c, roleForm)
    const again = (problems: readonly Problem[]) => c.var.read(tx => proposal(tx, form.values, problems))
    if (!form.ok) return c.var.page(await again(form.problems), { status: 422 })
    const outcome = await c.var.write(tx => proposeRole(tx, c.var.viewer, form.data))
    if (outcome.ok) return c.var.seeOther('/acts', 'people.said.actProposed')
    return c.var.page(await again([{ field: '', message: outcome.reason }]), { status: 409 })
  })
