import type { Child } from 'hono/jsx'
import { ConfirmationPage, Written } from '#modules/network/index.ts'
import type { Viewer } from '#platform/http/viewer.ts'
import type { Refusal } from '#platform/refusal.ts'
import {
  Badge,
  ButtonLink,
  DescriptionList,
  type FormValues,
  HiddenField,
  Layout,
  PageHeading,
  type Problem,
  RadioGroup,
  Section,
  SelectField,
  TextArea,
  Time,
  usePage,
} from '#ui/index.ts'
import { canSettle, canVote } from '../policy/decisions.ts'
import type { DecisionView } from '../queries/decision.ts'
import type { ChallengeView, PositionView } from '../queries/positions.ts'
import { MemberSearch, type Offered, OfferedMember } from './member-search.tsx'
import { Speaker } from './speaker.tsx'

type ListProps = { decision: DecisionView; challenges: readonly ChallengeView[]; viewer: Viewer }

const state = ({ settled, upheld }: ChallengeView) =>
  !settled
    ? 'initiatives.challenge.open'
    : upheld
      ? 'initiatives.challenge.upheld'
      : 'initiatives.challenge.dismissed'

/** Doubts about mandates, and the way to raise one. */
export const Challenges = ({ decision, challenges, viewer }: ListProps) => {
  const { link, t } = usePage()
  const path = `/decisions/${decision.number}/challenges`
  const may = canVote(viewer, decision)
  if (challenges.length === 0 && !may) return null
  return (
    <Section title={t('initiatives.challenge.title')} id="challenges">
      <p>{t('initiatives.challenge.lead')}</p>
      <ul>
        {challenges.map(challenge => (
          <li>
            <a href={link(`${path}/${challenge.id}`)}>
              <Speaker name={challenge.name} />
            </a>{' '}
            <Badge tone={challenge.settled ? 'neutral' : 'warn'}>{t(state(challenge))}</Badge>
          </li>
        ))}
      </ul>
      {may && (
        <ButtonLink href={link(`${path}/new`)} look="quiet">
          {t('initiatives.challenge.raise')}
        </ButtonLink>
      )}
    </Section>
  )
}

type Shown = { values?: FormValues; problems?: readonly Problem[]; refusal?: Refusal }

const crumbsOf = (
  t: ReturnType<typeof usePage>['t'],
  { number }: DecisionView,
): { label: string; path: string }[] => [
  { label: t('initiatives.decision.listTitle'), path: '/decisions' },
  { label: t('initiatives.board.decision', { number }), path: `/decisions/${number}` },
]

type FormProps = Shown & {
  decision: DecisionView
  /** Members that voted. */
  offered: Offered
  own: readonly PositionView[]
}

/** A member says why it doubts. */
export const ChallengeFormPage = ({ decision, offered, own, ...shown }: FormProps) => {
  const { i18n, t } = usePage()
  const path = `/decisions/${decision.number}`
  const option = ({ id, name }: PositionView) => ({
    value: id,
    label: i18n.text(name).value || t('initiatives.speaker.individual'),
  })
  return (
    <ConfirmationPage
      title={t('initiatives.challenge.raise')}
      lead={t('initiatives.challenge.formLead')}
      crumbs={crumbsOf(t, decision)}
      action={`${path}/challenges`}
      confirm={t('initiatives.challenge.send')}
      back={path}
      before={<MemberSearch offered={offered} action={`${path}/challenges/new`} />}
      {...shown}
    >
      <OfferedMember offered={offered} name="elector" label={t('initiatives.challenge.whose')} />
      {own.length === 1 ? (
        <HiddenField name="membership" value={own[0]!.id} />
      ) : (
        <SelectField
          name="membership"
          label={t('initiatives.form.onBehalf')}
          options={own.map(option)}
          required
        />
      )}
      <TextArea
        name="reasons"
        label={t('initiatives.challenge.reasons')}
        hint={t('initiatives.challenge.reasonsHint')}
        rows={5}
        maxlength={4000}
        required
      />
    </ConfirmationPage>
  )
}

const ChallengeRead = ({ decision, facts }: { decision: DecisionView; facts: Child }) => {
  const { t } = usePage()
  return (
    <Layout title={t('initiatives.challenge.title')} crumbs={crumbsOf(t, decision)} width="reading">
      <PageHeading title={t('initiatives.challenge.title')} lead={t('initiatives.challenge.lead')} />
      {facts}
    </Layout>
  )
}

type PageProps = Shown & { decision: DecisionView; challenge: ChallengeView; viewer: Viewer }

/** One doubt; coordinators propose how to settle it. */
export const ChallengePage = ({ decision, challenge, viewer, ...shown }: PageProps) => {
  const { t } = usePage()
  const path = `/decisions/${decision.number}`
  const facts = (
    <>
      <DescriptionList
        facts={[
          {
            term: t('initiatives.challenge.whose'),
            value: <Speaker name={challenge.name} membership={challenge.elector} />,
          },
          {
            term: t('initiatives.challenge.by'),
            value: <Speaker name={challenge.challengerName} membership={challenge.challenger} />,
          },
          { term: t('initiatives.challenge.raisedAt'), value: <Time at={challenge.raisedAt} /> },
          { term: t('initiatives.challenge.state'), value: t(state(challenge)) },
        ]}
      />
      <Written text={challenge.reasons} locale={challenge.locale} />
    </>
  )
  if (!canSettle(viewer, decision, challenge)) return <ChallengeRead decision={decision} facts={facts} />
  return (
    <ConfirmationPage
      title={t('initiatives.challenge.title')}
      lead={t('initiatives.challenge.settleLead')}
      crumbs={crumbsOf(t, decision)}
      action={`${path}/challenges/${challenge.id}/settlement`}
      confirm={t('initiatives.challenge.propose')}
      back={path}
      before={facts}
      {...shown}
    >
      <RadioGroup
        name="finding"
        label={t('initiatives.challenge.finding')}
        options={[
          { value: 'dismiss', label: t('initiatives.challenge.findingDismiss') },
          { value: 'uphold', label: t('initiatives.challenge.findingUphold') },
        ]}
        required
      />
      <TextArea name="reason" label={t('initiatives.challenge.reason')} rows={4} maxlength={4000} required />
    </ConfirmationPage>
  )
}
