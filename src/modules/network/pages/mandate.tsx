import type { Viewer } from '#platform/http/viewer.ts'
import type { MessageKey } from '#platform/i18n/index.ts'
import {
  Actions,
  Alert,
  ButtonLink,
  ConfirmButton,
  DescriptionList,
  Layout,
  PageHeading,
  type RefusalShown,
  Refused,
  Text,
  Time,
  usePage,
} from '#ui/index.ts'
import { canEndMandate, canProposeEndOfMandate, canRefuseMandate, confirmsAs } from '../policy/mandates.ts'
import type { MandateView, MembershipView } from '../queries/memberships.ts'
import { mandateRoleWords } from '../words.ts'
import { MandateBadge } from './member-mandates.tsx'
import { Written } from './written.tsx'

type Props = { membership: MembershipView; mandate: MandateView; viewer: Viewer; refusal?: RefusalShown }

const confirmedWords = {
  member: 'network.mandate.confirmedByMember',
  coordinator: 'network.mandate.confirmedByCoordinator',
  founding: 'network.mandate.confirmedAtFounding',
} as const

// Ends that the program brought about have a code; people write sentences.
const endReasons: Record<string, MessageKey> = {
  handed_over: 'network.mandate.handedOver',
  membership_ended: 'network.mandate.endedWithMembership',
  person_left: 'network.mandate.personLeft',
}

const Facts = ({ membership, mandate }: Pick<Props, 'membership' | 'mandate'>) => {
  const { link, t } = usePage()
  const { role, document, fileId, validFrom, validUntil, confirmedAs, confirmedAt, endReason, id } = mandate
  const known = endReason !== null ? endReasons[endReason] : undefined
  return (
    <DescriptionList
      facts={[
        {
          term: t('network.mandate.member'),
          value: (
            <a href={link(`/memberships/${membership.id}`)}>
              <Text value={membership.name} />
            </a>
          ),
        },
        { term: t('network.mandate.role'), value: t(mandateRoleWords[role]) },
        { term: t('network.mandate.document'), value: <Written text={document} /> },
        fileId && {
          term: t('network.mandate.file'),
          value: <a href={link(`/mandates/${id}/file`)}>{t('network.mandate.seeFile')}</a>,
        },
        { term: t('network.mandate.from'), value: <Time at={validFrom} /> },
        validUntil && { term: t('network.mandate.until'), value: <Time at={validUntil} /> },
        confirmedAs &&
          confirmedAt && {
            term: t('network.mandate.confirmed'),
            value: (
              <>
                {t(confirmedWords[confirmedAs])}, <Time at={confirmedAt} day />
              </>
            ),
          },
        endReason && {
          term: t('network.mandate.endReason'),
          value: known ? t(known) : <Written text={endReason} />,
        },
      ].map(fact => fact || null)}
    />
  )
}

// Why the viewer cannot confirm, when the viewer might wonder.
const Waiting = ({ membership, mandate, viewer }: Props) => {
  const { t } = usePage()
  if (mandate.status !== 'proposed' || confirmsAs(viewer, membership, mandate)) return null
  return (
    <Alert kind="info">
      {t(mandate.seconds > 0 ? 'network.mandate.waitsForMember' : 'network.mandate.waitsForCoordinator')}
    </Alert>
  )
}

const HandOver = ({ membership, mandate }: Pick<Props, 'membership' | 'mandate'>) => {
  const { t } = usePage()
  const before = membership.mandates.find(({ id }) => id === mandate.replaces)
  if (!before || mandate.status !== 'proposed') return null
  return <p>{t('network.mandate.handOverFrom', { name: before.person || t('network.mandate.unnamed') })}</p>
}

/** One mandate: what it says, and what the viewer can do about it. */
export const MandatePage = (props: Props) => {
  const { membership, mandate, viewer, refusal } = props
  const { i18n, link, t } = usePage()
  const person = mandate.person || t('network.mandate.unnamed')
  const path = `/mandates/${mandate.id}`
  return (
    <Layout
      title={t('network.mandate.pageTitle', { person })}
      crumbs={[
        { label: t('network.memberships.title'), path: '/memberships' },
        { label: i18n.text(membership.name).value, path: `/memberships/${membership.id}` },
      ]}
      width="reading"
      invalid={refusal !== undefined}
    >
      <PageHeading title={t('network.mandate.pageTitle', { person })}>
        <MandateBadge mandate={mandate} />
      </PageHeading>
      <Refused refusal={refusal} />
      <Waiting {...props} />
      {mandate.endProposed && <Alert kind="info">{t('network.mandate.endProposed')}</Alert>}
      <Facts membership={membership} mandate={mandate} />
      <HandOver membership={membership} mandate={mandate} />
      <Actions>
        {confirmsAs(viewer, membership, mandate) && (
          <ConfirmButton
            look="primary"
            label={t('network.mandate.confirm')}
            confirm={t('network.mandate.confirmNow')}
            action={link(`${path}/confirmation`)}
          >
            <p>{t('network.mandate.confirmHelp', { person })}</p>
          </ConfirmButton>
        )}
        {canRefuseMandate(viewer, membership, mandate) && (
          <ButtonLink href={link(`${path}/refusal`)}>
            {t(viewer.account === mandate.proposedBy ? 'network.mandate.takeBack' : 'network.mandate.refuse')}
          </ButtonLink>
        )}
        {canEndMandate(viewer, membership, mandate) && (
          <ButtonLink href={link(`${path}/ending`)}>{t('network.mandate.end')}</ButtonLink>
        )}
        {canProposeEndOfMandate(viewer, membership, mandate) && !mandate.endProposed && (
          <ButtonLink href={link(`${path}/ending`)}>{t('network.mandate.proposeEnd')}</ButtonLink>
        )}
      </Actions>
    </Layout>
  )
}
