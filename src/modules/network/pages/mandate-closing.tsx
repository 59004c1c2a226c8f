import { type FormValues, type Problem, type RefusalShown, TextArea, usePage } from '#ui/index.ts'
import type { MandateView, MembershipView } from '../queries/memberships.ts'
import { ConfirmationPage } from './confirmation.tsx'

/** How a mandate is closed: refused before it holds, ended, or proposed to a second coordinator to be ended. */
export type Closing = 'refuse' | 'end' | 'propose-end'

const words = {
  refuse: {
    title: 'network.mandate.refuseTitle',
    lead: 'network.mandate.refuseLead',
    confirm: 'network.mandate.refuseNow',
  },
  end: {
    title: 'network.mandate.endTitle',
    lead: 'network.mandate.endLead',
    confirm: 'network.mandate.endNow',
  },
  'propose-end': {
    title: 'network.mandate.endTitle',
    lead: 'network.mandate.proposeEndLead',
    confirm: 'network.mandate.proposeEnd',
  },
} as const

type Props = {
  membership: MembershipView
  mandate: MandateView
  closing: Closing
  values?: FormValues
  problems?: readonly Problem[]
  refusal?: RefusalShown
}

/** Asks why before a mandate is refused or ended. */
export const MandateClosingPage = ({ membership, mandate, closing, ...shown }: Props) => {
  const { i18n, t } = usePage()
  const person = mandate.person || t('network.mandate.unnamed')
  const name = i18n.text(membership.name).value
  const { title, lead, confirm } = words[closing]
  const path = `/mandates/${mandate.id}`
  return (
    <ConfirmationPage
      title={t(title, { person })}
      lead={t(lead, { name })}
      crumbs={[
        { label: name, path: `/memberships/${membership.id}` },
        { label: t('network.mandate.pageTitle', { person }), path },
      ]}
      action={`${path}/${closing === 'refuse' ? 'refusal' : 'ending'}`}
      confirm={t(confirm)}
      danger
      back={path}
      {...shown}
    >
      <TextArea name="reason" label={t('network.mandate.reason')} rows={3} maxlength={2000} required />
    </ConfirmationPage>
  )
}
