import { type FormValues, type Problem, type RefusalShown, TextArea, usePage } from '#ui/index.ts'
import type { ApplicationView } from '../queries/applications.ts'
import { ConfirmationPage } from './confirmation.tsx'

type Props = {
  application: ApplicationView
  refusal?: RefusalShown
  values?: FormValues
  problems?: readonly Problem[]
}

/** Asks before an application is taken back. */
export const WithdrawalPage = ({ application, ...shown }: Props) => {
  const { i18n, t } = usePage()
  const path = `/applications/${application.id}`
  return (
    <ConfirmationPage
      title={t('network.withdrawal.title')}
      lead={t('network.withdrawal.lead')}
      crumbs={[{ label: i18n.text(application.name).value, path }]}
      action={`${path}/withdrawal`}
      confirm={t('network.withdrawal.confirm')}
      danger
      back={path}
      {...shown}
    >
      <TextArea
        name="reason"
        label={t('network.withdrawal.reason')}
        hint={t('network.withdrawal.reasonHint')}
        rows={3}
        maxlength={2000}
      />
    </ConfirmationPage>
  )
}
