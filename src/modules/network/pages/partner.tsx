import type { Viewer } from '#platform/http/viewer.ts'
import {
  Badge,
  ButtonLink,
  EmptyState,
  Layout,
  PageHeading,
  Section,
  Text,
  Time,
  Timeline,
  usePage,
} from '#ui/index.ts'
import { agreementState, agreementTones, agreementWords } from '../agreement-state.ts'
import { canSeeAgreement, proposesAs } from '../policy/agreements.ts'
import type { AgreementView, PartnerView } from '../queries/agreements.ts'
import { Term } from './agreement-term.tsx'

const momentOf = (agreement: AgreementView, today: string) => {
  const state = agreementState(agreement, today)
  return state === 'inForce' || state === 'overdue'
    ? 'now'
    : state === 'ahead' || state === 'proposed'
      ? 'ahead'
      : 'done'
}

const Line = ({ agreement, today }: { agreement: AgreementView; today: string }) => {
  const { link, t } = usePage()
  const state = agreementState(agreement, today)
  return (
    <>
      <a href={link(`/agreements/${agreement.id}`)}>
        <Text value={agreement.title} note={false} />
      </a>{' '}
      <Badge tone={agreementTones[state]}>{t(agreementWords[state])}</Badge>
    </>
  )
}

/** A partner and its agreements, the newest first. */
export const PartnerPage = ({ partner, viewer }: { partner: PartnerView; viewer: Viewer }) => {
  const { i18n, link, t } = usePage()
  const { membershipId, name, since, until, status, today } = partner
  const agreements = partner.agreements.filter(agreement => canSeeAgreement(viewer, agreement))
  const records = status !== 'ended' && proposesAs(viewer, membershipId) !== null
  return (
    <Layout
      title={i18n.text(name).value}
      crumbs={[{ label: t('network.partners.title'), path: '/partners' }]}
      width="reading"
      indexed
    >
      <PageHeading
        title={<Text value={name} />}
        kicker={t('network.partners.kicker')}
        actions={
          records ? (
            <ButtonLink href={link(`/partners/${membershipId}/agreement`)} look="primary" icon="plus">
              {t('network.agreement.record')}
            </ButtonLink>
          ) : undefined
        }
      >
        <p>
          <Term from={since} until={until} /> ·{' '}
          <a href={link(`/directory/${membershipId}`)}>{t('network.partners.inDirectory')}</a>
        </p>
      </PageHeading>
      <Section title={t('network.agreement.history')}>
        {agreements.length === 0 ? (
          <EmptyState title={t('network.agreement.none')}>
            {records && <p>{t('network.agreement.noneHint')}</p>}
          </EmptyState>
        ) : (
          <Timeline
            label={t('network.agreement.history')}
            moments={agreements.map(agreement => ({
              title: <Line agreement={agreement} today={today} />,
              when: <Time at={agreement.signedOn} />,
              state: momentOf(agreement, today),
              children: <Term from={agreement.termFrom} until={agreement.endedOn ?? agreement.termUntil} />,
            }))}
          />
        )}
      </Section>
    </Layout>
  )
}
