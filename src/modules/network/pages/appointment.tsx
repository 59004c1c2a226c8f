import type { Viewer } from '#platform/http/viewer.ts'
import {
  Actions,
  Alert,
  Badge,
  ButtonLink,
  ConfirmButton,
  DescriptionList,
  Paragraphs,
  Section,
  Time,
  type Tone,
  usePage,
} from '#ui/index.ts'
import { canKeepPosts, canWithdrawAppointment, seesAppointments } from '../policy/posts.ts'
import type { AppointmentView } from '../queries/appointments.ts'
import type { AppointmentStatus } from '../schema/posts.ts'
import { Holder } from './post-area.tsx'

const statusWords = {
  asked: 'network.appointment.status.asked',
  appointed: 'network.appointment.status.appointed',
  not_supported: 'network.appointment.status.notSupported',
  lapsed: 'network.appointment.status.lapsed',
  withdrawn: 'network.appointment.status.withdrawn',
} as const satisfies Record<AppointmentStatus, string>

const statusTones: Record<AppointmentStatus, Tone> = {
  asked: 'accent',
  appointed: 'good',
  not_supported: 'neutral',
  lapsed: 'neutral',
  withdrawn: 'neutral',
}

/** Who is proposed, for which term, and why. Beside a decision: what is hashed names nobody. */
export const AppointmentFacts = ({ appointment }: { appointment: AppointmentView }) => {
  const { t } = usePage()
  const { name, member, validFrom, validUntil, reason } = appointment
  const forgotten = name === null && member === null
  return (
    <DescriptionList
      facts={[
        {
          term: t('network.appointment.person'),
          value: forgotten ? t('network.appointment.forgotten') : <Holder term={appointment} />,
        },
        { term: t('network.post.from'), value: <Time at={validFrom} /> },
        validUntil !== null && { term: t('network.post.until'), value: <Time at={validUntil} /> },
        reason !== null && { term: t('network.post.reason'), value: <Paragraphs text={reason} /> },
      ]}
    />
  )
}

const AskAgain = ({ postId }: Pick<AppointmentView, 'postId'>) => {
  const { link, t } = usePage()
  return (
    <Alert kind="warning">
      <p>{t('network.appointment.setAside')}</p>
      <ConfirmButton
        action={link(`/posts/${postId}/appointment-again`)}
        label={t('network.appointment.askAgain')}
        confirm={t('network.appointment.askMembers')}
        look="primary"
      >
        <p>{t('network.appointment.askAgainLead')}</p>
      </ConfirmButton>
    </Alert>
  )
}

const Question = ({ appointment, viewer }: { appointment: AppointmentView; viewer: Viewer }) => {
  const { i18n, link, t } = usePage()
  const { status, decision, postId, personId } = appointment
  const own = viewer.account === personId
  return (
    <>
      <p>
        <Badge tone={statusTones[status]}>{t(statusWords[status])}</Badge>
      </p>
      <AppointmentFacts appointment={appointment} />
      {appointment.toAskAgain && canKeepPosts(viewer) && <AskAgain postId={postId} />}
      <Actions>
        {decision !== null && seesAppointments(viewer) && (
          <ButtonLink href={link(`/decisions/${decision}`)} icon="vote">
            {t('network.appointment.toDecision', { number: i18n.number(decision) })}
          </ButtonLink>
        )}
        {canWithdrawAppointment(viewer, appointment) && (
          <ConfirmButton
            action={link(`/posts/${postId}/appointment-withdrawal`)}
            label={t(own ? 'network.appointment.decline' : 'network.appointment.withdraw')}
            confirm={t('network.appointment.withdrawConfirm')}
          >
            <p>{t('network.appointment.withdrawLead')}</p>
          </ConfirmButton>
        )}
      </Actions>
    </>
  )
}

type Props = { appointments: readonly AppointmentView[]; viewer: Viewer }

/** Whom the members are asked about, or were. Only for members, the secretariat and the person themselves. */
export const Appointments = ({ appointments, viewer }: Props) => {
  const { t } = usePage()
  if (appointments.length === 0) return null
  return (
    <Section title={t('network.appointment.title')} lead={t('network.appointment.lead')} id="appointments">
      {appointments.map(appointment => (
        <Question appointment={appointment} viewer={viewer} />
      ))}
    </Section>
  )
}
