import { Badge, ButtonLink, EmptyState, Section, Table, usePage } from '#ui/index.ts'
import { termLabel } from '../coding/vocabulary.ts'
import type { SourceView } from '../queries/incident.ts'
import { Codes } from './codes.tsx'
import type { IncidentPageProps } from './incident.tsx'

/** Sources of one origin are one voice: the first of them speaks, the others are told to repeat it. */
export function firstOfOrigin(sources: readonly SourceView[], source: SourceView): number {
  return sources.findIndex(({ originId }) => originId === source.originId)
}

/** Whatever speaks for the incident, and how far. */
export const Sources = ({ incident, vocabulary }: IncidentPageProps) => {
  const { i18n, link, t } = usePage()
  const { sources, code } = incident
  const grade = (list: 'reliability' | 'credibility', given: string | null) =>
    given === null ? (
      <Badge tone="warn">{t('monitoring.incident.grade.none')}</Badge>
    ) : (
      <>
        <strong>{given}</strong> <Codes vocabulary={vocabulary} list={list} codes={[given]} />
      </>
    )
  return (
    <Section
      title={t('monitoring.incident.source.title')}
      lead={t('monitoring.incident.source.lead')}
      id="sources"
      actions={
        <>
          <ButtonLink href={link(`/incidents/${code}/sources/new?from=media`)} icon="plus" small>
            {t('monitoring.incident.source.addMedia')}
          </ButtonLink>
          <ButtonLink href={link(`/incidents/${code}/sources/new?from=call`)} icon="plus" small>
            {t('monitoring.incident.source.addTold')}
          </ButtonLink>
        </>
      }
    >
      <Table<SourceView>
        caption={t('monitoring.incident.source.title')}
        captionHidden
        columns={[
          {
            label: t('monitoring.incident.source.one'),
            heading: true,
            cell: source => (
              <a href={link(`/incidents/${code}/sources/${source.id}`)}>
                {t('monitoring.incident.source.numbered', { number: sources.indexOf(source) + 1 })}
              </a>
            ),
          },
          {
            label: t('monitoring.incident.source.kind'),
            cell: ({ kind, link: relation, duplicate, withdrawnOn }) => (
              <>
                {termLabel(vocabulary, 'source_kinds', kind, i18n)}
                {relation !== null && `, ${termLabel(vocabulary, 'source_links', relation, i18n)}`}
                {duplicate !== null && (
                  <> · {t('monitoring.incident.source.ofDuplicate', { code: duplicate })}</>
                )}{' '}
                {withdrawnOn !== null && (
                  <Badge tone="bad">{t('monitoring.incident.source.withdrawn')}</Badge>
                )}
              </>
            ),
          },
          {
            label: t('monitoring.incident.source.origin'),
            cell: source => {
              const first = firstOfOrigin(sources, source)
              return first === sources.indexOf(source)
                ? t('monitoring.incident.source.independent')
                : t('monitoring.incident.source.repeats', { number: first + 1 })
            },
          },
          {
            label: t('monitoring.incident.grade.reliability'),
            cell: source => grade('reliability', source.reliability),
          },
          {
            label: t('monitoring.incident.grade.credibility'),
            cell: source => grade('credibility', source.credibility),
          },
        ]}
        rows={sources}
        empty={<EmptyState title={t('monitoring.incident.source.none')} />}
      />
    </Section>
  )
}
