import {
  Actions,
  Alert,
  Button,
  FileField,
  Form,
  Layout,
  PageHeading,
  type Problem,
  type RefusalShown,
  Refused,
  usePage,
} from '#ui/index.ts'
import { ImportSteps } from './import-steps.tsx'

type Props = { problems?: readonly Problem[]; refusal?: RefusalShown; lost?: boolean }

/** Where a chronicle is brought, with the mapping of an earlier one if there is one. */
export const NewImportPage = ({ problems = [], refusal, lost }: Props) => {
  const { link, t } = usePage()
  return (
    <Layout
      title={t('monitoring.import.new.title')}
      width="form"
      crumbs={[{ label: t('monitoring.import.page.title'), path: '/incidents/import' }]}
      invalid={problems.length > 0 || refusal !== undefined}
    >
      <PageHeading title={t('monitoring.import.new.title')} lead={t('monitoring.import.new.lead')} />
      <ImportSteps current="file" />
      <Refused refusal={refusal} />
      {lost && <Alert kind="info">{t('monitoring.import.draft.lost')}</Alert>}
      <Form action={link('/incidents/import/new')} files problems={problems}>
        <FileField
          name="file"
          label={t('monitoring.import.page.file')}
          hint={t('monitoring.import.page.fileHint')}
          accept=".csv,.txt,.tsv,text/csv"
          required
        />
        <FileField
          name="map"
          label={t('monitoring.import.new.map')}
          hint={t('monitoring.import.new.mapHint')}
          accept=".json,application/json"
        />
        <Actions>
          <Button look="primary">{t('monitoring.import.new.next')}</Button>
        </Actions>
      </Form>
    </Layout>
  )
}
