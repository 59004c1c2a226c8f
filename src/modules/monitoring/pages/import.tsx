import {
  Actions,
  Button,
  FileField,
  Form,
  type FormValues,
  Layout,
  PageHeading,
  type Problem,
  type RefusalShown,
  Refused,
  Section,
  Table,
  TextArea,
  Time,
  usePage,
} from '#ui/index.ts'
import type { ImportView } from '../queries/imports.ts'
import { ImportTrial, type Trial } from './import-trial.tsx'

type FormProps = { values?: FormValues; problems?: readonly Problem[]; trial?: Trial }

// Texts are never kept in the clear, not even until the next step: so the file is chosen again for each.
const ImportForm = ({ values, problems, trial }: FormProps) => {
  const { link, t } = usePage()
  return (
    <Form action={link('/incidents/import')} files values={values} problems={problems}>
      <FileField
        name="file"
        label={t('monitoring.import.page.file')}
        hint={t(trial ? 'monitoring.import.page.fileAgain' : 'monitoring.import.page.fileHint')}
        accept=".csv,.txt,.tsv,text/csv"
        required
      />
      <TextArea
        name="map"
        label={t('monitoring.import.page.map')}
        hint={t(trial ? 'monitoring.import.page.mapComplete' : 'monitoring.import.page.mapHint')}
        rows={trial ? 20 : 5}
      />
      <Actions>
        <Button look={trial ? undefined : 'primary'} name="step" value="try">
          {t('monitoring.import.page.try')}
        </Button>
        {trial?.usable && (
          <Button look="primary" name="step" value="record">
            {t('monitoring.import.page.record')}
          </Button>
        )}
      </Actions>
    </Form>
  )
}

const Imports = ({ imports }: { imports: readonly ImportView[] }) => {
  const { i18n, link, t } = usePage()
  return (
    <Section title={t('monitoring.import.page.earlier')}>
      <Table
        caption={t('monitoring.import.page.earlier')}
        captionHidden
        columns={[
          {
            label: t('monitoring.import.page.when'),
            heading: true,
            cell: ({ id, recordedAt }) => (
              <a href={link(`/incidents/import/${id}`)}>
                <Time at={recordedAt} />
              </a>
            ),
          },
          { label: t('monitoring.import.page.who'), cell: ({ person }) => person ?? '–' },
          {
            label: t('monitoring.import.page.recorded'),
            numeric: true,
            cell: ({ summary }) => i18n.number(summary.recorded),
          },
          {
            label: t('monitoring.import.page.state'),
            cell: ({ undoneAt }) =>
              t(undoneAt ? 'monitoring.import.page.isUndone' : 'monitoring.import.page.isRecorded'),
          },
        ]}
        rows={imports}
      />
    </Section>
  )
}

type Props = FormProps & { imports: readonly ImportView[]; mayImport: boolean; refusal?: RefusalShown }

/** Where a chronicle is handed in, tried out and recorded, and what became of earlier ones. */
export const ImportPage = ({ imports, mayImport, values, problems = [], refusal, trial }: Props) => {
  const { t } = usePage()
  return (
    <Layout
      title={t('monitoring.import.page.title')}
      invalid={problems.length > 0 || refusal !== undefined || trial?.usable === false}
    >
      <PageHeading title={t('monitoring.import.page.title')} lead={t('monitoring.import.page.lead')} />
      <Refused refusal={refusal} />
      {trial && !refusal && <ImportTrial trial={trial} />}
      {mayImport && <ImportForm values={values} problems={problems} trial={trial} />}
      {imports.length > 0 ? <Imports imports={imports} /> : <p>{t('monitoring.import.page.none')}</p>}
    </Layout>
  )
}
