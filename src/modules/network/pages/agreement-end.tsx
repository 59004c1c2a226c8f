import { DateField, type FormValues, type Problem, type RefusalShown, TextArea, usePage } from '#ui/index.ts'
import type { AgreementView } from '../queries/agreements.ts'
import { ConfirmationPage } from './confirmation.tsx'

type Props = {
  agreement: AgreementView
  values?: FormValues
  problems?: readonly Problem[]
  refusal?: RefusalShown
}

/** Asks before an agreement ends, and with its last one the partner's place in the coalition. */
export const AgreementEndPage = ({ agreement, ...shown }: Props) => {
  const { i18n, t } = usePage()
  const name = i18n.text(agreement.partner).value
  const path = `/agreements/${agreement.id}`
  return (
    <ConfirmationPage
      title={t('network.agreement.endTitle', { name })}
      lead={t('network.agreement.endLead')}
      crumbs={[
        { label: t('network.partners.title'), path: '/partners' },
        { label: name, path: `/partners/${agreement.membershipId}` },
        { label: i18n.text(agreement.title).value, path },
      ]}
      action={`${path}/end`}
      confirm={t('network.agreement.end')}
      danger
      back={path}
      {...shown}
    >
      <DateField
        name="day"
        label={t('network.agreement.endDay')}
        hint={t('network.agreement.endDayHint')}
        min={agreement.termFrom}
        max={agreement.today}
        required
      />
      <TextArea
        name="reason"
        label={t('network.agreement.endReason')}
        hint={t('network.agreement.endReasonHint')}
        rows={4}
        maxlength={2000}
        required
      />
    </ConfirmationPage>
  )
}
