import { type FormValues, type Problem, type RefusalShown, TextArea, usePage } from '#ui/index.ts'
import type { MembershipView } from '../queries/memberships.ts'
import { ConfirmationPage } from './confirmation.tsx'

/** What coordinators can propose to each other about a membership. */
export type MembershipAct =
  | 'network.end_membership'
  | 'network.suspend_membership'
  | 'network.reactivate_membership'

const words = {
  'network.end_membership': {
    title: 'network.act.endTitle',
    lead: 'network.act.endLead',
    confirm: 'network.act.proposeEnd',
    path: 'ending',
  },
  'network.suspend_membership': {
    title: 'network.act.suspendTitle',
    lead: 'network.act.suspendLead',
    confirm: 'network.act.proposeSuspension',
    path: 'suspension',
  },
  'network.reactivate_membership': {
    title: 'network.act.reactivateTitle',
    lead: 'network.act.reactivateLead',
    confirm: 'network.act.proposeReactivation',
    path: 'reactivation',
  },
} as const

type Props = {
  act: MembershipAct
  membership: MembershipView
  values?: FormValues
  problems?: readonly Problem[]
  refusal?: RefusalShown
}

/** A coordinator says why; a second one will decide. */
export const MembershipActPage = ({ act, membership, ...shown }: Props) => {
  const { i18n, t } = usePage()
  const name = i18n.text(membership.name).value
  const back = `/memberships/${membership.id}`
  const { title, lead, confirm, path } = words[act]
  return (
    <ConfirmationPage
      title={t(title, { name })}
      lead={t(lead)}
      crumbs={[
        { label: t('network.memberships.title'), path: '/memberships' },
        { label: name, path: back },
      ]}
      action={`${back}/${path}`}
      confirm={t(confirm)}
      danger={act !== 'network.reactivate_membership'}
      back={back}
      {...shown}
    >
      <TextArea
        name="reason"
        label={t('network.act.reason')}
        hint={t('network.act.reasonHint')}
        rows={4}
        maxlength={2000}
        required
      />
    </ConfirmationPage>
  )
}
