import { ButtonLink, Layout, PageHeading, Section, Table, Time, usePage } from '#ui/index.ts'
import type { TeamFace } from '../queries/vault-teams.ts'
import { teamWords } from './team-words.ts'

/** The teams of an umbrella that this viewer may look at. */
export const TeamsPage = ({ teams }: { teams: readonly TeamFace[] }) => {
  const { t, link, rootLink } = usePage()
  return (
    <Layout title={t('people.vault.teamsTitle')}>
      <PageHeading title={t('people.vault.teamsTitle')} lead={t('people.vault.teamsLead')} />
      <Table
        caption={t('people.vault.teamsTitle')}
        captionHidden
        columns={[
          {
            label: t('people.vault.team'),
            heading: true,
            cell: ({ kind }) => <a href={link(`/vault/${kind}`)}>{t(teamWords[kind])}</a>,
          },
          { label: t('people.vault.people'), numeric: true, cell: ({ people }) => people },
          {
            label: t('people.vault.teamKeySince'),
            cell: ({ since }) =>
              since ? <Time at={since} style="short" day /> : t('people.vault.noTeamKey'),
          },
        ]}
        rows={teams}
      />
      <Section title={t('people.vault.recovery.title')}>
        <p>{t('people.vault.recovery.lead')}</p>
        <ButtonLink href={link('/vault/recovery')} icon="shield-check">
          {t('people.vault.recovery.title')}
        </ButtonLink>
      </Section>
      <Section title={t('people.vault.title')}>
        <p>{t('people.vault.ownHelp')}</p>
        <ButtonLink href={rootLink('/account/vault')} icon="key-round">
          {t('people.vault.own')}
        </ButtonLink>
      </Section>
    </Layout>
  )
}
