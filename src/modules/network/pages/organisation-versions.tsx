import type { Localised } from '#platform/i18n/index.ts'
import {
  EmptyState,
  Layout,
  PageHeading,
  Pagination,
  Table,
  Text,
  Time,
  Timeline,
  usePage,
} from '#ui/index.ts'
import type { VersionChange } from '../queries/organisation-versions.ts'
import { ProfileValue, profileWords } from './profile-value.tsx'

type Props = { id: string; name: Localised; changes: readonly VersionChange[]; next: number | null }

const Comparison = ({ change }: { change: VersionChange }) => {
  const { t } = usePage()
  if (change.fields.length === 0) return <p>{t('network.version.onlyConfirmed')}</p>
  return (
    <Table
      caption={t('network.version.comparison')}
      captionHidden
      columns={[
        { label: t('network.organisation.field'), heading: true, cell: field => t(profileWords[field]) },
        {
          label: t('network.organisation.before'),
          cell: field => <ProfileValue field={field} of={change.before} />,
        },
        {
          label: t('network.organisation.after'),
          cell: field => <ProfileValue field={field} of={change.after} />,
        },
      ]}
      rows={change.fields}
    />
  )
}

/** What changed in an organisation's profile, when and by whom, each change beside what was there before. */
export const OrganisationVersionsPage = ({ id, name, changes, next }: Props) => {
  const { i18n, link, t } = usePage()
  const path = `/organisations/${id}/versions`
  return (
    <Layout
      title={t('network.organisation.versions')}
      crumbs={[
        { label: t('network.directory.title'), path: '/directory' },
        { label: i18n.text(name).value, path: `/organisations/${id}` },
      ]}
    >
      <PageHeading
        title={t('network.organisation.versions')}
        kicker={<Text value={name} note={false} />}
        lead={t('network.version.lead')}
      />
      {changes.length === 0 && <EmptyState title={t('network.version.none')} icon="history" />}
      <Timeline
        moments={changes.map(change => ({
          title: t('network.version.number', { number: change.version }),
          when: (
            <>
              <Time at={change.changedAt.replace(' ', 'T')} />
              {change.person !== null && `, ${change.person}`}
            </>
          ),
          children: <Comparison change={change} />,
        }))}
      />
      <Pagination previous={null} next={next === null ? null : link(`${path}?before=${next}`)} />
    </Layout>
  )
}
