import type { MessageKey } from '#platform/i18n/index.ts'
import {
  Actions,
  Alert,
  Button,
  DescriptionList,
  Form,
  type FormValues,
  Layout,
  PageHeading,
  type Problem,
  type RefusalShown,
  Refused,
  Section,
  TextArea,
  Time,
  usePage,
} from '#ui/index.ts'
import type { ImportView } from '../queries/imports.ts'
import { ImportFigures } from './import-trial.tsx'

type Props = {
  held: ImportView
  /** Why it cannot be undone, when it cannot. */
  obstacle: MessageKey | null
  mayUndo: boolean
  values?: FormValues
  problems?: readonly Problem[]
  refusal?: RefusalShown
}

const Undo = ({ held, obstacle, mayUndo, values, problems }: Props) => {
  const { link, t } = usePage()
  return (
    <Section title={t('monitoring.import.page.undo')} lead={t('monitoring.import.page.undoLead')}>
      {obstacle ? (
        <p>{t(obstacle)}</p>
      ) : mayUndo ? (
        <Form action={link(`/incidents/import/${held.id}/undo`)} values={values} problems={problems}>
          <TextArea name="reason" label={t('monitoring.import.page.reason')} required rows={3} />
          <Actions>
            <Button look="danger">{t('monitoring.import.page.undoPropose')}</Button>
          </Actions>
        </Form>
      ) : (
        <p>{t('monitoring.import.page.undoAsk')}</p>
      )}
    </Section>
  )
}

/** What an import did, and how two coordinators undo it. */
export const ImportResultPage = (props: Props) => {
  const { held, problems = [], refusal } = props
  const { t } = usePage()
  return (
    <Layout
      title={t('monitoring.import.page.result')}
      crumbs={[{ label: t('monitoring.import.page.title'), path: '/incidents/import' }]}
      invalid={problems.length > 0 || refusal !== undefined}
    >
      <PageHeading title={t('monitoring.import.page.result')} lead={t('monitoring.import.page.resultLead')} />
      <Refused refusal={refusal} />
      {held.undoneAt && <Alert kind="info">{t('monitoring.import.obstacle.undone')}</Alert>}
      <ImportFigures counts={held.summary} />
      <DescriptionList
        facts={[
          held.person !== null && { term: t('monitoring.import.page.who'), value: held.person },
          { term: t('monitoring.import.page.when'), value: <Time at={held.recordedAt} /> },
        ]}
      />
      {!held.undoneAt && <Undo {...props} />}
    </Layout>
  )
}
