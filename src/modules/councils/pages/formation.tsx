import type { Viewer } from '#platform/http/viewer.ts'
import {
  Alert,
  Badge,
  Button,
  ButtonLink,
  EmptyState,
  Form,
  HiddenField,
  Layout,
  PageHeading,
  PostButton,
  Section,
  Stepper,
  Table,
  Text,
  TextField,
  Time,
  Timeline,
  usePage,
} from '#ui/index.ts'
import { applicationWords, stageWords } from '../council-words.ts'
import { canApply, mayKeep, seesInside } from '../policy/councils.ts'
import type { CouncilView } from '../queries/council.ts'
import type { ApplicationView, FormationView } from '../queries/formation.ts'
import type { FormationStage } from '../schema/formations.ts'
import { councilCrumbs } from './seats.tsx'
import type { SessionPageProps } from './session.tsx'

export type FormationPageProps = {
  council: CouncilView
  formation: FormationView | null
  viewer: Viewer
  refusal?: SessionPageProps['refusal']
}

const way = ['initiative_group', 'call', 'applications', 'assembly', 'election', 'composition'] as const

const Way = ({ formation }: { formation: FormationView }) => {
  const { t } = usePage()
  const reached = way.indexOf(formation.stage as (typeof way)[number])
  return (
    <Stepper
      label={t('councils.formation.title')}
      steps={way.map((stage, n) => ({
        label: t(stageWords[stage]),
        state:
          n < reached || (n === reached && stage === 'composition')
            ? 'done'
            : n === reached
              ? 'current'
              : 'todo',
      }))}
    />
  )
}

const missing: Partial<Record<FormationStage, readonly Parameters<ReturnType<typeof usePage>['t']>[0][]>> = {
  initiative_group: ['councils.missing.call', 'councils.missing.until', 'councils.missing.seats'],
  call: ['councils.missing.applications'],
  applications: ['councils.missing.answers', 'councils.missing.assembly'],
  assembly: ['councils.missing.result', 'councils.missing.minutes'],
  election: ['councils.missing.publication'],
}

const Dates = ({ formation }: { formation: FormationView }) => {
  const { i18n, t } = usePage()
  const { begunOn, calledOn, applyUntil, assemblyAt, electedOn, publishedOn, today } = formation
  const moments = [
    { title: t('councils.moment.begun'), day: begunOn },
    { title: t('councils.moment.called'), day: calledOn },
    { title: t('councils.moment.until'), day: applyUntil },
    { title: t('councils.moment.assembly'), day: assemblyAt && i18n.dayOf(assemblyAt).toString() },
    { title: t('councils.moment.elected'), day: electedOn },
    { title: t('councils.moment.published'), day: publishedOn },
  ].filter(({ day }) => day !== null)
  return (
    <Timeline
      label={t('councils.moment.title')}
      moments={moments.map(({ title, day }) => ({
        title,
        when: <Time at={day!} />,
        state: day! > today ? 'ahead' : 'done',
      }))}
    />
  )
}

const Answer = ({ council, application }: { council: CouncilView; application: ApplicationView }) => {
  const { link, t } = usePage()
  const action = link(`/councils/${council.slug}/formation/answer`)
  return (
    <>
      <PostButton action={action} fields={{ application: application.id, answer: 'admitted' }} small>
        {t('councils.application.admit')}
      </PostButton>
      <details>
        <summary>{t('councils.application.refuse')}</summary>
        <Form action={action} id={`refuse-${application.id}`} label={t('councils.application.refuse')}>
          <HiddenField name="application" value={application.id} />
          <HiddenField name="answer" value="refused" />
          <TextField name="refusal" label={t('councils.application.refusal')} maxlength={1000} required />
          <Button>{t('councils.application.refuse')}</Button>
        </Form>
      </details>
    </>
  )
}

const Applications = ({ council, formation, viewer }: FormationPageProps & { formation: FormationView }) => {
  const { t } = usePage()
  const keeps = mayKeep(viewer, formation)
  const counted = formation.applications.some(({ votes }) => votes !== null)
  const answering = keeps && ['call', 'applications'].includes(formation.stage)
  return (
    <Section title={t('councils.application.title')} id="applications">
      <Table
        caption={t('councils.application.title')}
        captionHidden
        columns={[
          {
            label: t('councils.application.organisation'),
            heading: true,
            cell: ({ organisation }) => <span dir="auto">{organisation}</span>,
          },
          {
            label: t('councils.application.candidate'),
            cell: ({ candidate }) => candidate ?? t('councils.holder.unnamed'),
          },
          {
            label: t('councils.application.state'),
            cell: ({ status, refusal, elected }) => (
              <>
                <Badge tone={elected ? 'good' : status === 'refused' ? 'bad' : 'neutral'}>
                  {elected ? t('councils.application.elected') : t(applicationWords[status])}
                </Badge>{' '}
                {refusal}
              </>
            ),
          },
          ...(counted
            ? [
                {
                  label: t('councils.application.votes'),
                  numeric: true,
                  cell: ({ votes }: ApplicationView) => votes ?? '',
                },
              ]
            : []),
          ...(answering
            ? [
                {
                  label: t('councils.holder.doing'),
                  cell: (application: ApplicationView) =>
                    application.status === 'received' && (
                      <Answer council={council} application={application} />
                    ),
                },
              ]
            : []),
        ]}
        rows={formation.applications}
        empty={<p>{t('councils.application.none')}</p>}
      />
    </Section>
  )
}

