import { ConfirmationPage } from '#modules/network/index.ts'
import { allow } from '#platform/http/access.ts'
import { found } from '#platform/http/errors.ts'
import { readForm } from '#platform/http/form.ts'
import { idParam, idQuery } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { isInside, isSignedIn } from '#platform/http/viewer.ts'
import { DateField, HiddenField, TextArea } from '#ui/index.ts'
import { remarkOnBody, settleRemark, stateSuccession } from '../actions/keep-body.ts'
import { proposeSuccession } from '../actions/propose-succession.ts'
import { remarkForm, successionForm } from '../forms/bodies.ts'
import { ChooseBodyPage } from '../pages/new-letter.tsx'
import { findBodies, findBody } from '../queries/bodies.ts'
import { ownBody, showBody, type Told } from './bodies.tsx'
import type { C } from './letter-of.ts'

async function showSuccession(c: C, told: Told & { successor?: string }, status: 200 | 409 | 422 = 200) {
  const { i18n } = c.var
  const body = await ownBody(c)
  const at = `/bodies/${body.id}/succession`
  const title = i18n.t('authorities.body.succeed')
  const chosen = told.successor ? await c.var.read(tx => findBody(tx, told.successor!)) : null
  if (!chosen) {
    const words = c.req.query('q') ?? ''
    const bodies = await c.var.read(tx =>
      findBodies(tx, { words, kind: null, country: null, region: null }, c.var.i18n.locale),
    )
    const choose = (successor: string) => `${at}?successor=${successor}`
    return c.var.page(<ChooseBodyPage {...bodies} {...{ words, title, choose }} path={at} />)
  }
  return c.var.page(
    <ConfirmationPage
      title={title}
      lead={i18n.t('authorities.body.succeedLead', {
        body: i18n.text(body.name).value,
        successor: i18n.text(chosen.name).value,
      })}
      crumbs={[{ label: i18n.text(body.name).value, path: `/bodies/${body.id}` }]}
      action={at}
      confirm={i18n.t('authorities.body.succeedNow')}
      back={`/bodies/${body.id}`}
      {...told}
    >
      <HiddenField name="successor" value={chosen.id} />
      <DateField name="since" label={i18n.t('authorities.body.since')} required />
      <TextArea name="ground" label={i18n.t('authorities.body.ground')} rows={2} maxlength={500} required />
    </ConfirmationPage>,
    { status },
  )
}

export const bodyChangeRoutes = umbrellaRoutes()
  .get('/bodies/:id/succession', allow(isSignedIn), c =>
    showSuccession(c, { successor: idQuery(c, 'successor') ?? undefined }),
  )

  .post('/bodies/:id/succession', allow(isSignedIn), async c => {
    const { id, mine } = await ownBody(c)
    const form = await readForm(c, successionForm)
    const successor = String(form.values.successor ?? '')
    if (!form.ok) return showSuccession(c, { ...form, successor }, 422)
    const outcome = await c.var.write(tx =>
      mine
        ? stateSuccession(tx, { body: id, ...form.data })
        : proposeSuccession(tx, c.var.viewer, { body: id, ...form.data }),
    )
    if (!outcome.ok) return showSuccession(c, { values: form.values, refusal: outcome, successor }, 409)
    const said = mine ? 'authorities.said.bodySaved' : 'authorities.said.successorProposed'
    return c.var.seeOther(`/bodies/${id}`, said)
  })

  .post('/bodies/:id/remarks', allow(isInside), async c => {
    const form = await readForm(c, remarkForm)
    if (!form.ok) return showBody(c, form, 422)
    await c.var.write(async tx => remarkOnBody(tx, found(await findBody(tx, idParam(c))).id, form.data.text))
    return c.var.seeOther(`/bodies/${idParam(c)}`, 'authorities.said.bodyRemarked')
  })

  .post('/bodies/:id/remarks/:remark/settlement', allow(isSignedIn), async c => {
    const { id } = await ownBody(c)
    await c.var.write(tx => settleRemark(tx, idParam(c, 'remark')))
    return c.var.seeOther(`/bodies/${id}`, 'authorities.said.bodySaved')
  })
