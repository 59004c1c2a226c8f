import {
  Actions,
  Alert,
  Button,
  ButtonLink,
  Checkbox,
  Figures,
  FileField,
  Form,
  Layout,
  PageHeading,
  type RefusalShown,
  Refused,
  Section,
  Table,
  usePage,
} from '#ui/index.ts'
import type { BodyImport } from '../actions/import-bodies.ts'

type Props = { outcome?: BodyImport; tried?: boolean; refusal?: RefusalShown }

const Outcome = ({ outcome, tried }: { outcome: BodyImport; tried: boolean }) => {
  const { i18n, t } = usePage()
  const failed = outcome.problems.length > 0
  const said = failed ? 'authorities.body.importFailed' : 'authorities.body.importTried'
  return (
    <Section title={t('authorities.body.importOutcome')}>
      {(failed || tried) && <Alert kind={failed ? 'error' : 'info'}>{t(said)}</Alert>}
      <Figures
        figures={[
          { value: outcome.rows, label: t('authorities.body.importRows') },
          { value: outcome.imported, label: t('authorities.body.importImported') },
          { value: outcome.updated, label: t('authorities.body.importUpdated') },
          { value: outcome.unchanged + outcome.duplicates, label: t('authorities.body.importKnown') },
        ]}
      />
      {failed && (
        <Table
          caption={t('authorities.body.importProblems')}
          rows={outcome.problems.slice(0, 200)}
          columns={[
            { label: t('authorities.body.importRow'), heading: true, cell: ({ row }) => i18n.number(row) },
            { label: t('authorities.body.importColumn'), cell: ({ column }) => column },
            {
              label: t('authorities.body.importProblem'),
              cell: ({ message, values }) => t(message, values),
            },
          ]}
        />
      )}
    </Section>
  )
}

/** Takes a list of public bodies over from a CSV file, after trying it out. */
export const BodyImportPage = ({ outcome, tried = false, refusal }: Props) => {
  const { link, t } = usePage()
  const title = t('authorities.body.import')
  return (
    <Layout
      title={title}
      crumbs={[{ label: t('authorities.body.title'), path: '/bodies' }]}
      width="form"
      invalid={refusal !== undefined || (outcome?.problems.length ?? 0) > 0}
    >
      <PageHeading title={title} lead={t('authorities.body.importLead')} />
      <Refused refusal={refusal} />
      {outcome && <Outcome outcome={outcome} tried={tried} />}
      <Form action={link('/bodies/import')} files>
        <FileField
          name="file"
          label={t('authorities.body.importFile')}
          hint={t('authorities.body.importHint')}
          accept=".csv,.txt"
        />
        <Checkbox
          name="dryRun"
          label={t('authorities.body.importTry')}
          hint={t('authorities.body.importTryHint')}
        />
        <Actions>
          <Button look="primary">{t('authorities.body.importNow')}</Button>
          <ButtonLink href={link('/bodies')} look="quiet">
            {t('authorities.body.back')}
          </ButtonLink>
        </Actions>
      </Form>
    </Layout>
  )
}
