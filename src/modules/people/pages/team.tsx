import type { Refusal } from '#platform/refusal.ts'
import type { Waiting } from '#platform/vault/index.ts'
import {
  Actions,
  Alert,
  Badge,
  ButtonLink,
  ConfirmButton,
  DescriptionList,
  EmptyState,
  Layout,
  PageHeading,
  PostButton,
  Refused,
  Section,
  Table,
  Time,
  usePage,
} from '#ui/index.ts'
import type { TeamFace, TeamPerson } from '../queries/vault-teams.ts'
import { personWord } from '../role-words.ts'
import { Fingerprint } from './fingerprint.tsx'
import { teamWords } from './team-words.ts'

type Props = {
  team: TeamFace
  people: readonly TeamPerson[]
  waiting: readonly Waiting[]
  /** Null for who is not of the team. */
  recovery: { prepared: boolean; keys: number } | null
  account: string
  /** The viewer waits, and had another key before. */
  former: boolean
  /** The viewer is of this team. */
  mine: boolean
  refusal?: Refusal
}

const waits = ({ waiting }: Pick<Props, 'waiting'>, person: string) =>
  waiting.some(({ account }) => account === person)

const State = ({ person, mine, waiting }: { person: TeamPerson } & Pick<Props, 'mine' | 'waiting'>) => {
  const { t } = usePage()
  if (!person.key) return <Badge>{t('people.vault.state.none')}</Badge>
  if (waits({ waiting }, person.id)) return <Badge tone="warn">{t('people.vault.state.waits')}</Badge>
  return <Badge tone="good">{t(mine ? 'people.vault.state.opens' : 'people.vault.state.has')}</Badge>
}

const Prints = ({ person: { key, coming } }: { person: TeamPerson }) => {
  const { i18n, t } = usePage()
  return (
    <>
      {key ? <Fingerprint value={key.fingerprint} /> : '–'}
      {coming && (
        <p class="hint">
          {t('people.vault.newFrom', { when: i18n.dateTime(coming.from) })}{' '}
          <Fingerprint value={coming.fingerprint} />
        </p>
      )}
    </>
  )
}

const LetIn = ({ team, person }: { team: TeamFace; person: TeamPerson }) => {
  const { i18n, t, link } = usePage()
  if (!person.key) return null
  return (
    <ConfirmButton
      action={link(`/vault/${team.kind}/people/${person.key.id}`)}
      label={t('people.vault.letIn')}
      confirm={t('people.vault.letInNow')}
      look="primary"
      small
    >
      <p>{t('people.vault.letInHelp', { person: personWord(i18n, person) })}</p>
      <p>
        <Fingerprint value={person.key.fingerprint} />
      </p>
    </ConfirmButton>
  )
}

const People = (props: Props) => {
  const { i18n, t } = usePage()
  const { team, people, waiting, mine, account } = props
  // Who waits has nothing to seal with.
  const lets = mine && !waits(props, account) && waiting.length > 0
  const columns = [
    { label: t('people.roles.person'), heading: true, cell: (row: TeamPerson) => personWord(i18n, row) },
    {
      label: t('people.vault.access'),
      cell: (row: TeamPerson) => <State person={row} mine={mine} waiting={waiting} />,
    },
    { label: t('people.vault.fingerprint'), cell: (row: TeamPerson) => <Prints person={row} /> },
  ]
  const action = {
    label: t('people.security.action'),
    cell: (row: TeamPerson) => (waits(props, row.id) ? <LetIn team={team} person={row} /> : '–'),
  }
  return (
    <Section title={t('people.vault.people')} lead={t('people.vault.peopleLead')}>
      <Table
        caption={t('people.vault.people')}
        captionHidden
        columns={lets ? [...columns, action] : columns}
        rows={people}
        empty={<EmptyState title={t('people.vault.nobody')} icon="users" />}
      />
    </Section>
  )
}

const NoKeyYet = ({ team, people, mine }: Pick<Props, 'team' | 'people' | 'mine'>) => {
  const { t, link, rootLink } = usePage()
  if (!people.some(({ key }) => key)) {
    return (
      <Alert kind="info">
        {t('people.vault.nobodyHasKey')} <a href={rootLink('/account/vault')}>{t('people.vault.own')}</a>
      </Alert>
    )
  }
  return (
    <>
      <p>{t('people.vault.foundHelp')}</p>
      {mine && (
        <PostButton action={link(`/vault/${team.kind}/key`)} look="primary" icon="key-round">
          {t('people.vault.found')}
        </PostButton>
      )}
    </>
  )
}

const Renew = ({ team }: { team: TeamFace }) => {
  const { t, link } = usePage()
  return (
    <ConfirmButton
      action={link(`/vault/${team.kind}/renewal`)}
      label={t('people.vault.renew')}
      confirm={t('people.vault.renewNow')}
    >
      <p>{t('people.vault.renewHelp')}</p>
    </ConfirmButton>
  )
}

const TeamKey = ({ team, people, mine, recovery }: Props) => {
  const { t, link } = usePage()
  return (
    <Section title={t('people.vault.teamKey')} lead={t('people.vault.teamKeyLead')}>
      {team.since ? (
        <>
          <DescriptionList
            facts={[
              { term: t('people.vault.generation'), value: team.generation },
              { term: t('people.vault.since'), value: <Time at={team.since} day /> },
            ]}
          />
          <Actions>
            {recovery?.prepared && recovery.keys > 0 && (
              <PostButton action={link(`/vault/${team.kind}/recoverability`)} icon="shield-check">
                {t('people.vault.prepare')}
              </PostButton>
            )}
            <Renew team={team} />
          </Actions>
        </>
      ) : (
        <NoKeyYet team={team} people={people} mine={mine} />
      )}
    </Section>
  )
}

/** Who is in a team, who of them can open its records, and its key. */
export const TeamPage = (props: Props) => {
  const { t, link } = usePage()
  const { team, mine, refusal } = props
  const title = t(teamWords[team.kind])
  const crumbs = [{ label: t('people.vault.teamsTitle'), path: '/vault' }]
  return (
    <Layout title={title} crumbs={crumbs} invalid={refusal !== undefined}>
      <PageHeading title={title} lead={t('people.vault.teamLead')} />
      <Refused refusal={refusal} />
      {waits(props, props.account) && (
        <Alert kind="info">
          {t('people.vault.youWait')}{' '}
          {props.former && <a href={link(`/vault/${team.kind}/former-key`)}>{t('people.vault.former')}</a>}
        </Alert>
      )}
      <People {...props} />
      <TeamKey {...props} />
      {mine && (
        <Section title={t('people.vault.openings')} lead={t('people.vault.openingsLead')}>
          <ButtonLink href={link(`/vault/${team.kind}/openings`)} icon="eye">
            {t('people.vault.openings')}
          </ButtonLink>
        </Section>
      )}
    </Layout>
  )
}
