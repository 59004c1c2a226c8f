import { AppointmentFacts } from '#modules/network/index.ts'
import type { Viewer } from '#platform/http/viewer.ts'
import type { Refusal } from '#platform/refusal.ts'
import { Alert, Badge, ButtonLink, Layout, PageHeading, Refused, Section, Text, usePage } from '#ui/index.ts'
import { standingTone, standingWord } from '../decision-words.ts'
import { canVote } from '../policy/decisions.ts'
import { actsWithVote, appealingCapacities } from '../policy/procedures.ts'
import { subjectWords } from '../procedure-words.ts'
import type { Appealable, AppealView } from '../queries/appeals.ts'
import type { DecisionView } from '../queries/decision.ts'
import type { DecisionSubject } from '../queries/decision-subject.ts'
import type {
  ChallengeView,
  EnteredView,
  PositionFilter,
  PositionView,
  SupportView,
} from '../queries/positions.ts'
import type { Standing } from '../queries/standing.ts'
import { AppealsSection } from './appeal.tsx'
import { AskAgain, type AskingRules } from './ask-again.tsx'
import { DecidedText } from './decided-text.tsx'
import { Course, TallyOf, Terms } from './decision-course.tsx'
import { DecisionDesk } from './decision-desk.tsx'
import { ChoiceWord, Positions, Supports } from './decision-positions.tsx'
import { Challenges } from './mandate-challenge.tsx'
import { RecountSection } from './recount-section.tsx'
import { SetAside } from './set-aside.tsx'
import { Speaker } from './speaker.tsx'

export type DecisionParts = {
  decision: DecisionView
  standing: Standing
  /** Where the viewer's own members stand. */
  own: readonly PositionView[]
  /** Entered votes that wait for a member's word: of the viewer's members, or all for the secretariat. */
  waiting: readonly EnteredView[]
  positions: readonly PositionView[]
  filter: PositionFilter | null
  next: string | null
  supports: readonly SupportView[]
  challenges: readonly ChallengeView[]
  backers: readonly { id: string; name: PositionView['name'] }[]
  /** The application, post, proposal or appeal that is decided. */
  about: DecisionSubject | null
  appeals: readonly AppealView[]
  appealable: Appealable
  /** What it takes to ask again; null where nobody can. */
  asking: AskingRules | null
}

type Props = DecisionParts & { viewer: Viewer; now: Temporal.Instant; refusal?: Refusal }

/** What the viewer's members have said, and the one thing to do. */
const OwnVotes = ({ decision, own, viewer }: Pick<Props, 'decision' | 'own' | 'viewer'>) => {
  const { link, t } = usePage()
  if (own.length === 0) return null
  const answered = own.every(({ choice }) => choice !== null)
  return (
    <div class="own-votes">
      {own.map(position => (
        <p>
          <Speaker name={position.name} />: <ChoiceWord position={position} />
        </p>
      ))}
      {canVote(viewer, decision) && (
        <p>
          <ButtonLink
            href={link(`/decisions/${decision.number}/vote`)}
            look={answered ? 'plain' : 'primary'}
            icon="vote"
          >
            {t(answered ? 'initiatives.ballot.change' : 'initiatives.ballot.vote')}
          </ButtonLink>
        </p>
      )}
    </div>
  )
}

const WaitingVotes = ({ decision, waiting }: Pick<Props, 'decision' | 'waiting'>) => {
  const { i18n, link, t } = usePage()
  return (
    <>
      {waiting.map(({ id, name }) => (
        <Alert kind="warning">
          <a href={link(`/decisions/${decision.number}/entered/${id}`)}>
            {t('initiatives.ballot.waitsForConfirmation', { member: i18n.text(name).value })}
          </a>
        </Alert>
      ))}
    </>
  )
}

const News = ({ decision: { news, previous } }: Pick<Props, 'decision'>) => {
  const { link, t } = usePage()
  if (!news) return null
  return (
    <Section title={t('initiatives.decision.news')}>
      <Text value={news} paragraphs />
      {previous !== null && (
        <p>
          {t('initiatives.decision.previous')}:{' '}
          <a href={link(`/decisions/${previous}`)}>{t('initiatives.board.decision', { number: previous })}</a>
        </p>
      )}
    </Section>
  )
}

// A secret ballot is cast on a page of its own, which shows nobody's position.
const Elsewhere = ({ decision, about, viewer }: Pick<Props, 'decision' | 'about' | 'viewer'>) => {
  const { link, t } = usePage()
  const { number, initiative, secret, status, outcome } = decision
  const path = link(`/decisions/${number}`)
  return (
    <div class="actions">
      {secret && status === 'open' && actsWithVote(viewer) && (
        <ButtonLink href={`${path}/secret-ballot`} look="primary" icon="vote">
          {t('initiatives.decision.toSecretBallot')}
        </ButtonLink>
      )}
      {initiative !== null && (
        <ButtonLink href={link(`/initiatives/${initiative}`)}>
          {t('initiatives.decision.toInitiative')}
        </ButtonLink>
      )}
      {about !== null && <ButtonLink href={link(about.path)}>{t(subjectWords[about.kind])}</ButtonLink>}
      {outcome !== null && (
        <ButtonLink href={`${path}/pdf`} icon="printer">
          {t('initiatives.decision.pdf')}
        </ButtonLink>
      )}
    </div>
  )
}

/** One decision: the question, how it stands, what the viewer can do, who said what, and how to check it. */
export const DecisionPage = (props: Props) => {
  const { decision, standing, viewer, now, refusal } = props
  const { i18n, link, t } = usePage()
  const { number, title } = decision
  const shown = i18n.text(title)
  return (
    <Layout
      title={shown.value}
      crumbs={[{ label: t('initiatives.decision.listTitle'), path: '/decisions' }]}
      indexed={!decision.secret}
      invalid={refusal !== undefined}
    >
      <PageHeading
        kicker={t('initiatives.board.decision', { number })}
        title={<Text value={title} note={false} />}
      >
        <Badge tone={standingTone(decision)}>{t(standingWord(decision))}</Badge>
      </PageHeading>
      <Refused refusal={refusal} />
      <SetAside decision={decision} />
      <WaitingVotes {...props} />
      <Course decision={decision} now={now} />
      <TallyOf decision={decision} standing={standing} />
      <OwnVotes decision={decision} own={props.own} viewer={viewer} />
      <Elsewhere decision={decision} about={props.about} viewer={viewer} />
      {props.about?.appointment && <AppointmentFacts appointment={props.about.appointment} />}
      <News decision={decision} />
      <DecidedText decision={decision} />
      {!decision.secret && (
        <Positions
          here={link(`/decisions/${number}`)}
          positions={props.positions}
          filter={props.filter}
          next={props.next}
        />
      )}
      <Supports supports={props.supports} />
      <Challenges decision={decision} challenges={props.challenges} viewer={viewer} />
      <AppealsSection
        appeals={props.appeals}
        decision={props.appealable}
        able={appealingCapacities(viewer, props.appealable).length > 0}
      />
      {props.asking && (
        <AskAgain decision={decision} backers={props.backers} viewer={viewer} rules={props.asking} />
      )}
      <Terms decision={decision} />
      <RecountSection number={number} fingerprint={decision.fingerprint} logHash={decision.logHash} />
      <DecisionDesk decision={decision} viewer={viewer} supports={props.supports} />
    </Layout>
  )
}
