import type { FormValues, Problem } from '#platform/http/form.ts'
import { Alert, CheckboxGroup, Form, Layout, PageHeading, usePage } from '#ui/index.ts'
import type { PersonFace } from '../queries/roles.ts'
import { personWord } from '../role-words.ts'
import { ProposalReason } from './proposal-reason.tsx'

type Props = { candidates: readonly PersonFace[]; values: FormValues; problems: readonly Problem[] }

/** Proposes who keeps the shares of the recovery key. */
export const CustodiansPage = ({ candidates, values, problems }: Props) => {
  const { i18n, t, link } = usePage()
  const title = t('people.vault.recovery.appoint')
  const crumbs = [
    { label: t('people.vault.teamsTitle'), path: '/vault' },
    { label: t('people.vault.recovery.title'), path: '/vault/recovery' },
  ]
  return (
    <Layout title={title} width="form" crumbs={crumbs} invalid={problems.length > 0}>
      <PageHeading title={title} lead={t('people.vault.recovery.appointLead')} />
      {candidates.length < 3 ? (
        <Alert kind="info">{t('people.vault.recovery.noCandidates')}</Alert>
      ) : (
        <Form action={link('/vault/custodians')} values={values} problems={problems}>
          <CheckboxGroup
            name="custodians"
            label={t('people.vault.recovery.who')}
            hint={t('people.vault.recovery.whoHint')}
            options={candidates.map(person => ({ value: person.id, label: personWord(i18n, person) }))}
            required
          />
          <ProposalReason />
        </Form>
      )}
    </Layout>
  )
}
