import { fieldsOfWork } from '#modules/network/index.ts'
import { Section, Table, usePage } from '#ui/index.ts'
import type { ImpactLine, Impact as Told } from '../queries/impact.ts'

/** How much of draft acts was taken over: by member and by topic. Shares only where something was issued. */
export const Impact = ({ impact }: { impact: Told }) => {
  const { i18n, umbrella, t } = usePage()
  if (impact.members.length === 0) return null
  const share = ({ words, kept }: ImpactLine) => (words > 0 ? i18n.percent(kept / words, 0) : '–')
  const columns = <L extends ImpactLine>(label: string, name: (line: L) => string) => [
    { label, heading: true, cell: name },
    { label: t('authorities.act.sent'), numeric: true, cell: ({ acts }: L) => i18n.number(acts) },
    { label: t('authorities.act.issuedCount'), numeric: true, cell: ({ issued }: L) => i18n.number(issued) },
    { label: t('authorities.act.survived'), numeric: true, cell: share },
  ]
  return (
    <Section title={t('authorities.act.impact')} lead={t('authorities.act.impactLead')}>
      <Table
        caption={t('authorities.act.impactMembers')}
        rows={impact.members}
        columns={columns<Told['members'][number]>(t('authorities.act.member'), ({ membership, name }) =>
          membership === null
            ? i18n.text(umbrella?.name).value
            : i18n.text(name).value || t('authorities.letter.individual'),
        )}
      />
      {impact.topics.length > 0 && (
        <Table
          caption={t('authorities.act.impactTopics')}
          rows={impact.topics}
          columns={columns<Told['topics'][number]>(t('authorities.act.topic'), ({ topic }) =>
            fieldsOfWork.label(topic, i18n),
          )}
        />
      )}
    </Section>
  )
}
