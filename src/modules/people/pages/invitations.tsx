import type { FormValues, Problem } from '#platform/http/form.ts'
import type { Viewer } from '#platform/http/viewer.ts'
import {
  Actions,
  Badge,
  Button,
  EmptyState,
  Form,
  Layout,
  PageHeading,
  PostButton,
  RadioGroup,
  Section,
  Table,
  TextField,
  Time,
  usePage,
} from '#ui/index.ts'
import { languagesByName } from '../languages-by-name.ts'
import { canWithdrawInvitation, isInvitationOpen } from '../policy.ts'
import type { ListedInvitation } from '../queries/invitations.ts'
import { personWord } from '../role-words.ts'

type Row = ListedInvitation & { sentence: string }

export type InvitationsProps = {
  invitations: readonly Row[]
  viewer: Viewer
  values: FormValues
  problems?: readonly Problem[]
}

const State = ({ row }: { row: Row }) => {
  const { t } = usePage()
  if (row.acceptedAt) return <Badge tone="good">{t('people.invitations.accepted')}</Badge>
  if (row.withdrawnAt) return <Badge>{t('people.invitations.withdrawn')}</Badge>
  if (row.expired) return <Badge>{t('people.invitations.expired')}</Badge>
  return <Badge tone="accent">{t('people.invitations.waiting')}</Badge>
}

const Withdraw = ({ row, viewer }: { row: Row; viewer: Viewer }) => {
  const { t, link } = usePage()
  if (!canWithdrawInvitation(viewer, row)) return <>–</>
  return (
    <PostButton action={link(`/invitations/${row.id}/withdrawal`)} small>
      {t('people.invitations.withdraw')}
    </PostButton>
  )
}

const List = ({ invitations, viewer }: Pick<InvitationsProps, 'invitations' | 'viewer'>) => {
  const { i18n, t } = usePage()
  const columns = [
    {
      label: t('people.form.address'),
      heading: true,
      // An address is kept only as long as it is needed.
      cell: (row: Row) => (isInvitationOpen(row) && row.address ? <bdi>{row.address}</bdi> : '–'),
    },
    { label: t('people.invitations.what'), cell: (row: Row) => row.sentence },
    { label: t('people.invitations.inviter'), cell: (row: Row) => personWord(i18n, row.inviter) },
    {
      label: t('people.invitations.until'),
      cell: (row: Row) => <Time at={row.expiresAt} style="short" day />,
    },
    { label: t('people.invitations.state'), cell: (row: Row) => <State row={row} /> },
    { label: t('people.security.action'), cell: (row: Row) => <Withdraw row={row} viewer={viewer} /> },
  ]
  return (
    <Table
      caption={t('people.invitations.title')}
      captionHidden
      columns={columns}
      rows={invitations}
      empty={<EmptyState title={t('people.invitations.none')} icon="mail" />}
    />
  )
}

/** Whom the coalition has invited, and inviting somebody to coordinate. */
export const InvitationsPage = ({ invitations, viewer, values, problems = [] }: InvitationsProps) => {
  const { t, link } = usePage()
  const crumbs = [{ label: t('people.roles.title'), path: '/roles' }]
  return (
    <Layout title={t('people.invitations.title')} crumbs={crumbs} invalid={problems.length > 0}>
      <PageHeading title={t('people.invitations.title')} lead={t('people.invitations.lead')} />
      <Section title={t('people.invitations.sent')}>
        <List invitations={invitations} viewer={viewer} />
      </Section>
      <Section title={t('people.invitations.new')} lead={t('people.invitations.newLead')}>
        <Form action={link('/invitations')} values={values} problems={problems}>
          <TextField
            name="address"
            type="email"
            label={t('people.form.address')}
            inputmode="email"
            spellcheck={false}
            required
          />
          <RadioGroup
            name="locale"
            label={t('people.invitations.locale')}
            options={languagesByName}
            required
          />
          <Actions>
            <Button look="primary" icon="send">
              {t('people.invitations.send')}
            </Button>
          </Actions>
        </Form>
      </Section>
    </Layout>
  )
}
