import { type FormValues, type Problem, RadioGroup, type RefusalShown, TextArea, usePage } from '#ui/index.ts'
import type { ListingView } from '../queries/aid.ts'
import { ConfirmationPage } from './confirmation.tsx'

/** Whether it helped, and what came of it. */
export const OutcomeFields = () => {
  const { t } = usePage()
  return (
    <>
      <RadioGroup
        name="useful"
        label={t('network.aid.useful')}
        options={[
          { value: 'yes', label: t('network.aid.usefulYes') },
          { value: 'no', label: t('network.aid.usefulNo') },
        ]}
      />
      <TextArea
        name="outcome"
        label={t('network.aid.outcome')}
        hint={t('network.aid.outcomeHint')}
        rows={4}
        maxlength={2000}
      />
    </>
  )
}

type Props = {
  listing: ListingView
  values?: FormValues
  problems?: readonly Problem[]
  refusal?: RefusalShown
}

/** The need or offer is no longer there: with what came of it, or withdrawn. */
export const ListingSettlementPage = ({ listing, ...shown }: Props) => {
  const { t } = usePage()
  const path = `/aid/${listing.id}`
  return (
    <ConfirmationPage
      title={t('network.aid.settleTitle', { title: listing.title })}
      lead={t('network.aid.settleLead')}
      crumbs={[
        { label: t('network.aid.title'), path: '/aid' },
        { label: listing.title, path },
      ]}
      action={`${path}/settlement`}
      confirm={t('network.aid.settleConfirm')}
      back={path}
      {...shown}
    >
      <RadioGroup
        name="status"
        label={t('network.aid.settleHow')}
        options={[
          { value: 'closed', label: t('network.aid.settleClosed') },
          { value: 'withdrawn', label: t('network.aid.settleWithdrawn') },
        ]}
        required
      />
      <OutcomeFields />
    </ConfirmationPage>
  )
}
