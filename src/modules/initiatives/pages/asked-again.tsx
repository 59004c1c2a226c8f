import type { NamedMember } from '#modules/network/index.ts'
import type { Viewer } from '#platform/http/viewer.ts'
import {
  Actions,
  Alert,
  Button,
  ButtonLink,
  type Crumb,
  Form,
  type FormValues,
  HiddenField,
  Layout,
  LocalisedField,
  PageHeading,
  type Problem,
  type RefusalShown,
  Refused,
  Section,
  Text,
  usePage,
} from '#ui/index.ts'
import { canWriteDraft } from '../policy/initiatives.ts'
import type { InitiativeView } from '../queries/initiative.ts'
import type { ProposalView } from '../queries/proposals.ts'
import { CapacityField } from './capacity-field.tsx'

/** Why an initiative asks the members again, and where they were asked before. */
export const AskedAgain = ({ initiative, viewer }: { initiative: InitiativeView; viewer: Viewer }) => {
  const { i18n, link, t } = usePage()
  const { asks, news, id } = initiative
  if (!asks || !news) return null
  return (
    <Section title={t('initiatives.decision.news')} id="news">
      <Text value={news} paragraphs />
      <p>
        {t('initiatives.again.before')}{' '}
        <a href={link(`/initiatives/${asks.initiative}`)}>
          {t('initiatives.initiative.kicker', { number: i18n.number(asks.initiative) })}
        </a>
        {', '}
        <a href={link(`/decisions/${asks.decision}`)}>
          {t('initiatives.board.decision', { number: asks.decision })}
        </a>
      </p>
      {canWriteDraft(viewer, initiative) && (
        <ButtonLink href={link(`/initiatives/drafts/${id}/news`)}>
          {t('initiatives.again.changeNews')}
        </ButtonLink>
      )}
    </Section>
  )
}

/** What asks about the same later, initiatives or proposals of changes, as links; nothing where there is none. */
export const AskedAgainLater = ({
  numbers = [],
  changes = [],
}: {
  numbers?: readonly number[]
  changes?: readonly number[]
}) => {
  const { i18n, link, t } = usePage()
  const later = [
    ...numbers.map(number => ({
      path: `/initiatives/${number}`,
      words: t('initiatives.initiative.kicker', { number: i18n.number(number) }),
    })),
    ...changes.map(number => ({
      path: `/changes/${number}`,
      words: t('initiatives.again.change', { number }),
    })),
  ]
  if (later.length === 0) return null
  return (
    <Alert kind="info">
      {t('initiatives.again.later')}{' '}
      {later.map(({ path, words }, n) => (
        <>
          {n > 0 && ', '}
          <a href={link(path)}>{words}</a>
        </>
      ))}
    </Alert>
  )
}

/** Why a proposal asks the members again, and where they were asked before. */
export const ProposedAgain = ({ previous }: Pick<ProposalView, 'previous'>) => {
  const { link, t } = usePage()
  if (!previous) return null
  return (
    <Section title={t('initiatives.decision.news')} id="news">
      <Text value={previous.news} paragraphs />
      <p>
        {t('initiatives.again.before')}{' '}
        <a href={link(`/decisions/${previous.decision}`)}>
          {t('initiatives.board.decision', { number: previous.decision })}
        </a>
      </p>
    </Section>
  )
}

/** What is new, asked where a change is proposed again, and from which decision. */
export const NewsFields = ({ decision }: { decision: number }) => {
  const { t } = usePage()
  return (
    <>
      <Alert kind="info">
        <p>{t('initiatives.again.changeLead', { number: decision })}</p>
      </Alert>
      <HiddenField name="previous" value={String(decision)} />
      <LocalisedField
        name="news"
        label={t('initiatives.decision.news')}
        hint={t('initiatives.again.newsHint')}
        maxlength={4000}
        multiline
        required
      />
    </>
  )
}

type FormProps = {
  action: string
  back: string
  crumbs: readonly Crumb[]
  /** For which members one can ask; none where the draft is there already. */
  members: readonly NamedMember[]
  values: FormValues
  problems?: readonly Problem[]
  refusal?: RefusalShown
}

/** Where somebody says what is new since the members decided. The text itself is changed on the draft's own form. */
export const NewsFormPage = ({ members, problems = [], refusal, ...props }: FormProps) => {
  const { link, t } = usePage()
  const begins = members.length > 0
  const title = t(begins ? 'initiatives.again.ask' : 'initiatives.decision.news')
  return (
    <Layout
      title={title}
      crumbs={props.crumbs}
      width="form"
      invalid={problems.length > 0 || refusal !== undefined}
    >
      <PageHeading title={title} lead={t('initiatives.again.lead')} />
      <Refused refusal={refusal} />
      <Form action={link(props.action)} values={props.values} problems={problems}>
        {begins && <CapacityField members={members} label={t('initiatives.form.onBehalf')} />}
        <LocalisedField
          name="news"
          label={t('initiatives.decision.news')}
          hint={t('initiatives.again.newsHint')}
          maxlength={4000}
          multiline
          required
        />
        <Actions>
          <Button look="primary">{t(begins ? 'initiatives.again.begin' : 'initiatives.draft.save')}</Button>
          <ButtonLink href={link(props.back)} look="quiet">
            {t('initiatives.form.back')}
          </ButtonLink>
        </Actions>
      </Form>
    </Layout>
  )
}
