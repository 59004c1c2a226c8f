import { Actions, ButtonLink, Layout, PageHeading, Section, Table, Time, usePage } from '#ui/index.ts'
import type { Recording } from '../queries/import-draft.ts'
import type { ImportView } from '../queries/imports.ts'

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

type Props = { imports: readonly ImportView[]; mayImport: boolean; recording: Recording | null }

const Bringing = ({ recording }: Pick<Props, 'recording'>) => {
  const { link, t } = usePage()
  const goesOn = recording?.outcome === null
  return (
    <Actions>
      {goesOn ? (
        <ButtonLink href={link('/incidents/import/recording')} look="primary">
          {t('monitoring.import.page.goesOn')}
        </ButtonLink>
      ) : (
        <ButtonLink href={link('/incidents/import/new')} look="primary">
          {t('monitoring.import.page.bring')}
        </ButtonLink>
      )}
    </Actions>
  )
}

/** What became of chronicles that were taken over, and where the next one is brought. */
export const ImportPage = ({ imports, mayImport, recording }: Props) => {
  const { t } = usePage()
  return (
    <Layout title={t('monitoring.import.page.title')}>
      <PageHeading title={t('monitoring.import.page.title')} lead={t('monitoring.import.page.lead')} />
      {mayImport && <Bringing recording={recording} />}
      {imports.length > 0 ? <Imports imports={imports} /> : <p>{t('monitoring.import.page.none')}</p>}
    </Layout>
  )
}
