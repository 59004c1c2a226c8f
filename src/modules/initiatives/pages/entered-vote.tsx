import type { Refusal } from '#platform/refusal.ts'
import {
  Actions,
  Badge,
  Button,
  ConfirmButton,
  DescriptionList,
  Form,
  Layout,
  PageHeading,
  Refused,
  Text,
  Time,
  usePage,
} from '#ui/index.ts'
import { channelWords, choiceTones, choiceWords } from '../decision-words.ts'
import type { DecisionView } from '../queries/decision.ts'
import type { EnteredView } from '../queries/positions.ts'
import { Speaker } from './speaker.tsx'

type Props = {
  decision: DecisionView
  vote: EnteredView
  /** The viewer acts for the member and can answer. */
  answers: boolean
  refusal?: Refusal
}

const answered = ({ confirmedAt, declinedAt }: EnteredView) =>
  confirmedAt ? 'initiatives.ballot.confirmed' : declinedAt ? 'initiatives.ballot.declined' : null

/** A vote that a coordinator entered, with its evidence: the member says whether it is its own. */
export const EnteredVotePage = ({ decision, vote, answers, refusal }: Props) => {
  const { link, t } = usePage()
  const { number } = decision
  const path = link(`/decisions/${number}/entered/${vote.id}`)
  const answer = answered(vote)
  return (
    <Layout
      title={t('initiatives.ballot.enteredTitle')}
      crumbs={[
        { label: t('initiatives.decision.listTitle'), path: '/decisions' },
        { label: t('initiatives.board.decision', { number }), path: `/decisions/${number}` },
      ]}
      width="reading"
      invalid={refusal !== undefined}
    >
      <PageHeading title={t('initiatives.ballot.enteredTitle')} lead={t('initiatives.ballot.enteredLead')}>
        <Badge tone={vote.confirmedAt ? 'good' : 'warn'}>
          {t(answer ?? 'initiatives.ballot.unconfirmed')}
        </Badge>
      </PageHeading>
      <Refused refusal={refusal} />
      <DescriptionList
        facts={[
          { term: t('initiatives.decision.question'), value: <Text value={decision.title} /> },
          {
            term: t('initiatives.decision.member'),
            value: <Speaker name={vote.name} membership={vote.elector} />,
          },
          {
            term: t('initiatives.decision.vote'),
            value: <Badge tone={choiceTones[vote.choice]}>{t(choiceWords[vote.choice])}</Badge>,
          },
          vote.statement && {
            term: t('initiatives.decision.statement'),
            value: <Text value={vote.statement} paragraphs />,
          },
          { term: t('initiatives.ballot.channelLabel'), value: t(channelWords[vote.channel!]) },
          { term: t('initiatives.ballot.enteredAt'), value: <Time at={vote.castAt} /> },
          {
            term: t('initiatives.ballot.evidence'),
            value: <a href={`${path}/file`}>{t('initiatives.ballot.seeEvidence')}</a>,
          },
        ]}
      />
      {answers && !answer && (
        <Actions>
          <Form action={`${path}/confirmation`}>
            <Button look="primary">{t('initiatives.ballot.confirm')}</Button>
          </Form>
          <ConfirmButton
            label={t('initiatives.ballot.decline')}
            confirm={t('initiatives.ballot.declineNow')}
            action={`${path}/refusal`}
          >
            <p>{t('initiatives.ballot.declineHelp')}</p>
          </ConfirmButton>
        </Actions>
      )}
    </Layout>
  )
}
