import type { TeamKind } from '#platform/vault/index.ts'
import { EmptyState, Layout, PageHeading, Pagination, Table, Time, usePage } from '#ui/index.ts'
import type { TeamOpening } from '../queries/vault-teams.ts'
import { personWord } from '../role-words.ts'
import { teamWords } from './team-words.ts'

type Props = { kind: TeamKind; openings: readonly TeamOpening[]; next: string | null; first: boolean }

/** Every look into a record of the team: who, when, why. For the team alone, and nobody can take one off. */
export const OpeningsPage = ({ kind, openings, next, first }: Props) => {
  const { i18n, t, link } = usePage()
  const here = link(`/vault/${kind}/openings`)
  const crumbs = [
    { label: t('people.vault.teamsTitle'), path: '/vault' },
    { label: t(teamWords[kind]), path: `/vault/${kind}` },
  ]
  return (
    <Layout title={t('people.vault.openings')} crumbs={crumbs}>
      <PageHeading title={t('people.vault.openings')} lead={t('people.vault.openingsLead')} />
      <Table
        caption={t('people.vault.openings')}
        captionHidden
        columns={[
          { label: t('people.vault.openedAt'), cell: row => <Time at={row.openedAt} style="short" /> },
          {
            label: t('people.roles.person'),
            heading: true,
            cell: row => personWord(i18n, row.person ?? { name: '', erased: true }),
          },
          { label: t('people.vault.reason'), cell: row => <bdi>{row.reason}</bdi> },
          { label: t('people.vault.record'), cell: row => <code dir="ltr">{row.record.slice(0, 8)}</code> },
        ]}
        rows={openings}
        empty={<EmptyState title={t('people.vault.noOpenings')} icon="eye" />}
      />
      <Pagination previous={first ? null : here} next={next === null ? null : `${here}?before=${next}`} />
    </Layout>
  )
}
