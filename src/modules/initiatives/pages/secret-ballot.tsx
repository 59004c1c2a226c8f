import { AppointmentFacts, type NamedMember } from '#modules/network/index.ts'
import {
  Actions,
  Alert,
  Button,
  ButtonLink,
  Form,
  type FormValues,
  Layout,
  PageHeading,
  type Problem,
  RadioGroup,
  type RefusalShown,
  Refused,
  Text,
  usePage,
} from '#ui/index.ts'
import { majorityOf } from '../majority.ts'
import { secretWords } from '../procedure-words.ts'
import type { DecisionSubject } from '../queries/decision-subject.ts'
import type { SecretDecision } from '../queries/secret.ts'
import { secretChoices } from '../schema/secret.ts'
import { CapacityField } from './capacity-field.tsx'

type Props = {
  decision: SecretDecision
  about: DecisionSubject | null
  /** The viewer's members that can still vote. */
  members: readonly NamedMember[]
  /** The viewer's members that have voted. */
  voted: readonly NamedMember[]
  values?: FormValues
  problems?: readonly Problem[]
  refusal?: RefusalShown
}

const Nothing = ({ decision, voted }: Pick<Props, 'decision' | 'voted'>) => {
  const { link, t } = usePage()
  const key = !decision.running
    ? 'initiatives.secret.overNow'
    : voted.length > 0
      ? 'initiatives.secret.thanks'
      : 'initiatives.secret.noVote'
  return (
    <>
      <Alert kind="info">
        <p>{t(key)}</p>
      </Alert>
      <Actions>
        <ButtonLink href={link(`/decisions/${decision.number}`)}>{t('initiatives.secret.back')}</ButtonLink>
      </Actions>
    </>
  )
}

/** The ballot of a secret decision: one choice, once. Says nothing of what others do. */
export const SecretBallotPage = (props: Props) => {
  const { decision, about, members, voted, values, problems = [], refusal } = props
  const { i18n, link, t } = usePage()
  const { number, electorate } = decision
  return (
    <Layout
      title={t('initiatives.secret.title')}
      width="form"
      crumbs={[{ label: t('initiatives.board.decision', { number }), path: `/decisions/${number}` }]}
      invalid={problems.length > 0 || refusal !== undefined}
    >
      <PageHeading title={<Text value={decision.title} />} kicker={t('initiatives.secret.title')}>
        <p>{t('initiatives.secret.until', { until: i18n.dateTime(decision.closesAt) })}</p>
      </PageHeading>
      <Refused refusal={refusal} />
      {about?.appointment && <AppointmentFacts appointment={about.appointment} />}
      <p>{t('initiatives.secret.needed', { electorate, needed: majorityOf(electorate) })}</p>
      <p>{t('initiatives.secret.how')}</p>
      {voted.map(({ name }) => (
        <p>
          <strong>{t('initiatives.secret.hasVoted', { member: i18n.text(name).value })}</strong>
        </p>
      ))}
      {members.length === 0 ? (
        <Nothing decision={decision} voted={voted} />
      ) : (
        <Form
          action={link(`/decisions/${number}/secret-ballot`)}
          values={values}
          problems={problems}
          label={t('initiatives.secret.title')}
        >
          <CapacityField members={members} label={t('initiatives.form.onBehalf')} />
          <RadioGroup
            name="choice"
            label={t('initiatives.secret.choice')}
            required
            options={secretChoices.map(choice => ({ value: choice, label: t(secretWords[choice]) }))}
          />
          <Alert kind="warning">
            <p>{t('initiatives.secret.once')}</p>
            <p>{t('initiatives.secret.mandate')}</p>
          </Alert>
          <Actions>
            <Button look="primary">{t('initiatives.secret.cast')}</Button>
          </Actions>
        </Form>
      )}
    </Layout>
  )
}
