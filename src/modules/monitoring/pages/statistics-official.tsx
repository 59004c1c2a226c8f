import { EmptyState, Section, Table, usePage } from '#ui/index.ts'
import type { OfficialFigure } from '../queries/comparisons.ts'
import { wayOf } from '../statistics/way.ts'
import { measureWords, stepOfMeasure } from '../statistics/words.ts'
import { ShownNumber } from './statistics-counts.tsx'
import type { Shared } from './statistics-sections.tsx'

/** What an authority says, as it says it: a number, or that there is none. */
export const OfficialNumber = ({ value }: { value: number | null }) => {
  const { i18n, t } = usePage()
  return value === null ? (
    <span class="shown shown-unpublished">{t('monitoring.statistics.notAvailable')}</span>
  ) : (
    i18n.number(value)
  )
}

/** Our numbers beside those of authorities. The two count different things, and it says so. */
export const OfficialSection = ({ published, official, year }: Shared) => {
  const { t } = usePage()
  const rows = official.filter(figure => !year || String(figure.year) === year)
  const ours = (figure: OfficialFigure) => {
    const way = wayOf(published, 'verified', String(figure.year))
    return way.find(([step]) => step === stepOfMeasure[figure.measure])![1]
  }
  return (
    <Section
      title={t('monitoring.statistics.official')}
      lead={t('monitoring.statistics.officialLead')}
      id="official"
    >
      <Table
        caption={t('monitoring.statistics.official')}
        captionHidden
        rows={rows}
        empty={<EmptyState title={t('monitoring.statistics.officialNone')} />}
        columns={[
          {
            label: t('monitoring.statistics.whatCounted'),
            heading: true,
            cell: ({ measure, year: of }) =>
              t('monitoring.statistics.measureIn', { measure: t(measureWords[measure]), year: String(of) }),
          },
          {
            label: t('monitoring.statistics.authority'),
            cell: ({ authority, source }) => (
              <>
                {authority}
                <br />
                <small>{t('monitoring.statistics.sourceIs', { source })}</small>
              </>
            ),
          },
          {
            label: t('monitoring.statistics.theirNumber'),
            numeric: true,
            cell: ({ value }) => <OfficialNumber value={value} />,
          },
          {
            label: t('monitoring.statistics.ourNumber'),
            numeric: true,
            cell: figure => <ShownNumber shown={ours(figure)} />,
          },
        ]}
      />
    </Section>
  )
}
