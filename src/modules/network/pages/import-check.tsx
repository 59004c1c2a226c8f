import {
  Actions,
  Alert,
  ButtonLink,
  ConfirmButton,
  Figures,
  Layout,
  PageHeading,
  Pagination,
  PostButton,
  Section,
  Table,
  usePage,
} from '#ui/index.ts'
import type { ImportOutcome } from '../actions/import-members.ts'
import type { ImportSummary, RowProblem } from '../import/summary.ts'
import type { ImportView } from '../queries/imports.ts'
import { ImportSteps } from './import-steps.tsx'

/** How many problems one page names; the file beside it names them all. */
const problemsPerPage = 200

/** What an import did or would do, in numbers. */
export const ImportFigures = ({ summary }: { summary: ImportSummary }) => {
  const { t } = usePage()
  const { imported, updated, unchanged, duplicates, proposed, rejected } = summary
  return (
    <Figures
      figures={[
        { value: imported, label: t('network.import.count.imported') },
        { value: updated, label: t('network.import.count.updated') },
        { value: unchanged, label: t('network.import.count.unchanged') },
        { value: duplicates, label: t('network.import.count.duplicates') },
        { value: proposed, label: t('network.import.count.proposed') },
        ...(rejected > 0 ? [{ value: rejected, label: t('network.import.count.rejected') }] : []),
      ]}
    />
  )
}

const Problems = ({ id, problems, from }: { id: string; problems: readonly RowProblem[]; from: number }) => {
  const { i18n, link, t } = usePage()
  const path = link(`/import/${id}/check`)
  const shown = problems.slice(from, from + problemsPerPage)
  const page = (start: number) => `${path}?from=${start}#problems`
  return (
    <Section
      title={t('network.import.problems', { count: problems.length })}
      id="problems"
      actions={
        <ButtonLink href={link(`/import/${id}/problems.csv`)} icon="download" small download>
          {t('network.import.problemsFile')}
        </ButtonLink>
      }
    >
      <Table
        caption={t('network.import.problems', { count: problems.length })}
        captionHidden
        columns={[
          {
            label: t('network.import.row'),
            numeric: true,
            heading: true,
            cell: ({ row }) => i18n.number(row),
          },
          {
            label: t('network.import.columnOfFile'),
            cell: ({ column }) => (column === '' ? t('network.import.wholeRow') : <bdi>{column}</bdi>),
          },
          { label: t('network.import.problemText'), cell: ({ message, values }) => t(message, values) },
        ]}
        rows={shown}
      />
      <Pagination
        previous={from > 0 ? page(Math.max(0, from - problemsPerPage)) : null}
        next={from + problemsPerPage < problems.length ? page(from + problemsPerPage) : null}
      />
    </Section>
  )
}

const Discard = ({ id }: { id: string }) => {
  const { link, t } = usePage()
  return (
    <ConfirmButton
      action={link(`/import/${id}/removal`)}
      label={t('network.import.discard')}
      confirm={t('network.import.discardNow')}
      look="danger"
    >
      <p>{t('network.import.discardLead')}</p>
    </ConfirmButton>
  )
}

type Props = { list: ImportView; outcome: ImportOutcome; from: number; refused?: boolean }

/** What importing would do, before it is done: the numbers, or every problem. */
export const ImportCheckPage = ({ list, outcome: { summary, problems }, from, refused }: Props) => {
  const { link, t } = usePage()
  const sound = problems.length === 0
  const { imported, updated, proposed } = summary
  const something = imported + updated + proposed > 0
  return (
    <Layout
      title={t('network.import.check')}
      crumbs={[{ label: t('network.import.title'), path: '/import' }]}
      invalid={refused}
    >
      <PageHeading
        title={t('network.import.check')}
        kicker={<bdi>{list.fileName}</bdi>}
        lead={t('network.import.checkLead')}
      />
      <ImportSteps current="check" id={list.id} />
      {refused && <Alert kind="error">{t('network.import.refused')}</Alert>}
      {!sound && (
        <Alert kind="warning" title={t('network.import.notYet')}>
          {t('network.import.notYetLead', { rows: summary.rejected })}
        </Alert>
      )}
      {sound && !something && <Alert kind="info">{t('network.import.nothingNew')}</Alert>}
      {sound && <ImportFigures summary={summary} />}
      {sound && proposed > 0 && <p>{t('network.import.proposedLead')}</p>}
      <Actions>
        {sound && something && (
          <PostButton action={link(`/import/${list.id}/members`)} look="primary">
            {t('network.import.importNow', { rows: summary.rows })}
          </PostButton>
        )}
        <ButtonLink href={link(`/import/${list.id}`)}>{t('network.import.changeMapping')}</ButtonLink>
        {!sound && <ButtonLink href={link('/import')}>{t('network.import.uploadAgain')}</ButtonLink>}
      </Actions>
      {!sound && <Problems id={list.id} problems={problems} from={from} />}
      <Discard id={list.id} />
    </Layout>
  )
}
