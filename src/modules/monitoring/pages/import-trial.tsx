import { Alert, ButtonLink, DescriptionList, Figures, Section, Table, usePage } from '#ui/index.ts'
import { problemWords } from '../import/problem-words.ts'
import type { ReadProblem } from '../import/read-incidents.ts'
import type { ReadSummary } from '../import/tally.ts'
import type { ImportCounts } from '../schema/imports.ts'
import type { DatePrecision } from '../schema/incidents.ts'
import { shippedLists } from '../vocabulary/shipped.ts'

/** What reading a file with a mapping came to; unusable when the mapping names columns that the file lacks. */
export type Trial = { summary: ReadSummary; problems: readonly ReadProblem[]; usable: boolean }

// The file beside them names them all.
const mostProblems = 200

/** What an import did or would do, in numbers. */
export const ImportFigures = ({ counts }: { counts: ImportCounts }) => {
  const { i18n, t } = usePage()
  const { recorded, duplicates, refused, unplaced, uncoded, precision } = counts
  const words = shippedLists.find(({ list }) => list === 'date_precisions')!.terms
  const named = words.map(({ code, label }) => [code as DatePrecision, label[i18n.locale]] as const)
  const facts = [...named, ['none', t('monitoring.import.page.noDate')] as const]
    .filter(([code]) => precision[code] > 0)
    .map(([code, term]) => ({ term, value: i18n.number(precision[code]) }))
  return (
    <>
      <Figures
        figures={[
          { value: recorded, label: t('monitoring.import.page.recorded') },
          { value: duplicates, label: t('monitoring.import.page.duplicates') },
          { value: unplaced, label: t('monitoring.import.page.unplaced') },
          { value: uncoded, label: t('monitoring.import.page.uncoded') },
          { value: refused, label: t('monitoring.import.page.refused') },
        ]}
      />
      {facts.length > 0 && (
        <Section title={t('monitoring.import.page.dates')}>
          <DescriptionList facts={facts} />
        </Section>
      )}
    </>
  )
}

const Unmapped = ({ unmapped }: { unmapped: ReadSummary['unmapped'] }) => {
  const { t } = usePage()
  return (
    <Section title={t('monitoring.import.page.unmapped')} lead={t('monitoring.import.page.unmappedLead')}>
      <Table
        caption={t('monitoring.import.page.unmapped')}
        captionHidden
        columns={[
          { label: t('monitoring.import.page.word'), heading: true, cell: ({ value }) => <bdi>{value}</bdi> },
          { label: t('monitoring.import.page.column'), cell: ({ column }) => <bdi>{column}</bdi> },
          { label: t('monitoring.import.page.rows'), numeric: true, cell: ({ rows }) => rows },
        ]}
        rows={unmapped.slice(0, mostProblems)}
      />
    </Section>
  )
}

const Problems = ({ problems }: { problems: readonly ReadProblem[] }) => {
  const { i18n, link, t } = usePage()
  const shown = problems.slice(0, mostProblems)
  const title = t('monitoring.import.page.problems', { count: problems.length })
  return (
    <Section
      title={title}
      lead={
        problems.length > shown.length
          ? t('monitoring.import.page.problemsLead', { shown: shown.length })
          : undefined
      }
      actions={
        <ButtonLink href={link('/incidents/import/draft/problems.csv')} icon="download" small download>
          {t('monitoring.import.draft.problemsFile')}
        </ButtonLink>
      }
    >
      <Table
        caption={title}
        captionHidden
        columns={[
          {
            label: t('monitoring.import.page.row'),
            numeric: true,
            heading: true,
            cell: ({ row }) => i18n.number(row),
          },
          {
            label: t('monitoring.import.page.column'),
            cell: ({ column }) => (column === '' ? '–' : <bdi>{column}</bdi>),
          },
          {
            label: t('monitoring.import.page.problem'),
            cell: ({ problem, column, value = '' }) => t(problemWords[problem], { column, value }),
          },
        ]}
        rows={shown}
      />
    </Section>
  )
}

/** What recording the file would do; nothing was written. */
export const ImportTrial = ({ trial: { summary, problems, usable } }: { trial: Trial }) => {
  const { t } = usePage()
  const { unmapped, ...counts } = summary
  const recorded = counts.rows - counts.duplicates - counts.refused
  return (
    <Section
      title={t('monitoring.import.page.trial')}
      lead={t('monitoring.import.page.trialLead')}
      id="trial"
    >
      {usable ? (
        <ImportFigures counts={{ ...counts, recorded }} />
      ) : (
        <Alert kind="error">{t('monitoring.import.page.otherFile')}</Alert>
      )}
      {usable && unmapped.length > 0 && <Unmapped unmapped={unmapped} />}
      {problems.length > 0 && <Problems problems={problems} />}
    </Section>
  )
}