const Next = ({ council, formation, viewer }: FormationPageProps & { formation: FormationView }) => {
  const { link, t } = usePage()
  const at = `/councils/${council.slug}/formation`
  const { stage } = formation
  const keeps = mayKeep(viewer, formation)
  return (
    <>
      {canApply(viewer, formation) && (
        <ButtonLink href={link(`${at}/application`)} look={keeps ? 'plain' : 'primary'}>
          {t(keeps ? 'councils.application.enter' : 'councils.application.apply')}
        </ButtonLink>
      )}
      {keeps && stage === 'initiative_group' && (
        <ButtonLink href={link(`${at}/call`)} look="primary">
          {t('councils.formation.publishCall')}
        </ButtonLink>
      )}
      {keeps && stage === 'call' && (
        <PostButton action={link(`${at}/call-end`)}>{t('councils.formation.closeCall')}</PostButton>
      )}
      {keeps && stage === 'applications' && (
        <ButtonLink href={link(`${at}/assembly`)} look="primary">
          {t('councils.formation.callAssembly')}
        </ButtonLink>
      )}
      {keeps && stage === 'assembly' && (
        <ButtonLink href={link(`${at}/election`)} look="primary">
          {t('councils.formation.recordElection')}
        </ButtonLink>
      )}
      {keeps && stage === 'election' && (
        <PostButton action={link(`${at}/composition`)} look="primary">
          {t('councils.formation.publishComposition')}
        </PostButton>
      )}
      {keeps && stage !== 'composition' && stage !== 'abandoned' && (
        <ButtonLink href={link(`${at}/abandonment`)} look="quiet">
          {t('councils.formation.abandon')}
        </ButtonLink>
      )}
    </>
  )
}

const Course = (props: FormationPageProps & { formation: FormationView }) => {
  const { i18n, link, t } = usePage()
  const { council, formation, viewer } = props
  const still = missing[formation.stage] ?? []
  return (
    <>
      {formation.abandonedReason && (
        <Alert kind="warning" title={t('councils.stage.abandoned')}>
          {formation.abandonedReason}
        </Alert>
      )}
      {formation.stage !== 'abandoned' && <Way formation={formation} />}
      {still.length > 0 && (
        <Section title={t('councils.missing.title')}>
          <ul>
            {still.map(key => (
              <li>{t(key)}</li>
            ))}
          </ul>
        </Section>
      )}
      {Object.keys(formation.callText).length > 0 && (
        <Section title={t('councils.formation.call')}>
          <Text value={formation.callText} paragraphs />
          {Object.keys(formation.whoMayApply).length > 0 && (
            <>
              <h3>{t('councils.formation.whoMayApply')}</h3>
              <Text value={formation.whoMayApply} paragraphs />
            </>
          )}
          <p>
            {t('councils.formation.seatsUntil', {
              seats: formation.seats ?? 0,
              until: i18n.date(formation.applyUntil!),
            })}
          </p>
        </Section>
      )}
      <Section title={t('councils.moment.title')}>
        <Dates formation={formation} />
        {formation.assemblyPlace && (
          <p>{t('councils.formation.place', { place: formation.assemblyPlace })}</p>
        )}
        {formation.electors !== null && (
          <p>{t('councils.formation.electorCount', { count: formation.electors })}</p>
        )}
        {formation.minutes && seesInside(viewer) && (
          <a href={link(`/councils/${council.slug}/formation/minutes`)}>{t('councils.formation.minutes')}</a>
        )}
      </Section>
      <Section title={t('councils.formation.initiators')}>
        <ul>
          {formation.initiators.map(({ organisation, member }) => (
            <li>{member ? <Text value={member} note={false} /> : <span dir="auto">{organisation}</span>}</li>
          ))}
        </ul>
      </Section>
      <Applications {...props} />
    </>
  )
}

/** The way of a public council: from the initiative group to its published composition. */
export const FormationPage = (props: FormationPageProps) => {
  const { i18n, link, t } = usePage()
  const { council, formation, viewer, refusal } = props
  const name = i18n.text(council.name).value
  const begin =
    mayKeep(viewer, council) && (formation === null || ['composition', 'abandoned'].includes(formation.stage))
  return (
    <Layout title={`${t('councils.formation.title')}: ${name}`} crumbs={councilCrumbs(t, council, name)}>
      <PageHeading
        kicker={name}
        title={t('councils.formation.title')}
        lead={t('councils.formation.lead')}
        actions={
          <>
            {formation && <Next {...props} formation={formation} />}
            {begin && (
              <ButtonLink
                href={link(`/councils/${council.slug}/formation/new`)}
                look={formation ? 'plain' : 'primary'}
              >
                {t('councils.formation.begin')}
              </ButtonLink>
            )}
          </>
        }
      />
      {refusal && <Alert kind="error">{t(refusal.reason, refusal.values)}</Alert>}
      {formation ? (
        <Course {...props} formation={formation} />
      ) : (
        <EmptyState title={t('councils.formation.none')} icon="users" />
      )}
    </Layout>
  )
}
