import { Badge, ButtonLink, EmptyState, Section, Table, usePage } from '#ui/index.ts'
import { termLabel, type Vocabulary } from '../coding/vocabulary.ts'
import type { Intake } from '../forms/incidents.ts'
import { gradeWords } from '../incident-words.ts'
import type { SourceView } from '../queries/incident.ts'
import { Codes } from './codes.tsx'
import type { IncidentPageProps } from './incident.tsx'

/** Sources of one origin are one voice: the first of them speaks, the others are told to repeat it. */
export function firstOfOrigin(sources: readonly SourceView[], source: SourceView): number {
  return sources.findIndex(({ originId }) => originId === source.originId)
}

type GradeProps = { vocabulary: Vocabulary; list: 'reliability' | 'credibility'; given: string | null }

const Graded = ({ vocabulary, list, given }: GradeProps) => {
  const { t } = usePage()
  if (given === null) return <Badge tone="warn">{t('monitoring.incident.grade.none')}</Badge>
  return (
    <>
      <strong>{given}</strong> <Codes vocabulary={vocabulary} list={list} codes={[given]} />
    </>
  )
}

// What it is, how who tells it stands to what happened, and whether it still speaks.
const Kind = ({ source, vocabulary }: { source: SourceView; vocabulary: Vocabulary }) => {
  const { i18n, t } = usePage()
  const { kind, link, duplicate, withdrawnOn } = source
  return (
    <>
      {termLabel(vocabulary, 'source_kinds', kind, i18n)}
      {link !== null && `, ${termLabel(vocabulary, 'source_links', link, i18n)}`}
      {duplicate !== null && <> · {t('monitoring.incident.source.ofDuplicate', { code: duplicate })}</>}{' '}
      {withdrawnOn !== null && <Badge tone="bad">{t('monitoring.incident.source.withdrawn')}</Badge>}
    </>
  )
}

const SourceTable = ({ incident, vocabulary }: Pick<IncidentPageProps, 'incident' | 'vocabulary'>) => {
  const { link, t } = usePage()
  const { sources, code } = incident
  const originOf = (source: SourceView) => {
    const first = firstOfOrigin(sources, source)
    return first === sources.indexOf(source)
      ? t('monitoring.incident.source.independent')
      : t('monitoring.incident.source.repeats', { number: first + 1 })
  }
  return (
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
          cell: source => <Kind source={source} vocabulary={vocabulary} />,
        },
        { label: t('monitoring.incident.source.origin'), cell: originOf },
        ...(['reliability', 'credibility'] as const).map(list => ({
          label: t(gradeWords[list].title),
          cell: (source: SourceView) => <Graded vocabulary={vocabulary} list={list} given={source[list]} />,
        })),
      ]}
      rows={sources}
      empty={<EmptyState title={t('monitoring.incident.source.none')} />}
    />
  )
}

/** Whatever speaks for the incident, and how far. */
export const Sources = ({ incident, vocabulary }: IncidentPageProps) => {
  const { link, t } = usePage()
  const at = (from: Intake) => link(`/incidents/${incident.code}/sources/new?from=${from}`)
  return (
    <Section
      title={t('monitoring.incident.source.title')}
      lead={t('monitoring.incident.source.lead')}
      id="sources"
      actions={
        <>
          <ButtonLink href={at('media')} icon="plus" small>
            {t('monitoring.incident.source.addMedia')}
          </ButtonLink>
          <ButtonLink href={at('call')} icon="plus" small>
            {t('monitoring.incident.source.addTold')}
          </ButtonLink>
        </>
      }
    >
      <SourceTable incident={incident} vocabulary={vocabulary} />
    </Section>
  )
}
