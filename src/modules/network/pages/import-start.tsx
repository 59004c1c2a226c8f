import {
  Actions,
  Button,
  ButtonLink,
  ConfirmButton,
  FileField,
  Form,
  type FormValues,
  Layout,
  PageHeading,
  type Problem,
  type RefusalShown,
  Refused,
  Section,
  SelectField,
  Table,
  Time,
  usePage,
} from '#ui/index.ts'
import type { ImportView } from '../queries/imports.ts'
import { ImportColumns } from './import-columns.tsx'

const UploadForm = ({ values, problems }: { values?: FormValues; problems: readonly Problem[] }) => {
  const { link, t } = usePage()
  return (
    <Form action={link('/import')} files values={values} problems={problems}>
      <FileField
        name="file"
        label={t('network.import.file')}
        hint={t('network.import.fileHint')}
        accept=".csv,.txt,.tsv,text/csv"
        required
      />
      <SelectField
        name="encoding"
        label={t('network.import.encoding')}
        hint={t('network.import.encodingHint')}
        empty={t('network.import.recognise')}
        options={[
          { value: 'utf-8', label: 'UTF-8' },
          { value: 'utf-16le', label: 'UTF-16' },
          { value: 'windows-1251', label: t('network.import.windowsCyrillic') },
          { value: 'windows-1250', label: t('network.import.windowsPolish') },
        ]}
      />
      <SelectField
        name="delimiter"
        label={t('network.import.delimiter')}
        empty={t('network.import.recognise')}
        options={[
          { value: 'comma', label: t('network.import.comma') },
          { value: 'semicolon', label: t('network.import.semicolon') },
          { value: 'tab', label: t('network.import.tab') },
          { value: 'bar', label: t('network.import.bar') },
        ]}
      />
      <Actions>
        <Button look="primary" icon="upload">
          {t('network.import.upload')}
        </Button>
        <ButtonLink href={link('/import/template.csv')} look="quiet" icon="download" download>
          {t('network.import.template')}
        </ButtonLink>
      </Actions>
    </Form>
  )
}

const OpenImports = ({ imports }: { imports: readonly ImportView[] }) => {
  const { link, t } = usePage()
  return (
    <Section title={t('network.import.open')} lead={t('network.import.openLead')}>
      <Table
        caption={t('network.import.open')}
        captionHidden
        columns={[
          {
            label: t('network.import.file'),
            heading: true,
            cell: ({ id, fileName }) => (
              <a href={link(`/import/${id}`)}>
                <bdi>{fileName}</bdi>
              </a>
            ),
          },
          { label: t('network.import.when'), cell: ({ createdAt }) => <Time at={createdAt} /> },
          { label: t('network.import.who'), cell: ({ person }) => person ?? '–' },
          {
            label: t('network.import.discard'),
            cell: ({ id }) => (
              <ConfirmButton
                action={link(`/import/${id}/removal`)}
                label={t('network.import.discard')}
                confirm={t('network.import.discardNow')}
                look="danger"
                small
              >
                <p>{t('network.import.discardLead')}</p>
              </ConfirmButton>
            ),
          },
        ]}
        rows={imports}
      />
    </Section>
  )
}

const DoneImports = ({ imports }: { imports: readonly ImportView[] }) => {
  const { i18n, link, t } = usePage()
  const count = (value: number | undefined) => i18n.number(value ?? 0)
  return (
    <Section title={t('network.import.done')}>
      <Table
        caption={t('network.import.done')}
        captionHidden
        columns={[
          {
            label: t('network.import.file'),
            heading: true,
            cell: ({ id, fileName }) => (
              <a href={link(`/import/${id}`)}>
                <bdi>{fileName}</bdi>
              </a>
            ),
          },
          {
            label: t('network.import.when'),
            cell: ({ finishedAt }) => finishedAt && <Time at={finishedAt} />,
          },
          {
            label: t('network.import.count.imported'),
            numeric: true,
            cell: ({ summary }) => count(summary?.imported),
          },
          {
            label: t('network.import.count.updated'),
            numeric: true,
            cell: ({ summary }) => count(summary?.updated),
          },
        ]}
        rows={imports}
      />
    </Section>
  )
}

type Props = {
  imports: { open: readonly ImportView[]; done: readonly ImportView[] }
  values?: FormValues
  problems?: readonly Problem[]
  refusal?: RefusalShown
}

/** Where a list is handed in, and what became of earlier ones. */
export const ImportStartPage = ({ imports, values, problems = [], refusal }: Props) => {
  const { link, t } = usePage()
  return (
    <Layout title={t('network.import.title')} invalid={problems.length > 0 || refusal !== undefined}>
      <PageHeading
        title={t('network.import.title')}
        lead={t('network.import.lead')}
        actions={
          <ButtonLink href={link('/members.csv')} icon="download" download>
            {t('network.import.export')}
          </ButtonLink>
        }
      />
      <Refused refusal={refusal} />
      <UploadForm values={values} problems={problems} />
      {imports.open.length > 0 && <OpenImports imports={imports.open} />}
      {imports.done.length > 0 && <DoneImports imports={imports.done} />}
      {imports.open.length + imports.done.length === 0 && <p>{t('network.import.none')}</p>}
      <ImportColumns />
    </Layout>
  )
}
