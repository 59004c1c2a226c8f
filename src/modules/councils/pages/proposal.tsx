import { fieldsOfWork, Written } from '#modules/network/index.ts'
import type { Viewer } from '#platform/http/viewer.ts'
import {
  Actions,
  ButtonLink,
  DescriptionList,
  Layout,
  PageHeading,
  type RefusalShown,
  Refused,
  Section,
  Stepper,
  Text,
  Time,
  Timeline,
  usePage,
} from '#ui/index.ts'
import { hasEnded, nextSteps, stagesOf } from '../legislation.ts'
import { lawStageWords, recordWords, routeWords, standardWords, stepWords } from '../legislation-words.ts'
import { canRevise, canTakeStep } from '../policy/legislation.ts'
import type { ChainLink, ProposalView } from '../queries/legislation.ts'
import { daysSince, Standing } from './legislation.tsx'

type Props = {
  proposal: ProposalView
  viewer: Viewer
  today: Temporal.PlainDate
  stalledAfter: number
  refusal?: RefusalShown
}

const Way = ({ proposal: { route, stage } }: Pick<Props, 'proposal'>) => {
  const { t } = usePage()
  const way = stagesOf[route]
  const reached = way.indexOf(stage)
  if (reached < 0) return null
  return (
    <Stepper
      label={t('councils.legislation.way')}
      steps={way.map((step, n) => ({
        label: t(lawStageWords[step]),
        state: n < reached || stage === 'law' ? 'done' : n === reached ? 'current' : 'todo',
      }))}
    />
  )
}

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

const Chain = ({ proposal, today, stalledAfter }: Omit<Props, 'viewer' | 'refusal'>) => {
  const { t } = usePage()
  const { chain, stage, stageSince, lang, number } = proposal
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
              {daysSince(stageSince, today) >= stalledAfter &&
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

const Rests = ({ proposal: { standards } }: Pick<Props, 'proposal'>) => {
  const { t } = usePage()
  if (standards.length === 0) return null
  return (
    <Section title={t('councils.legislation.standards')} id="standards">
      <ul class="prose">
        {standards.map(({ kind, title, article, url }) => (
          <li>
            {url ? <a href={url}>{title}</a> : title}
            {article && `, ${article}`} <small class="muted">{t(standardWords[kind])}</small>
          </li>
        ))}
      </ul>
    </Section>
  )
}

const Next = ({ proposal, viewer }: Pick<Props, 'proposal' | 'viewer'>) => {
  const { link, t } = usePage()
  if (!canTakeStep(viewer, proposal)) return null
  const steps = nextSteps(proposal.route, proposal.stage).filter(kind => kind !== 'prepared')
  return (
    <Section title={t('councils.legislation.whatHappened')} id="next">
      <Actions>
        {steps.map((kind, n) => (
          <ButtonLink
            href={link(`/legislation/${proposal.number}/steps/new?kind=${kind}`)}
            look={n === 0 ? 'primary' : 'plain'}
          >
            {t(recordWords[kind])}
          </ButtonLink>
        ))}
        {canRevise(viewer, proposal) && (
          <ButtonLink href={link(`/legislation/${proposal.number}/text`)} icon="pencil" look="quiet">
            {t('councils.legislation.revise')}
          </ButtonLink>
        )}
      </Actions>
    </Section>
  )
}

const Facts = ({ proposal: { act, body, council, councilSlug, topics } }: Pick<Props, 'proposal'>) => {
  const { i18n, link, t } = usePage()
  return (
    <DescriptionList
      facts={[
        council !== null &&
          councilSlug !== null && {
            term: t('councils.legislation.preparedBy'),
            value: (
              <a href={link(`/councils/${councilSlug}`)}>
                <Text value={council} note={false} />
              </a>
            ),
          },
        body && {
          term: t('councils.legislation.decides'),
          value: (
            <a href={link(`/bodies/${body.id}`)}>
              <Text value={body.name} note={false} />
            </a>
          ),
        },
        act && {
          term: t('councils.legislation.act'),
          value: <a href={link(`/communications/acts/${act.id}`)}>{act.title}</a>,
        },
        topics.length > 0 && {
          term: t('councils.legislation.topics'),
          value: i18n.list(topics.map(topic => fieldsOfWork.label(topic, i18n))),
        },
      ]}
    />
  )
}

/** One proposal, from the council that prepared it to the law: every link of the chain with its day and its document. */
export const ProposalPage = (props: Props) => {
  const { t } = usePage()
  const { proposal, refusal } = props
  const { title, lang, summary } = proposal
  return (
    <Layout
      title={title}
      crumbs={[{ label: t('councils.legislation.title'), path: '/legislation' }]}
      width="reading"
      invalid={refusal !== undefined}
      indexed={proposal.public}
    >
      <PageHeading
        title={<span lang={lang}>{title}</span>}
        kicker={`${t('councils.legislation.numbered', { number: proposal.number })} · ${t(routeWords[proposal.route])}`}
      >
        <p>
          <Standing of={proposal} {...props} />
        </p>
      </PageHeading>
      <Refused refusal={refusal} />
      <Way proposal={proposal} />
      <Written text={summary} locale={lang} />
      <Facts proposal={proposal} />
      <Rests proposal={proposal} />
      <Next {...props} />
      <Chain {...props} />
    </Layout>
  )
}
