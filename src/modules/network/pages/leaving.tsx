import { DateField, type FormValues, type Problem, type RefusalShown, TextArea, usePage } from '#ui/index.ts'
import type { MembershipView } from '../queries/memberships.ts'
import { ConfirmationPage } from './confirmation.tsx'

type Props = {
  membership: MembershipView
  /** The days on which one may leave, ISO. */
  days: { first: string; last: string }
  values?: FormValues
  problems?: readonly Problem[]
  refusal?: RefusalShown
}

/** Asks before a member leaves: when, why, and what ends with it. */
export const LeavingPage = ({ membership, days, ...shown }: Props) => {
  const { i18n, t } = usePage()
  const name = i18n.text(membership.name).value
  const path = `/memberships/${membership.id}`
  return (
    <ConfirmationPage
      title={t('network.leaving.title', { name })}
      lead={t(membership.form === 'individual' ? 'network.leaving.leadIndividual' : 'network.leaving.lead')}
      crumbs={[
        { label: t('network.memberships.title'), path: '/memberships' },
        { label: name, path },
      ]}
      action={`${path}/leaving`}
      confirm={t('network.leaving.confirm')}
      danger
      back={path}
      {...shown}
    >
      <DateField
        name="on"
        label={t('network.leaving.on')}
        hint={t('network.leaving.onHint')}
        min={days.first}
        max={days.last}
        required
      />
      <TextArea
        name="reason"
        label={t('network.leaving.reason')}
        hint={t('network.leaving.reasonHint')}
        rows={4}
        maxlength={2000}
        required
      />
    </ConfirmationPage>
  )
}
