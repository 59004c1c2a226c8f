import type { Tx } from '#platform/database/scope.ts'
import { signedIn } from '#platform/http/access.ts'
import { authorize, found } from '#platform/http/errors.ts'
import { readForm } from '#platform/http/form.ts'
import { idParam } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { endTerm, inviteColleague, nameFirstOfficer } from '../actions/name-officer.ts'
import { firstOfficerForm, officerForm } from '../forms/desk.ts'
import { OfficersPage, type OfficersProps } from '../pages/officers.tsx'
import { canNameFirstOfficer, keepsOfficers, seesOfficersPage } from '../policy/officers.ts'
import { colleaguesOf, officersBody } from '../queries/officers.ts'
import type { C } from './letter-of.ts'

type Shown = Pick<OfficersProps, 'values' | 'problems' | 'refusal'>

async function bodyOf(c: C, tx: Tx) {
  const body = found(await officersBody(tx, idParam(c)))
  authorize(seesOfficersPage(c.var.viewer, body))
  return body
}

async function show(c: C, shown: Shown = {}, status: 200 | 409 | 422 = 200) {
  const view = await c.var.read(async tx => {
    const body = await bodyOf(c, tx)
    return { body, colleagues: body.own ? await colleaguesOf(tx, [body.id]) : [] }
  })
  return c.var.page(<OfficersPage {...view} viewer={c.var.viewer} {...shown} />, { status })
}

const here = (c: C) => `/bodies/${idParam(c)}/officers`

async function invite(c: C) {
  const form = await readForm(c, officerForm)
  if (!form.ok) return show(c, form, 422)
  const outcome = await c.var.write(async tx => {
    const body = await bodyOf(c, tx)
    authorize(keepsOfficers(body))
    return inviteColleague(c.var.platform, tx, body.id, form.data)
  })
  if (!outcome.ok) return show(c, { values: form.values, refusal: outcome }, 409)
  return c.var.seeOther(here(c), 'authorities.desk.said.invited')
}

async function propose(c: C) {
  const form = await readForm(c, firstOfficerForm)
  if (!form.ok) return show(c, form, 422)
  const outcome = await c.var.write(async tx => {
    const body = await bodyOf(c, tx)
    authorize(canNameFirstOfficer(c.var.viewer, body))
    return nameFirstOfficer(c.var.platform, tx, c.var.viewer, { body: body.id, ...form.data })
  })
  if (!outcome.ok) return show(c, { values: form.values, refusal: outcome }, 409)
  return c.var.seeOther(here(c), 'authorities.desk.said.proposed')
}

/** Who answers for a public body, and how one begins or stops to. */
export const officerRoutes = umbrellaRoutes()
  .get('/bodies/:id/officers', signedIn, c => show(c))

  .post('/bodies/:id/officers', signedIn, async c => {
    const body = await c.var.read(tx => bodyOf(c, tx))
    return keepsOfficers(body) ? invite(c) : propose(c)
  })

  .post('/bodies/:id/officers/:person/end', signedIn, async c => {
    const ended = await c.var.write(async tx => {
      const body = await bodyOf(c, tx)
      authorize(keepsOfficers(body))
      return endTerm(tx, body.id, idParam(c, 'person'))
    })
    if (!ended) return show(c, { refusal: { reason: 'authorities.desk.officers.endedAlready' } }, 409)
    const own = idParam(c, 'person') === c.var.viewer.account
    return c.var.seeOther(own ? '/desk' : here(c), 'authorities.desk.said.ended')
  })
