import { isAmongMembers, type Viewer } from '#platform/http/viewer.ts'
import type { MessageKey } from '#platform/i18n/index.ts'
import {
  Actions,
  Alert,
  Badge,
  ButtonLink,
  DescriptionList,
  Layout,
  PageHeading,
  PostButton,
  type RefusalShown,
  Refused,
  Section,
  Text,
  Time,
  usePage,
} from '#ui/index.ts'
import { canActOnMembership, canLeave, canSeeAdmission } from '../policy/memberships.ts'
import type { MembershipView } from '../queries/memberships.ts'
import { formWords, membershipTones, membershipWords } from '../words.ts'
import { MemberMandates } from './member-mandates.tsx'
import { Written } from './written.tsx'

// Ends that the program brought about have a code; people write sentences.
const endReasons: Record<string, MessageKey> = {
  agreement_ended: 'network.membership.agreementEnded',
  duplicate: 'network.membership.wasDuplicate',
  person_left: 'network.membership.personErased',
}

type Props = { membership: MembershipView; viewer: Viewer; refusal?: RefusalShown }

const Facts = ({ membership }: Pick<Props, 'membership'>) => {
  const { link, t } = usePage()
  const { form, since, until, endReason, applicationId } = membership
  const known = endReason === null ? undefined : endReasons[endReason]
  return (
    <DescriptionList
      facts={[
        { term: t('network.application.form'), value: t(formWords[form]) },
        { term: t('network.membership.since'), value: <Time at={since} /> },
        until && { term: t('network.membership.until'), value: <Time at={until} /> },
        endReason && {
          term: t('network.membership.endReason'),
          value: known ? t(known) : <Written text={endReason} />,
        },
        form === 'agreement' && {
          term: t('network.agreement.history'),
          value: <a href={link(`/partners/${membership.id}`)}>{t('network.agreement.seeAll')}</a>,
        },
        applicationId && {
          term: t('network.membership.application'),
          value: (
            <a href={link(`/applications/${applicationId}`)}>{t('network.membership.seeApplication')}</a>
          ),
        },
      ].map(fact => fact || null)}
    />
  )
}

const Leaving = ({ membership, viewer }: Props) => {
  const { i18n, link, t } = usePage()
  const { id, leavingOn, leavingReason } = membership
  if (leavingOn === null) return null
  return (
    <Alert kind="warning" title={t('network.membership.leavingOn', { on: i18n.date(leavingOn) })}>
      {leavingReason && <Written text={leavingReason} />}
      {canLeave(viewer, membership) && (
        <PostButton action={link(`/memberships/${id}/leaving/withdrawal`)}>
          {t('network.membership.stay')}
        </PostButton>
      )}
    </Alert>
  )
}

// What the members set aside takes nothing from anybody by itself.
const AdmissionSetAside = ({ membership, viewer }: Props) => {
  const { link, t } = usePage()
  const { setAsideDecision: decision, status } = membership
  if (decision === null || status === 'ended' || !canSeeAdmission(viewer, membership)) return null
  return (
    <Alert kind="warning" title={t('network.membership.setAsideTitle')}>
      <p>{t('network.membership.setAsideText')}</p>
      {isAmongMembers(viewer) && (
        <p>
          <a href={link(`/decisions/${decision}`)}>
            {t('network.progress.toDecision', { number: String(decision) })}
          </a>
        </p>
      )}
    </Alert>
  )
}

const actWords = {
  'network.end_membership': 'network.membership.endProposed',
  'network.suspend_membership': 'network.membership.suspensionProposed',
  'network.reactivate_membership': 'network.membership.reactivationProposed',
} as const

const Acts = ({ membership, viewer }: Props) => {
  const { link, t } = usePage()
  const { id, status, proposedActs } = membership
  const path = `/memberships/${id}`
  const known = Object.entries(actWords).filter(([kind]) => proposedActs.includes(kind))
  const acts = canActOnMembership(viewer, membership) && known.length === 0
  const leaves = canLeave(viewer, membership) && membership.leavingOn === null
  if (!acts && !leaves && known.length === 0) return null
  return (
    <Section title={t('network.membership.changes')}>
      {known.map(([, word]) => (
        <Alert kind="info">{t(word)}</Alert>
      ))}
      <Actions>
        {leaves && <ButtonLink href={link(`${path}/leaving`)}>{t('network.membership.leave')}</ButtonLink>}
        {acts && status === 'active' && (
          <ButtonLink href={link(`${path}/suspension`)}>{t('network.membership.suspend')}</ButtonLink>
        )}
        {acts && status === 'suspended' && (
          <ButtonLink href={link(`${path}/reactivation`)}>{t('network.membership.reactivate')}</ButtonLink>
        )}
        {acts && <ButtonLink href={link(`${path}/ending`)}>{t('network.membership.end')}</ButtonLink>}
      </Actions>
    </Section>
  )
}

const Suspensions = ({ membership }: Pick<Props, 'membership'>) => {
  const { i18n, t } = usePage()
  if (membership.suspensions.length === 0) return null
  return (
    <Section title={t('network.membership.suspensions')}>
      <ul>
        {membership.suspensions.map(({ since, until, reason }) => (
          <li>
            <p>
              {until
                ? t('network.membership.suspendedBetween', {
                    since: i18n.date(since),
                    until: i18n.date(until),
                  })
                : t('network.membership.suspendedSince', { since: i18n.date(since) })}
            </p>
            <Written text={reason} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** One member: since when, who acts for it, what changed, what its people and the coordinators can do. */
export const MembershipPage = ({ membership, viewer, refusal }: Props) => {
  const { i18n, link, t } = usePage()
  const { name, status, form } = membership
  return (
    <Layout
      title={i18n.text(name).value}
      crumbs={[{ label: t('network.memberships.title'), path: '/memberships' }]}
      invalid={refusal !== undefined}
    >
      <PageHeading
        title={<Text value={name} />}
        kicker={t(formWords[form])}
        actions={
          status !== 'ended' && (
            <ButtonLink href={link(`/directory/${membership.id}`)}>
              {t('network.membership.inDirectory')}
            </ButtonLink>
          )
        }
      >
        <Badge tone={membershipTones[status]}>{t(membershipWords[status])}</Badge>
      </PageHeading>
      <Refused refusal={refusal} />
      <AdmissionSetAside membership={membership} viewer={viewer} />
      <Leaving membership={membership} viewer={viewer} />
      <Section title={t('network.membership.facts')}>
        <Facts membership={membership} />
      </Section>
      {form !== 'individual' && <MemberMandates membership={membership} viewer={viewer} />}
      <Suspensions membership={membership} />
      <Acts membership={membership} viewer={viewer} />
    </Layout>
  )
}
