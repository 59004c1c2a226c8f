import { ConfirmationPage } from '#modules/network/index.ts'
import type { Tx } from '#platform/database/scope.ts'
import { allow, open, signedIn } from '#platform/http/access.ts'
import { authorize, found } from '#platform/http/errors.ts'
import { readForm } from '#platform/http/form.ts'
import { idParam } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { keepReception, noteContact } from '../actions/keep-reception.ts'
import { receptionForm } from '../forms/councils.ts'
import { contactForm } from '../forms/sessions.ts'
import { DelegationPage } from '../pages/delegation.tsx'
import { LiaisonPage, LiaisonsPage, ReceptionFields } from '../pages/liaisons.tsx'
import type { Filled } from '../pages/seats.tsx'
import { mayKeep, seesInside } from '../policy/councils.ts'
import { delegation } from '../queries/delegation.ts'
import { contactsOf, type Liaison, listLiaisons } from '../queries/liaisons.ts'
import { type C, partsOf } from './council-of.ts'

const liaisonOf = async (c: C, tx: Tx): Promise<Liaison> => found((await listLiaisons(tx, idParam(c)))[0])

async function keptLiaison(c: C, tx: Tx): Promise<Liaison> {
  const liaison = await liaisonOf(c, tx)
  authorize(mayKeep(c.var.viewer, liaison))
  return liaison
}

async function showLiaison(c: C, shown: Filled = {}, status: 200 | 422 = 200) {
  const page = await c.var.read(async tx => {
    const liaison = await liaisonOf(c, tx)
    return { liaison, contacts: liaison.keeps ? await contactsOf(tx, liaison.id) : [] }
  })
  return c.var.page(<LiaisonPage {...page} {...shown} />, { status })
}

async function showReception(c: C, shown?: Filled, status: 200 | 422 = 200) {
  const liaison = await c.var.read(tx => keptLiaison(c, tx))
  const { t } = c.var.i18n
  const at = `/liaisons/${liaison.id}`
  const { hours, address, phone, email } = liaison
  const stored = {
    ...partsOf('hours', hours),
    address: address ?? '',
    phone: phone ?? '',
    email: email ?? '',
  }
  return c.var.page(
    <ConfirmationPage
      title={t('councils.liaison.change')}
      lead={t('councils.liaison.changeLead')}
      crumbs={[{ label: t('councils.liaison.title'), path: '/liaisons' }]}
      action={`${at}/reception`}
      confirm={t('councils.form.save')}
      back={at}
      values={stored}
      {...shown}
    >
      <ReceptionFields />
    </ConfirmationPage>,
    { status },
  )
}

export const delegationRoutes = umbrellaRoutes()
  .get('/delegation', allow(seesInside), async c => {
    const delegates = await c.var.read(delegation)
    return c.var.page(<DelegationPage delegates={delegates} />)
  })
  .get('/liaisons', open, async c => {
    const liaisons = await c.var.read(tx => listLiaisons(tx))
    return c.var.page(<LiaisonsPage liaisons={liaisons} />)
  })
  .get('/liaisons/:id', open, c => showLiaison(c))
  .get('/liaisons/:id/reception', signedIn, c => showReception(c))
  .post('/liaisons/:id/reception', signedIn, async c => {
    const form = await readForm(c, receptionForm)
    if (!form.ok) return showReception(c, form, 422)
    await c.var.write(async tx => keepReception(tx, (await keptLiaison(c, tx)).id, form.data))
    return c.var.seeOther(`/liaisons/${idParam(c)}`, 'councils.said.changed')
  })
  .post('/liaisons/:id/contacts', signedIn, async c => {
    const form = await readForm(c, contactForm)
    await c.var.read(tx => keptLiaison(c, tx))
    if (!form.ok) return showLiaison(c, form, 422)
    await c.var.write(async tx => noteContact(tx, (await keptLiaison(c, tx)).id, form.data))
    return c.var.seeOther(`/liaisons/${idParam(c)}`, 'councils.said.contactNoted')
  })
