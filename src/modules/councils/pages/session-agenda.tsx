import { Written } from '#modules/network/index.ts'
import { Alert, Badge, Section, Table, Text, usePage } from '#ui/index.ts'
import { majorityWords, presenceWords } from '../council-words.ts'
import type { AgendaItem, SessionView, VoteResult } from '../queries/session.ts'
import { OnBehalf, Who } from './holders.tsx'

const Vote = ({ vote }: { vote: VoteResult }) => {
  const { t } = usePage()
  const { yes, no, abstain, present } = vote
  return (
    <li class="agenda-outcome">
      <p dir="auto">{vote.motion}</p>
      <p>
        <Badge tone={vote.result === 'pass' ? 'good' : 'bad'}>
          {t(vote.result === 'pass' ? 'councils.vote.passed' : 'councils.vote.failed')}
        </Badge>{' '}
        {t('councils.vote.sums', { yes, no, abstain, present })} {t(majorityWords[vote.rule])}
      </p>
    </li>
  )
}

export const Item = ({ item, inside }: { item: AgendaItem; inside: boolean }) => {
  const { t } = usePage()
  return (
    <li>
      <h3>
        <Text value={item.title} />
      </h3>
      {item.reporter && <p class="hint">{t('councils.item.reports', { who: item.reporter })}</p>}
      {Object.keys(item.about).length > 0 && <Text value={item.about} paragraphs />}
      {inside &&
        item.conflicts.map(({ who, reason, abstains }) => (
          <Alert
            kind="info"
            title={t('councils.conflict.declared', { who: who ?? t('councils.holder.unnamed') })}
          >
            <p dir="auto">{reason}</p>
            {abstains && <p>{t('councils.conflict.abstains')}</p>}
          </Alert>
        ))}
      {item.decision && (
        <div class="agenda-outcome">
          <strong>{t('councils.item.decided')}</strong>
          <Written text={item.decision} locale={item.decisionLang ?? undefined} />
        </div>
      )}
      {item.votes.length > 0 && (
        <ul>
          {item.votes.map(vote => (
            <Vote vote={vote} />
          ))}
        </ul>
      )}
    </li>
  )
}

export const Attendance = ({ session }: { session: SessionView }) => {
  const { t } = usePage()
  const replies = { coming: 'councils.reply.coming', not_coming: 'councils.reply.notComing' } as const
  return (
    <Section title={t('councils.attendance.title')} id="attendance" lead={t('councils.attendance.lead')}>
      <Table
        caption={t('councils.attendance.title')}
        captionHidden
        columns={[
          { label: t('councils.holder.who'), heading: true, cell: one => <Who who={one} /> },
          { label: t('councils.holder.onBehalf'), cell: one => <OnBehalf who={one} /> },
          {
            label: t('councils.attendance.state'),
            cell: ({ status, reply }) =>
              status
                ? t(presenceWords[status])
                : reply
                  ? t(replies[reply])
                  : t('councils.attendance.unknown'),
          },
        ]}
        rows={session.attendants}
        empty={<p>{t('councils.nobody')}</p>}
      />
    </Section>
  )
}
