import { usePage } from '#ui/index.ts'
import type { Form } from '../schema/memberships.ts'
import { formWords } from '../words.ts'
import { ConfirmationPage } from './confirmation.tsx'

/** Asks before a draft is thrown away. */
export const DiscardDraftPage = ({ id, form }: { id: string; form: Form }) => {
  const { t } = usePage()
  return (
    <ConfirmationPage
      title={t('network.discard.title')}
      lead={t('network.discard.lead')}
      crumbs={[
        { label: t('network.join.title'), path: '/join' },
        { label: t('network.form.title', { form: t(formWords[form]) }), path: `/join/${form}` },
      ]}
      action={`/applications/${id}/discarding`}
      confirm={t('network.discard.confirm')}
      danger
      back={`/join/${form}`}
    />
  )
}
