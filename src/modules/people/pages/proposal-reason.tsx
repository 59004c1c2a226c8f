import { Actions, Button, TextArea, usePage } from '#ui/index.ts'

/** The end of a form that proposes an act: why, for the coordinator of another member who confirms it, and the button. */
export const ProposalReason = () => {
  const { t } = usePage()
  return (
    <>
      <TextArea
        name="reason"
        label={t('people.roles.reason')}
        hint={t('people.roles.reasonHint')}
        maxlength={4000}
        rows={4}
        required
      />
      <Actions>
        <Button look="primary">{t('people.roles.send')}</Button>
      </Actions>
    </>
  )
}
