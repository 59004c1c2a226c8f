import { Written } from '#modules/network/index.ts'
import { capacityFor, type Viewer } from '#platform/http/viewer.ts'
import {
  Alert,
  Badge,
  Button,
  ConfirmButton,
  Form,
  type FormValues,
  Layout,
  PageHeading,
  type Problem,
  RadioGroup,
  type RefusalShown,
  Refused,
  Section,
  TextArea,
  Time,
  usePage,
} from '#ui/index.ts'
import { inLanguage, movedParts } from '../initiative-text.ts'
import { amendmentTones, amendmentWords } from '../initiative-words.ts'
import { ownsInitiative } from '../policy/initiatives.ts'
import type { AmendmentView } from '../queries/amendments.ts'
import type { InitiativeView } from '../queries/initiative.ts'
import { Comparison } from './comparison.tsx'
import { Speaker } from './speaker.tsx'

type Props = {
  initiative: InitiativeView
  amendment: AmendmentView
  viewer: Viewer
  values?: FormValues
  problems?: readonly Problem[]
  refusal?: RefusalShown
}

const AnswerForm = ({ initiative, amendment, values, problems }: Props) => {
  const { link, t } = usePage()
  return (
    <Section title={t('initiatives.amendment.answer')}>
      {initiative.status === 'decision' && <Alert kind="warning">{t('initiatives.revision.newRound')}</Alert>}
      <Form
        action={link(`/initiatives/${initiative.number}/amendments/${amendment.number}/answer`)}
        values={values}
        problems={problems}
      >
        <RadioGroup
          name="answer"
          label={t('initiatives.amendment.yourAnswer')}
          required
          columns
          options={[
            { value: 'accepted', label: t('initiatives.amendment.accept') },
            { value: 'refused', label: t('initiatives.amendment.refuse') },
          ]}
        />
        <TextArea name="reasons" label={t('initiatives.amendment.answerReasons')} required maxlength={4000} />
        <Button look="primary">{t('initiatives.amendment.sendAnswer')}</Button>
      </Form>
    </Section>
  )
}

const Answer = ({ initiative, amendment }: Pick<Props, 'initiative' | 'amendment'>) => {
  const { link, t } = usePage()
  if (!amendment.answer || !amendment.answeredAt) return null
  return (
    <Section title={t('initiatives.amendment.answered')}>
      <p class="said-who">
        <Speaker name={initiative.member} /> · <Time at={amendment.answeredAt} />
      </p>
      <Written text={amendment.answer} locale={amendment.answerLocale ?? undefined} />
      {amendment.madeVersion && (
        <p>
          <a href={link(`/initiatives/${initiative.number}/versions?to=${amendment.madeVersion}`)}>
            {t('initiatives.amendment.seeVersion')}
          </a>
        </p>
      )}
    </Section>
  )
}

/** One amendment: the words that would go and come, why, and what the initiator says. */
export const AmendmentPage = (props: Props) => {
  const { i18n, link, t } = usePage()
  const { initiative, amendment, viewer, refusal, problems = [] } = props
  const title = t('initiatives.amendment.numbered', { number: i18n.number(amendment.number) })
  const open = amendment.status === 'open'
  const moved = open && movedParts(amendment, inLanguage(initiative, initiative.authoritative)).length > 0
  const answers = open && ownsInitiative(viewer, initiative)
  return (
    <Layout
      title={title}
      crumbs={[
        { label: t('initiatives.list.title'), path: '/initiatives' },
        { label: i18n.text(initiative.title).value, path: `/initiatives/${initiative.number}` },
      ]}
      invalid={problems.length > 0 || refusal !== undefined}
      indexed
    >
      <PageHeading title={title} kicker={i18n.text(initiative.title).value}>
        <p>
          <Badge tone={amendmentTones[amendment.status]}>{t(amendmentWords[amendment.status])}</Badge>{' '}
          <Speaker name={amendment.member} membership={amendment.membershipId} /> ·{' '}
          <Time at={amendment.proposedAt} /> ·{' '}
          {t('initiatives.amendment.toVersion', { version: i18n.number(amendment.baseVersion) })}
        </p>
      </PageHeading>
      <Refused refusal={refusal} />
      {moved && <Alert kind="warning">{t('initiatives.amendment.textMoved')}</Alert>}
      <Section title={t('initiatives.amendment.why')}>
        <Written text={amendment.reasons} />
      </Section>
      <Comparison
        before={amendment.before}
        after={amendment.after}
        locale={amendment.locale}
        labels={{ before: t('initiatives.compare.before'), after: t('initiatives.compare.after') }}
      />
      <Answer initiative={initiative} amendment={amendment} />
      {answers && <AnswerForm {...props} />}
      {open && capacityFor(viewer, amendment.membershipId) && (
        <ConfirmButton
          label={t('initiatives.amendment.withdraw')}
          confirm={t('initiatives.amendment.withdrawNow')}
          action={link(`/initiatives/${initiative.number}/amendments/${amendment.number}/withdrawal`)}
          look="quiet"
        >
          <p>{t('initiatives.amendment.withdrawHint')}</p>
        </ConfirmButton>
      )}
    </Layout>
  )
}
