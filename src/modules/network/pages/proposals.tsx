import type { MessageKey } from '#platform/i18n/index.ts'
import {
  Actions,
  Badge,
  Button,
  DescriptionList,
  EmptyState,
  Form,
  Layout,
  PageHeading,
  PostButton,
  type RefusalShown,
  Refused,
  Section,
  Table,
  Text,
  Time,
  type Tone,
  usePage,
} from '#ui/index.ts'
import { type ProposedField, proposedFields } from '../organisation-profile.ts'
import type { ProfileView } from '../queries/organisation-profile.ts'
import type { ProposalView } from '../queries/proposals.ts'
import type { ProposalStatus } from '../schema/organisations.ts'
import { ProfileValue, profileWords } from './profile-value.tsx'

const statusWords = {
  proposed: 'network.proposal.status.proposed',
  accepted: 'network.proposal.status.accepted',
  refused: 'network.proposal.status.refused',
  withdrawn: 'network.proposal.status.withdrawn',
} as const satisfies Record<ProposalStatus, MessageKey>

const statusTones = {
  proposed: 'accent',
  accepted: 'good',
  refused: 'bad',
  withdrawn: 'neutral',
} as const satisfies Record<ProposalStatus, Tone>

const fieldsOf = ({ changes }: ProposalView): ProposedField[] =>
  proposedFields.filter(field => field in changes)

const useCrumbs = ({ id, profile }: ProfileView) => {
  const { i18n, t } = usePage()
  return [
    { label: t('network.directory.title'), path: '/directory' },
    { label: i18n.text(profile.name).value, path: `/organisations/${id}` },
  ]
}

const moment = (stored: string) => stored.replace(' ', 'T')

/** Changes that others proposed to an organisation. */
export const ProposalsPage = ({
  view,
  proposals,
}: {
  view: ProfileView
  proposals: readonly ProposalView[]
}) => {
  const { link, t } = usePage()
  return (
    <Layout title={t('network.proposal.title')} crumbs={useCrumbs(view)}>
      <PageHeading
        title={t('network.proposal.title')}
        kicker={<Text value={view.profile.name} note={false} />}
        lead={t('network.proposal.lead')}
      />
      <Table
        caption={t('network.proposal.title')}
        captionHidden
        empty={<EmptyState title={t('network.proposal.none')} icon="inbox" />}
        columns={[
          {
            label: t('network.proposal.fields'),
            heading: true,
            cell: proposal => (
              <a href={link(`/organisations/${view.id}/proposals/${proposal.id}`)}>
                {fieldsOf(proposal)
                  .map(field => t(profileWords[field]))
                  .join(', ')}
              </a>
            ),
          },
          {
            label: t('network.proposal.when'),
            cell: ({ proposedAt }) => <Time at={moment(proposedAt)} day style="short" />,
          },
          {
            label: t('network.proposal.state'),
            cell: ({ status }) => <Badge tone={statusTones[status]}>{t(statusWords[status])}</Badge>,
          },
        ]}
        rows={proposals}
      />
    </Layout>
  )
}

const Origin = ({ proposal }: { proposal: ProposalView }) => {
  const { t } = usePage()
  const { source, proposer, proposedAt, status, decidedAt } = proposal
  return (
    <DescriptionList
      facts={[
        {
          term: t('network.proposal.source'),
          value: t(source === 'import' ? 'network.proposal.fromImport' : 'network.proposal.fromCoordinator'),
        },
        proposer !== null && { term: t('network.proposal.proposer'), value: proposer },
        { term: t('network.proposal.when'), value: <Time at={moment(proposedAt)} /> },
        {
          term: t('network.proposal.state'),
          value: (
            <>
              <Badge tone={statusTones[status]}>{t(statusWords[status])}</Badge>{' '}
              {decidedAt !== null && <Time at={moment(decidedAt)} />}
            </>
          ),
        },
      ]}
    />
  )
}

const Choice = ({ field }: { field: ProposedField }) => {
  const { t } = usePage()
  return (
    <label class="choice">
      <input class="checkbox" type="checkbox" name="accepted[]" value={field} checked />
      <span>{t('network.proposal.accept')}</span>
    </label>
  )
}

type Props = {
  view: ProfileView
  proposal: ProposalView
  /** The viewer may answer it. */
  answerable: boolean
  /** The viewer may take it back. */
  withdrawable: boolean
  refusal?: RefusalShown
}

/** One proposal: each field as it is and as it would be, to be accepted one by one. */
export const ProposalPage = ({ view, proposal, answerable, withdrawable, refusal }: Props) => {
  const { link, t } = usePage()
  const path = link(`/organisations/${view.id}/proposals/${proposal.id}`)
  const open = proposal.status === 'proposed'
  const table = (
    <Table
      caption={t('network.proposal.comparison')}
      captionHidden
      columns={[
        { label: t('network.organisation.field'), heading: true, cell: field => t(profileWords[field]) },
        {
          label: t('network.organisation.now'),
          cell: field => <ProfileValue field={field} of={view.profile} />,
        },
        {
          label: t('network.proposal.proposed'),
          cell: field => <ProfileValue field={field} of={proposal.changes} />,
        },
        ...(answerable
          ? [
              {
                label: t('network.proposal.choice'),
                cell: (field: ProposedField) => <Choice field={field} />,
              },
            ]
          : []),
      ]}
      rows={fieldsOf(proposal)}
    />
  )
  return (
    <Layout title={t('network.proposal.one')} crumbs={useCrumbs(view)}>
      <PageHeading
        title={t('network.proposal.one')}
        kicker={<Text value={view.profile.name} note={false} />}
      />
      <Refused refusal={refusal} />
      <Origin proposal={proposal} />
      <Section
        title={t('network.proposal.comparison')}
        lead={open ? t('network.proposal.comparisonLead') : undefined}
      >
        {answerable ? (
          <Form action={`${path}/answer`} bare>
            {table}
            <Actions>
              <Button look="primary" name="answer" value="accept">
                {t('network.proposal.acceptChosen')}
              </Button>
              <Button name="answer" value="refuse">
                {t('network.proposal.refuseAll')}
              </Button>
            </Actions>
          </Form>
        ) : (
          table
        )}
      </Section>
      {withdrawable && (
        <PostButton action={`${path}/withdrawal`}>{t('network.proposal.withdraw')}</PostButton>
      )}
    </Layout>
  )
}
