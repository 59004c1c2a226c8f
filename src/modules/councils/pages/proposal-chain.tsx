import { Written } from '#modules/network/index.ts'
import { Badge, DescriptionList, Section, Text, Time, Timeline, usePage } from '#ui/index.ts'
import { hasEnded, nextSteps, staysOf } from '../legislation.ts'
import { lawStageWords, stepWords } from '../legislation-words.ts'
import type { ChainLink, ProposalView } from '../queries/legislation.ts'
import { daysSince } from './legislation.tsx'

type Props = { proposal: ProposalView; today: Temporal.PlainDate; stalledAfter: number }

const Where = ({
  of: { item, communication, reference, url, file },
  number,
}: {
  of: ChainLink
  number: number
}) => {
  const { link, t } = usePage()
  return (
    <>
      {item && (
        <p>
          <a href={link(`/councils/${item.council}/sessions/${item.session}`)}>
            {t('councils.legislation.atSession', { number: item.session })}
          </a>
          {': '}
          <Text value={item.councilName} note={false} />. <Text value={item.title} note={false} />
        </p>
      )}
      {communication && (
        <p>
          <a href={link(`/communications/${communication.number}`)}>{communication.title}</a>
        </p>
      )}
      {(reference || url) && <p>{url ? <a href={url}>{reference ?? url}</a> : reference}</p>}
      {file && (
        <p>
          <a href={link(`/legislation/${number}/documents/${file}`)}>{t('councils.legislation.document')}</a>
        </p>
      )}
    </>
  )
}

// How long the proposal had stood where it stood before this link of the chain.
const waited = (chain: readonly ChainLink[], n: number) => {
  const before = chain[n - 1]
  return before ? daysSince(before.onDay, Temporal.PlainDate.from(chain[n]!.onDay)) : 0
}

/** Every link of the chain with its day, its place and its document, and what it waits for. */
export const Chain = ({ proposal, today, stalledAfter }: Props) => {
  const { t } = usePage()
  const { chain, stage, stageSince, lastOn, lang, number } = proposal
  const ahead = hasEnded(stage)
    ? []
    : [
        {
          title: t('councils.legislation.ahead', {
            step: t(stepWords[nextSteps(proposal.route, stage)[0] ?? 'law']),
          }),
          state: 'ahead' as const,
          children: (
            <p>
              {t('councils.legislation.waitsFor', { days: daysSince(stageSince, today) })}{' '}
              {daysSince(lastOn, today) >= stalledAfter &&
                t('councils.legislation.stalledSince', { days: stalledAfter })}
            </p>
          ),
        },
      ]
  return (
    <Section title={t('councils.legislation.chain')} lead={t('councils.legislation.chainLead')} id="chain">
      <Timeline
        label={t('councils.legislation.chain')}
        moments={[
          ...chain.map((one, n) => ({
            title: t(stepWords[one.kind]),
            when: <Time at={one.onDay} />,
            children: (
              <>
                {n > 0 && (
                  <p class="muted">{t('councils.legislation.afterDays', { days: waited(chain, n) })}</p>
                )}
                <Where of={one} number={number} />
                {one.text && <Written text={one.text} locale={lang} />}
              </>
            ),
          })),
          ...ahead,
        ]}
      />
    </Section>
  )
}

/** How long the proposal has spent in each stage. */
export const Clock = ({ proposal, today, stalledAfter }: Props) => {
  const { t } = usePage()
  const stalled = daysSince(proposal.lastOn, today) >= stalledAfter
  return (
    <Section title={t('councils.legislation.clock')} id="clock">
      <DescriptionList
        facts={staysOf(proposal.chain, today).map(({ stage, days, lasts }) => ({
          term: t(lawStageWords[stage]),
          value: (
            <>
              {t('councils.legislation.days', { days })}{' '}
              {lasts && (
                <Badge tone={stalled ? 'warn' : 'accent'}>
                  {t(stalled ? 'councils.legislation.stalled' : 'councils.legislation.running')}
                </Badge>
              )}
            </>
          ),
        }))}
      />
    </Section>
  )
}
