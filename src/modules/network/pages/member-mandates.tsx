import type { Viewer } from '#platform/http/viewer.ts'
import {
  Badge,
  ButtonLink,
  EmptyState,
  PostButton,
  Section,
  Table,
  Time,
  type Tone,
  usePage,
} from '#ui/index.ts'
import { canProposeMandate, canWithdrawInvitation, seesMandateHistory } from '../policy/mandates.ts'
import type { MandateView, MembershipView } from '../queries/memberships.ts'
import { mandateRoleWords, mandateWords } from '../words.ts'

type Props = { membership: MembershipView; viewer: Viewer }

/** The state of a mandate in a word: one that is confirmed may not have begun, or be over. */
export const MandateBadge = ({ mandate }: { mandate: MandateView }) => {
  const { i18n, t } = usePage()
  const { status, inForce, validFrom } = mandate
  if (status === 'confirmed' && !inForce) {
    const ahead = validFrom > i18n.dayOf(Temporal.Now.instant()).toString()
    return <Badge>{t(ahead ? 'network.mandate.status.ahead' : 'network.mandate.status.over')}</Badge>
  }
  const tones: Record<MandateView['status'], Tone> = {
    proposed: 'warn',
    confirmed: 'good',
    refused: 'neutral',
    ended: 'neutral',
  }
  return <Badge tone={tones[status]}>{t(mandateWords[status])}</Badge>
}

const MandateTable = ({ mandates, caption }: { mandates: readonly MandateView[]; caption: string }) => {
  const { link, t } = usePage()
  return (
    <Table
      caption={caption}
      columns={[
        {
          label: t('network.mandate.person'),
          heading: true,
          cell: mandate => (
            <a href={link(`/mandates/${mandate.id}`)}>{mandate.person || t('network.mandate.unnamed')}</a>
          ),
        },
        { label: t('network.mandate.role'), cell: mandate => t(mandateRoleWords[mandate.role]) },
        { label: t('network.application.state'), cell: mandate => <MandateBadge mandate={mandate} /> },
        { label: t('network.mandate.from'), cell: mandate => <Time at={mandate.validFrom} style="short" /> },
        {
          label: t('network.mandate.until'),
          cell: mandate => (mandate.validUntil ? <Time at={mandate.validUntil} style="short" /> : '–'),
        },
      ]}
      rows={mandates}
    />
  )
}

const Invitations = ({ membership, viewer }: Props) => {
  const { i18n, link, t } = usePage()
  if (membership.invitations.length === 0) return null
  return (
    <>
      <h3>{t('network.mandate.invitations')}</h3>
      <ul>
        {membership.invitations.map(invitation => (
          <li>
            {t('network.mandate.invited', {
              role: t(mandateRoleWords[invitation.role]),
              until: i18n.date(i18n.dayOf(invitation.expiresAt)),
            })}{' '}
            {canWithdrawInvitation(viewer, invitation) && (
              <PostButton
                action={link(`/memberships/${membership.id}/invitations/${invitation.id}/withdrawal`)}
                small
              >
                {t('network.mandate.takeInvitationBack')}
              </PostButton>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Who may act for a member: today, what waits to be confirmed, and before. */
export const MemberMandates = ({ membership, viewer }: Props) => {
  const { link, t } = usePage()
  const { mandates } = membership
  const all = seesMandateHistory(viewer, membership)
  const current = mandates.filter(({ inForce }) => inForce)
  const waiting = mandates.filter(({ status }) => status === 'proposed')
  const others = mandates.filter(({ inForce, status }) => !inForce && status !== 'proposed')
  const proposing = canProposeMandate(viewer, membership) && (
    <ButtonLink href={link(`/memberships/${membership.id}/mandates/new`)} icon="user-plus">
      {t('network.mandate.propose')}
    </ButtonLink>
  )
  return (
    <Section
      title={t('network.mandate.title')}
      lead={t('network.mandate.lead')}
      actions={proposing || undefined}
    >
      {current.length > 0 ? (
        <MandateTable mandates={current} caption={t('network.mandate.current')} />
      ) : (
        <EmptyState title={t('network.mandate.nobody')}>
          <p>{t('network.mandate.nobodyHelp')}</p>
        </EmptyState>
      )}
      {all && waiting.length > 0 && (
        <MandateTable mandates={waiting} caption={t('network.mandate.waiting')} />
      )}
      {all && <Invitations membership={membership} viewer={viewer} />}
      {all && others.length > 0 && (
        <details>
          <summary>{t('network.mandate.history', { count: others.length })}</summary>
          <MandateTable mandates={others} caption={t('network.mandate.before')} />
        </details>
      )}
    </Section>
  )
}
