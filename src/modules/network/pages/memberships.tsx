import {
  Badge,
  ButtonLink,
  EmptyState,
  Layout,
  PageHeading,
  Pagination,
  Table,
  Tabs,
  Text,
  Time,
  usePage,
  withQuery,
} from '#ui/index.ts'
import { type MembershipLine, type MembershipState, membershipStates } from '../queries/memberships.ts'
import { formWords, membershipTones, membershipWords } from '../words.ts'

type Props = { state: MembershipState; lines: readonly MembershipLine[]; next: string | null }

const stateWords = { current: 'network.memberships.current', ended: 'network.memberships.ended' } as const

const Standing = ({ line }: { line: MembershipLine }) => {
  const { t } = usePage()
  return (
    <>
      <Badge tone={membershipTones[line.status]}>{t(membershipWords[line.status])}</Badge>{' '}
      {line.leavingOn && <Badge tone="warn">{t('network.memberships.leaving')}</Badge>}
    </>
  )
}

/** Who belongs to the coalition, as its people and coordinators keep it. */
export const MembershipsPage = ({ state, lines, next }: Props) => {
  const { i18n, link, t, url } = usePage()
  return (
    <Layout title={t('network.memberships.title')}>
      <PageHeading title={t('network.memberships.title')} lead={t('network.memberships.lead')} />
      <Tabs
        label={t('network.memberships.title')}
        tabs={membershipStates.map(value => ({
          label: t(stateWords[value]),
          href: link(value === 'current' ? '/memberships' : '/memberships?state=ended'),
          current: value === state,
        }))}
      />
      <Table
        caption={t(stateWords[state])}
        captionHidden
        columns={[
          {
            label: t('network.membership.name'),
            heading: true,
            cell: line => (
              <a href={link(`/memberships/${line.id}`)}>
                <Text value={line.name} note={false} />
              </a>
            ),
          },
          { label: t('network.application.form'), cell: line => t(formWords[line.form]) },
          { label: t('network.application.state'), cell: line => <Standing line={line} /> },
          { label: t('network.membership.since'), cell: line => <Time at={line.since} style="short" /> },
          state === 'current'
            ? {
                label: t('network.membership.representatives'),
                numeric: true,
                cell: line => (line.representatives === null ? '–' : i18n.number(line.representatives)),
              }
            : {
                label: t('network.membership.until'),
                cell: line => line.until && <Time at={line.until} style="short" />,
              },
        ]}
        rows={lines}
        empty={
          <EmptyState
            title={t(state === 'current' ? 'network.memberships.none' : 'network.memberships.noneEnded')}
            actions={<ButtonLink href={link('/applications')}>{t('network.applications.title')}</ButtonLink>}
          />
        }
      />
      <Pagination previous={null} next={next && withQuery(url, { after: next })} />
    </Layout>
  )
}
