import { isAmongMembers, type Viewer } from '#platform/http/viewer.ts'
import {
  Actions,
  Alert,
  Badge,
  ButtonLink,
  type FormValues,
  Layout,
  PageHeading,
  type Problem,
  type RefusalShown,
  Refused,
  Section,
  Text,
  usePage,
} from '#ui/index.ts'
import { daysLeft, lastDay } from '../deadlines.ts'
import { canAnswerApplication, canWithdrawApplication } from '../policy/admission.ts'
import type { ApplicationView } from '../queries/applications.ts'
import type { NamedMember } from '../queries/member-name.ts'
import { applicationTones, applicationWords, formWords } from '../words.ts'
import { ApplicationAnswer } from './application-answer.tsx'
import { ApplicationFacts } from './application-facts.tsx'
import { ApplicationProgress } from './application-progress.tsx'
import { Objections } from './objections.tsx'

export type ApplicationPageProps = {
  application: ApplicationView
  viewer: Viewer
  /** Members with a vote for which the viewer acts, by name. */
  members: readonly NamedMember[]
  refusal?: RefusalShown
  values?: FormValues
  problems?: readonly Problem[]
}

const Period = ({ application }: { application: ApplicationView }) => {
  const { i18n, t } = usePage()
  const { status, objectionsUntil, over } = application
  if (status !== 'published' || objectionsUntil === null) return null
  const day = i18n.date(lastDay(i18n, objectionsUntil))
  if (over) return <p>{t('network.application.periodOver', { day })}</p>
  return <p>{t('network.application.periodRuns', { day, days: daysLeft(i18n, objectionsUntil) })}</p>
}

const FileLink = ({ application }: { application: ApplicationView }) => {
  const { link, t } = usePage()
  if (application.fileId === null) return null
  return (
    <p>
      <a href={link(`/applications/${application.id}/file`)}>{t('network.application.file')}</a>
    </p>
  )
}

const Tasks = ({ application, viewer }: Pick<ApplicationPageProps, 'application' | 'viewer'>) => {
  const { link, t } = usePage()
  const path = `/applications/${application.id}`
  const voting = application.status === 'contested' && application.decision !== null && isAmongMembers(viewer)
  return (
    <>
      {application.mandateWaits && viewer.account === application.applicantId && (
        <Alert kind="info">{t('network.application.mandateWaits')}</Alert>
      )}
      <Actions>
        {voting && (
          <ButtonLink href={link(`/decisions/${application.decision}`)} look="primary" icon="vote">
            {t('network.application.toDecision')}
          </ButtonLink>
        )}
        {canWithdrawApplication(viewer, application) && (
          <ButtonLink href={link(`${path}/withdrawal`)}>{t('network.application.withdraw')}</ButtonLink>
        )}
        {application.status === 'admitted' && application.membershipId && (
          <ButtonLink href={link(`/memberships/${application.membershipId}`)}>
            {t('network.application.toMembership')}
          </ButtonLink>
        )}
      </Actions>
    </>
  )
}

/** An application as its applicant and the members see it: where it stands, what it says, what one can do. */
export const ApplicationPage = (props: ApplicationPageProps) => {
  const { application, viewer, members, refusal, problems = [] } = props
  const { i18n, t } = usePage()
  const name = i18n.text(application.name).value || t('network.application.forgotten')
  const mine = application.applicantId === viewer.account
  const crumbs = mine
    ? [{ label: t('network.join.title'), path: '/join' }]
    : [{ label: t('network.applications.title'), path: '/applications' }]
  return (
    <Layout title={name} crumbs={crumbs} invalid={problems.length > 0 || refusal !== undefined}>
      <PageHeading
        title={application.name ? <Text value={application.name} /> : name}
        kicker={t('network.application.kicker', { form: t(formWords[application.form]) })}
      >
        <Badge tone={applicationTones[application.status]}>{t(applicationWords[application.status])}</Badge>
        <Period application={application} />
      </PageHeading>
      <Refused refusal={refusal} />
      <Tasks application={application} viewer={viewer} />
      <Section title={t('network.application.progress')}>
        <ApplicationProgress application={application} linked={isAmongMembers(viewer)} />
      </Section>
      {application.facts && 'route' in application.facts && application.name && (
        <Section title={t('network.application.facts')}>
          <ApplicationFacts
            name={application.name}
            facts={application.facts}
            identifiers={application.identifiers}
            locale={application.locale}
          />
          <FileLink application={application} />
        </Section>
      )}
      {canAnswerApplication(viewer, application) && !application.over && (
        <ApplicationAnswer
          application={application}
          members={members}
          values={props.values}
          problems={problems}
        />
      )}
      <Objections application={application} viewer={viewer} />
    </Layout>
  )
}
