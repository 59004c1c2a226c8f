import { ConfirmationPage, uploaded } from '#modules/network/index.ts'
import { allow } from '#platform/http/access.ts'
import { authorize } from '#platform/http/errors.ts'
import { readForm } from '#platform/http/form.ts'
import { idParam, numberParam } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { refuse } from '#platform/refusal.ts'
import { TextArea } from '#ui/index.ts'
import { attachFile, removeAttachment } from '../actions/keep-attachments.ts'
import { adoptInitiative, withdrawInitiative } from '../actions/withdraw-initiative.ts'
import { adoptionForm, withdrawalForm } from '../forms/discussion.ts'
import { CapacityField } from '../pages/capacity-field.tsx'
import { adoptingCapacities, canInitiate, canWithdraw, ownsInitiative } from '../policy/initiatives.ts'
import { actsFor, type C, initiativeOf, ownMembers } from './initiative-of.ts'
import { showInitiative } from './initiative-page.tsx'

const at = (c: C, place = '') => `/initiatives/${numberParam(c)}${place}`

type Shown = Pick<Parameters<typeof ConfirmationPage>[0], 'values' | 'problems' | 'refusal'>

async function withdrawalPage(c: C, shown: Shown, status: 200 | 409 | 422) {
  const initiative = await c.var.read(tx => initiativeOf(c, tx))
  authorize(canWithdraw(c.var.viewer, initiative) || shown.refusal !== undefined)
  const { t, text } = c.var.i18n
  const page = (
    <ConfirmationPage
      title={t('initiatives.withdrawal.title')}
      lead={t(
        initiative.status === 'decision'
          ? 'initiatives.withdrawal.leadDecision'
          : 'initiatives.withdrawal.lead',
      )}
      crumbs={[
        { label: t('initiatives.list.title'), path: '/initiatives' },
        { label: text(initiative.title).value, path: at(c) },
      ]}
      action={at(c, '/withdrawal')}
      confirm={t('initiatives.withdrawal.confirm')}
      danger
      back={at(c)}
      {...shown}
    >
      <TextArea name="reason" label={t('initiatives.withdrawal.reason')} required maxlength={4000} />
    </ConfirmationPage>
  )
  return c.var.page(page, { status })
}

async function adoptionPage(c: C, shown: Shown, status: 200 | 409 | 422) {
  const { initiative, members } = await c.var.read(async tx => {
    const initiative = await initiativeOf(c, tx)
    return { initiative, members: await ownMembers(c, tx) }
  })
  const adopting = adoptingCapacities(c.var.viewer, initiative).map(({ membership }) => membership)
  authorize(adopting.length > 0 || shown.refusal !== undefined)
  const { t, text } = c.var.i18n
  const page = (
    <ConfirmationPage
      title={t('initiatives.adoption.adopt')}
      lead={t('initiatives.adoption.lead')}
      crumbs={[
        { label: t('initiatives.list.title'), path: '/initiatives' },
        { label: text(initiative.title).value, path: at(c) },
      ]}
      action={at(c, '/adoption')}
      confirm={t('initiatives.adoption.confirm')}
      back={at(c)}
      {...shown}
    >
      <CapacityField
        members={members.filter(({ id }) => adopting.includes(id))}
        label={t('initiatives.form.onBehalf')}
      />
    </ConfirmationPage>
  )
  return c.var.page(page, { status })
}

export const withdrawalRoutes = umbrellaRoutes()
  .get('/initiatives/:number/withdrawal', allow(canInitiate), c => withdrawalPage(c, {}, 200))

  .post('/initiatives/:number/withdrawal', allow(canInitiate), async c => {
    const form = await readForm(c, withdrawalForm)
    if (!form.ok) return withdrawalPage(c, form, 422)
    const outcome = await c.var.write(async tx => {
      const initiative = await initiativeOf(c, tx)
      authorize(ownsInitiative(c.var.viewer, initiative))
      const { reason } = form.data
      return withdrawInitiative(tx, { initiative: initiative.id, reason, locale: c.var.locale })
    })
    if (!outcome.ok) return withdrawalPage(c, { values: form.values, refusal: outcome }, 409)
    return c.var.seeOther(
      at(c),
      outcome.until ? 'initiatives.said.withdrawalAnnounced' : 'initiatives.said.withdrawn',
    )
  })

  .get('/initiatives/:number/adoption', allow(canInitiate), c => adoptionPage(c, {}, 200))

  .post('/initiatives/:number/adoption', allow(canInitiate), async c => {
    const form = await readForm(c, adoptionForm)
    if (!form.ok) return adoptionPage(c, form, 422)
    const outcome = await c.var.write(async tx => {
      const initiative = await initiativeOf(c, tx)
      const membership = actsFor(c.var.viewer, form.data.membership)
      return adoptInitiative(tx, { initiative: initiative.id, membership })
    })
    if (!outcome.ok) return adoptionPage(c, { values: form.values, refusal: outcome }, 409)
    return c.var.seeOther(at(c), 'initiatives.said.adopted')
  })

  .post('/initiatives/:number/attachments', allow(canInitiate), async c => {
    const file = await uploaded(c, 'file')
    const outcome = await c.var.write(async tx => {
      const initiative = await initiativeOf(c, tx)
      authorize(ownsInitiative(c.var.viewer, initiative))
      if (!file) return refuse('platform.file.empty')
      const handedIn = { name: file.name, bytes: file }
      return attachFile(tx, { id: initiative.id, membership: initiative.membershipId, handedIn })
    })
    if (!outcome.ok) return showInitiative(c, 409, { refusal: outcome })
    return c.var.seeOther(at(c, '#attachments'), 'initiatives.said.attached')
  })

  .post('/initiatives/:number/attachments/:attachment/removal', allow(canInitiate), async c => {
    const outcome = await c.var.write(async tx => {
      const initiative = await initiativeOf(c, tx)
      authorize(ownsInitiative(c.var.viewer, initiative))
      const attachment = idParam(c, 'attachment')
      return removeAttachment(tx, { id: initiative.id, membership: initiative.membershipId, attachment })
    })
    if (!outcome.ok) return showInitiative(c, 409, { refusal: outcome })
    return c.var.seeOther(at(c, '#attachments'), 'initiatives.said.attachmentRemoved')
  })
