import type { Tx } from '#platform/database/scope.ts'
import { signedIn } from '#platform/http/access.ts'
import { authorize } from '#platform/http/errors.ts'
import { readForm } from '#platform/http/form.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { refuse } from '#platform/refusal.ts'
import { apply } from '../actions/form-council.ts'
import { applicationForm } from '../forms/formation.ts'
import { ApplicationFields } from '../pages/formation-forms.tsx'
import { CouncilForm, type Filled } from '../pages/seats.tsx'
import { canApply, mayKeep } from '../policy/councils.ts'
import { choices } from '../queries/choices.ts'
import { type C, councilOf } from './council-of.ts'
import { formationOf, showFormation } from './formation.tsx'

/** For which members the viewer may apply: all of them for who keeps the council. */
async function applying(c: C, tx: Tx) {
  const formation = await formationOf(c, tx)
  const keeps = mayKeep(c.var.viewer, formation)
  authorize(keeps || c.var.viewer.capacities.length > 0)
  const own = new Set(c.var.viewer.capacities.map(({ membership }) => membership))
  const members = (await choices(tx)).members.filter(({ id }) => keeps || own.has(id))
  const named = members.map(({ id, name }) => ({ value: id, label: c.var.i18n.text(name).value }))
  return { formation, keeps, members: named }
}

async function show(c: C, shown: Filled = {}, status: 200 | 409 | 422 = 200) {
  const { council, keeps, members, formation } = await c.var.read(async tx => ({
    council: await councilOf(c, tx),
    ...(await applying(c, tx)),
  }))
  if (!canApply(c.var.viewer, formation))
    return showFormation(c, { ok: false, reason: 'councils.formation.callClosed' })
  const at = `/councils/${council.slug}/formation`
  const { t } = c.var.i18n
  const title = t(keeps ? 'councils.application.enter' : 'councils.application.apply')
  const page = { title, lead: t('councils.application.lead'), confirm: t('councils.application.send') }
  return c.var.page(
    <CouncilForm
      council={council}
      {...page}
      action={`${at}/application`}
      back={at}
      {...shown}
      children={<ApplicationFields members={members} keeps={keeps} />}
    />,
    { status },
  )
}

export const councilApplicationRoutes = umbrellaRoutes()
  .get('/councils/:slug/formation/application', signedIn, c => show(c))
  .post('/councils/:slug/formation/application', signedIn, async c => {
    const form = await readForm(c, applicationForm)
    if (!form.ok) return show(c, form, 422)
    const outcome = await c.var.write(async tx => {
      const { formation, keeps, members } = await applying(c, tx)
      const { membership } = form.data
      const member = members.find(({ value }) => value === membership)
      if (membership !== null && !member) return refuse('councils.formation.notYourMember')
      authorize(keeps || member !== undefined)
      return apply(tx, formation.id, {
        ...form.data,
        organisation: member?.label ?? form.data.organisation ?? '',
      })
    })
    if (!outcome.ok) return show(c, { values: form.values, refusal: outcome }, 409)
    return c.var.seeOther(`/councils/${c.req.param('slug')}/formation`, 'councils.said.applied')
  })
