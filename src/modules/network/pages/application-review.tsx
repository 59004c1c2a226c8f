import type { MessageKey, MessageValues } from '#platform/i18n/index.ts'
import {
  Actions,
  ButtonLink,
  Layout,
  PageHeading,
  PostButton,
  Refused,
  Section,
  Stepper,
  usePage,
} from '#ui/index.ts'
import type { Submission } from '../actions/read-submission.ts'
import { formWords } from '../words.ts'
import { ApplicationFacts } from './application-facts.tsx'

const titles = {
  collective: 'network.join.collective.title',
  individual: 'network.join.individual.title',
  agreement: 'network.join.agreement.title',
} as const

type Props = {
  id: string
  submission: Submission
  refusal?: { reason: MessageKey; values?: MessageValues }
}

/** What members will read, before it is sent. */
export const ApplicationReviewPage = ({ id, submission, refusal }: Props) => {
  const { i18n, link, t } = usePage()
  const { form, name, facts, identifiers } = submission
  return (
    <Layout
      title={t('network.review.title')}
      crumbs={[
        { label: t('network.join.title'), path: '/join' },
        { label: t('network.form.title', { form: t(formWords[form]) }), path: `/join/${form}` },
      ]}
      width="reading"
      invalid={refusal !== undefined}
    >
      <Stepper
        label={t('network.review.steps')}
        steps={[
          { label: t('network.review.stepWrite'), state: 'done', href: link(`/join/${form}`) },
          { label: t('network.review.stepReview'), state: 'current' },
          { label: t('network.review.stepPublished'), state: 'todo' },
        ]}
      />
      <PageHeading title={t('network.review.title')} lead={t('network.review.lead')} />
      <Refused refusal={refusal} />
      <Section title={t(titles[form])}>
        <ApplicationFacts name={name} facts={facts} identifiers={identifiers} locale={i18n.locale} />
      </Section>
      <Actions>
        <PostButton action={link(`/applications/${id}/submission`)} look="primary" icon="send">
          {t('network.review.send')}
        </PostButton>
        <ButtonLink href={link(`/join/${form}`)}>{t('network.review.change')}</ButtonLink>
        <ButtonLink href={link(`/applications/${id}/discarding`)} look="quiet">
          {t('network.review.discard')}
        </ButtonLink>
      </Actions>
    </Layout>
  )
}
