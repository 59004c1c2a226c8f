import {
  Alert,
  ButtonLink,
  EmptyState,
  Layout,
  PageHeading,
  Pagination,
  Table,
  Tabs,
  Text,
  usePage,
  withQuery,
} from '#ui/index.ts'
import type { PartnerLine, PartnerState, WaitingAgreement } from '../queries/agreements.ts'
import { partnerStates } from '../queries/agreements.ts'
import { Term } from './agreement-term.tsx'

type Props = {
  state: PartnerState
  lines: readonly PartnerLine[]
  next: string | null
  /** Proposed and not answered yet; for people inside. */
  waiting: readonly WaitingAgreement[]
}

const stateWords = { current: 'network.partners.current', former: 'network.partners.former' } as const

const Waiting = ({ waiting }: Pick<Props, 'waiting'>) => {
  const { link, t } = usePage()
  if (waiting.length === 0) return null
  return (
    <Alert kind="info" title={t('network.partners.waiting', { count: waiting.length })}>
      <ul>
        {waiting.map(({ id, partner, title }) => (
          <li>
            <a href={link(`/agreements/${id}`)}>
              <Text value={partner} note={false} />: <Text value={title} note={false} />
            </a>
          </li>
        ))}
      </ul>
    </Alert>
  )
}

/** With whom the coalition works under an agreement, for how long, on which document. */
export const PartnersPage = ({ state, lines, next, waiting }: Props) => {
  const { i18n, link, t, url } = usePage()
  return (
    <Layout title={t('network.partners.title')} description={t('network.partners.lead')} indexed>
      <PageHeading title={t('network.partners.title')} lead={t('network.partners.lead')} />
      <Waiting waiting={waiting} />
      <Tabs
        label={t('network.partners.title')}
        tabs={partnerStates.map(value => ({
          label: t(stateWords[value]),
          href: link(value === 'current' ? '/partners' : '/partners?state=former'),
          current: value === state,
        }))}
      />
      <Table
        caption={t(stateWords[state])}
        captionHidden
        columns={[
          {
            label: t('network.partners.name'),
            heading: true,
            cell: line => (
              <a href={link(`/partners/${line.membershipId}`)}>
                <Text value={line.name} note={false} />
              </a>
            ),
          },
          {
            label: t('network.agreement.kicker'),
            cell: ({ agreement }) =>
              agreement ? (
                <a href={link(`/agreements/${agreement.id}`)}>
                  <Text value={agreement.title} note={false} />
                </a>
              ) : (
                t('network.partners.unrecorded')
              ),
          },
          {
            label: t('network.agreement.term'),
            cell: ({ agreement, since, until }) => (
              <Term from={agreement?.termFrom ?? since} until={agreement ? agreement.termUntil : until} />
            ),
          },
          { label: t('network.partners.country'), cell: line => line.country && i18n.country(line.country) },
        ]}
        rows={lines}
        empty={
          <EmptyState
            title={t(state === 'current' ? 'network.partners.none' : 'network.partners.noneFormer')}
            actions={<ButtonLink href={link('/join')}>{t('network.join.title')}</ButtonLink>}
          />
        }
      />
      <Pagination previous={null} next={next && withQuery(url, { after: next })} />
    </Layout>
  )
}
