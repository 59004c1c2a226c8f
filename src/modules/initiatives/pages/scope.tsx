import type { NamedMember } from '#modules/network/index.ts'
import { Written } from '#modules/network/index.ts'
import type { Viewer } from '#platform/http/viewer.ts'
import { capacityFor } from '#platform/http/viewer.ts'
import {
  Badge,
  Button,
  Form,
  type FormValues,
  PostButton,
  type Problem,
  Section,
  SelectField,
  Text,
  TextArea,
  Time,
  usePage,
} from '#ui/index.ts'
import { otherCapacities, ownsInitiative } from '../policy/initiatives.ts'
import type { ChallengeView } from '../queries/discussion.ts'
import type { InitiativeView } from '../queries/initiative.ts'
import { CapacityField } from './capacity-field.tsx'
import { Speaker } from './speaker.tsx'

/** What a form on the page was told, and which of its forms it was. */
export type Told = { form: string; values: FormValues; problems: readonly Problem[] }

type Props = {
  initiative: InitiativeView
  challenges: readonly ChallengeView[]
  viewer: Viewer
  members: readonly NamedMember[]
  told: Told | null
}

const Answers = ({ initiative }: Pick<Props, 'initiative'>) => {
  const { t } = usePage()
  if (initiative.scopeAnswers.length === 0) return <p>{t('initiatives.scope.noTopics')}</p>
  return (
    <dl class="facts">
      {initiative.scopeAnswers.map(answer => (
        <div>
          <dt>
            <Text value={answer.topic} note={false} />
          </dt>
          <dd>
            {t(answer.touches ? 'initiatives.scope.touches' : 'initiatives.scope.touchesNot')}
            {answer.why && <Written text={answer.why} locale={answer.locale} />}
          </dd>
        </div>
      ))}
    </dl>
  )
}

const state = ({ answeredAt, withdrawnAt }: ChallengeView) =>
  withdrawnAt ? 'withdrawn' : answeredAt ? 'answered' : 'open'

const stateWords = {
  open: 'initiatives.scope.open',
  answered: 'initiatives.scope.answered',
  withdrawn: 'initiatives.scope.withdrawn',
} as const

const AnswerForm = ({
  initiative,
  challenge,
  told,
}: Pick<Props, 'initiative' | 'told'> & { challenge: ChallengeView }) => {
  const { link, t } = usePage()
  const id = `answer-${challenge.id}`
  const own = told?.form === id ? told : null
  return (
    <details class="unfold" open={own !== null}>
      <summary class="btn btn-sm">{t('initiatives.scope.answer')}</summary>
      <Form
        id={id}
        action={link(`/initiatives/${initiative.number}/scope/${challenge.id}/answer`)}
        values={own?.values}
        problems={own?.problems}
      >
        <TextArea name="answer" label={t('initiatives.scope.answerLabel')} required maxlength={4000} />
        <Button look="primary">{t('initiatives.scope.sendAnswer')}</Button>
      </Form>
    </details>
  )
}

const Challenge = ({ challenge, ...props }: Omit<Props, 'challenges'> & { challenge: ChallengeView }) => {
  const { link, t } = usePage()
  const { initiative, viewer } = props
  const at = state(challenge)
  return (
    <li class="said" id={`challenge-${challenge.id}`}>
      <p class="said-who">
        <Speaker name={challenge.member} membership={challenge.membershipId} />{' '}
        <Badge tone={at === 'open' ? 'warn' : 'neutral'}>{t(stateWords[at])}</Badge>{' '}
        <Time at={challenge.raisedAt} style="short" />
      </p>
      {challenge.topic && (
        <p>
          {t('initiatives.scope.aboutTopic')} <Text value={challenge.topic} note={false} />
        </p>
      )}
      <Written text={challenge.reasons} locale={challenge.locale} />
      {challenge.answer && (
        <div class="said-answer">
          <p class="said-who">
            {t('initiatives.scope.answerOf')} <Speaker name={initiative.member} />
          </p>
          <Written text={challenge.answer} locale={challenge.answerLocale ?? undefined} />
        </div>
      )}
      {at === 'open' && ownsInitiative(viewer, initiative) && <AnswerForm {...props} challenge={challenge} />}
      {at !== 'withdrawn' && capacityFor(viewer, challenge.membershipId) && (
        <PostButton
          action={link(`/initiatives/${initiative.number}/scope/${challenge.id}/withdrawal`)}
          look="quiet"
          small
        >
          {t('initiatives.scope.withdraw')}
        </PostButton>
      )}
    </li>
  )
}

const ChallengeForm = ({ initiative, viewer, members, told }: Props) => {
  const { i18n, link, t } = usePage()
  const may = otherCapacities(viewer, initiative).map(({ membership }) => membership)
  if (may.length === 0) return null
  const own = told?.form === 'challenge' ? told : null
  return (
    <details class="unfold" open={own !== null}>
      <summary class="btn btn-sm">{t('initiatives.scope.challenge')}</summary>
      <Form
        id="challenge"
        action={link(`/initiatives/${initiative.number}/scope`)}
        values={own?.values}
        problems={own?.problems}
      >
        <p>{t('initiatives.scope.challengeHint')}</p>
        <CapacityField
          members={members.filter(({ id }) => may.includes(id))}
          label={t('initiatives.form.onBehalf')}
        />
        {initiative.scopeAnswers.length > 0 && (
          <SelectField
            name="topic"
            label={t('initiatives.scope.whichTopic')}
            empty={t('initiatives.scope.noneOfThem')}
            options={initiative.scopeAnswers.map(({ topic }, n) => ({
              value: String(n),
              label: i18n.text(topic).value,
            }))}
          />
        )}
        <TextArea name="reasons" label={t('initiatives.scope.reasons')} required maxlength={4000} />
        <Button look="primary">{t('initiatives.scope.send')}</Button>
      </Form>
    </details>
  )
}

/** How the initiator answered what the coalition leaves to others, and who doubts it. */
export const ScopeSection = (props: Props) => {
  const { t } = usePage()
  return (
    <Section title={t('initiatives.scope.title')} id="scope" lead={t('initiatives.scope.lead')}>
      <Answers initiative={props.initiative} />
      {props.challenges.length > 0 && (
        <ul class="said-list">
          {props.challenges.map(challenge => (
            <Challenge {...props} challenge={challenge} />
          ))}
        </ul>
      )}
      <ChallengeForm {...props} />
    </Section>
  )
}
