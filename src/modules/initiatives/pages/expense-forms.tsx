import { ConfirmationPage, type NamedMember } from '#modules/network/index.ts'
import { acceptedEndings } from '#platform/files/index.ts'
import { DateField, FileField, SelectField, TextArea, TextField } from '#ui/index.ts'
import type { RealisationView } from '../queries/realisation.ts'
import type { ExpenseView, PledgeView } from '../queries/realisation-money.ts'
import { CapacityField } from './capacity-field.tsx'
import { type FormShown, useWay } from './realisation-forms.tsx'

type Base = FormShown & { realisation: RealisationView; members: readonly NamedMember[] }

type ReasonProps = Omit<Base, 'members'> & ({ pledge: PledgeView } | { expense: ExpenseView })

/** Something is taken back with the reason said: a promise that cannot be kept, an expense recorded by mistake. */
export const ReasonPage = ({ realisation, ...props }: ReasonProps) => {
  const { place, crumbs, t } = useWay(realisation)
  const { values, problems, refusal } = props
  const withdraws = 'pledge' in props
  return (
    <ConfirmationPage
      {...{ values, problems, refusal, crumbs }}
      title={t(withdraws ? 'initiatives.pledge.withdraw' : 'initiatives.expense.strike')}
      lead={t(withdraws ? 'initiatives.pledge.withdrawLead' : 'initiatives.expense.strikeLead', {
        what: withdraws ? props.pledge.what : props.expense.what,
      })}
      action={
        withdraws
          ? `${place}/pledges/${props.pledge.id}/withdrawal`
          : `${place}/expenses/${props.expense.id}/striking`
      }
      confirm={t(withdraws ? 'initiatives.pledge.withdrawConfirm' : 'initiatives.expense.strikeConfirm')}
      back={`${place}/pledges`}
      danger
    >
      <TextArea name="reason" label={t('initiatives.pledge.reason')} rows={3} maxlength={2000} required />
    </ConfirmationPage>
  )
}

/** What money was spent on, with its receipt. `pledges` are those of which money has come. */
export const ExpenseFormPage = ({
  realisation,
  members,
  pledges,
  ...shown
}: Base & { pledges: readonly PledgeView[] }) => {
  const { place, crumbs, t, i18n } = useWay(realisation)
  const options = pledges.map(({ id, member, given, spent, currency }) => ({
    value: id,
    label: t('initiatives.expense.pledgeOption', {
      member: i18n.text(member).value || t('initiatives.speaker.individual'),
      left: i18n.money((given ?? 0) - spent, currency ?? 'EUR'),
    }),
  }))
  return (
    <ConfirmationPage
      {...shown}
      title={t('initiatives.expense.add')}
      lead={t('initiatives.expense.lead')}
      crumbs={crumbs}
      action={`${place}/expenses`}
      confirm={t('initiatives.expense.confirm')}
      back={`${place}/pledges`}
      files
    >
      <CapacityField members={members} label={t('initiatives.realisation.forMember')} />
      <SelectField name="pledge" label={t('initiatives.expense.against')} options={options} required />
      <TextField name="what" label={t('initiatives.expense.what')} maxlength={500} required />
      <TextField
        name="amount"
        label={t('initiatives.pledge.count.money')}
        hint={t('initiatives.pledge.sumHint')}
        width="short"
        inputmode="decimal"
        required
      />
      <DateField name="spentOn" label={t('initiatives.expense.spentOn')} required />
      <FileField
        name="receipt"
        label={t('initiatives.expense.receipt')}
        hint={t('initiatives.expense.receiptHint')}
        accept={acceptedEndings}
        required
      />
      <TextArea
        name="overReason"
        label={t('initiatives.expense.overReason')}
        hint={t('initiatives.expense.overHint')}
        rows={3}
        maxlength={2000}
      />
    </ConfirmationPage>
  )
}
