import { Badge, EmptyState, Table, Text, Time, usePage } from '#ui/index.ts'
import { matchTones, matchWords } from '../aid-words.ts'
import type { MatchLine } from '../queries/aid.ts'
import { matchWith } from './listing-facts.tsx'

/** Matches with whom, about what, and how they stand. */
export const MatchTable = ({
  matches,
  members,
}: {
  matches: readonly MatchLine[]
  members: readonly string[]
}) => {
  const { link, t } = usePage()
  return (
    <Table
      caption={t('network.match.title')}
      captionHidden
      columns={[
        {
          label: t('network.match.with'),
          heading: true,
          cell: line => (
            <a href={link(`/matches/${line.id}`)}>
              <Text value={matchWith(line, members)} note={false} />
            </a>
          ),
        },
        { label: t('network.aid.need'), cell: line => line.needTitle ?? '–' },
        { label: t('network.aid.offer'), cell: line => line.offerTitle ?? '–' },
        {
          label: t('network.aid.state'),
          cell: line => <Badge tone={matchTones[line.status]}>{t(matchWords[line.status])}</Badge>,
        },
        { label: t('network.match.since'), cell: line => <Time at={line.proposedAt} day style="short" /> },
      ]}
      rows={matches}
      empty={<EmptyState title={t('network.match.none')}>{t('network.match.noneHint')}</EmptyState>}
    />
  )
}
