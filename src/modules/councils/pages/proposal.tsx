import { ComparedActs, type DraftAct, writesFor } from '#modules/authorities/index.ts'
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
  usePage,
} from '#ui/index.ts'
import { nextSteps, stagesOf } from '../legislation.ts'
import { lawStageWords, recordWords, routeWords, standardWords } from '../legislation-words.ts'
import { canRevise, canTakeStep } from '../policy/legislation.ts'
import type { ProposalView } from '../queries/legislation.ts'
import type { Stage } from '../schema/proposals.ts'
import { Standing } from './legislation.tsx'
import { Chain, Clock } from './proposal-chain.tsx'

type Props = {
  proposal: ProposalView
  /** The draft act laid beside it, where the reader may see it. */
  act: DraftAct | null
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

const adopted: readonly Stage[] = ['recommended', 'bill', 'answered', 'law']

const Outcome = ({ act, proposal, viewer }: Pick<Props, 'act' | 'proposal' | 'viewer'>) => {
  const { link, t } = usePage()
  if (!act) return null
  if (act.issued) return <ComparedActs act={act} issued={act.issued} />
  if (!adopted.includes(proposal.stage) || !writesFor(viewer, act.membershipId)) return null
  return (
    <Section title={t('councils.legislation.compare')} lead={t('councils.legislation.compareLead')}>
      <ButtonLink href={link(`/communications/acts/${act.id}/issued`)} icon="scale">
        {t('councils.legislation.enterAdopted')}
      </ButtonLink>
    </Section>
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
      width={props.act?.issued ? 'working' : 'reading'}
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
      <Clock {...props} />
      <Chain {...props} />
      <Outcome {...props} />
    </Layout>
  )
}
