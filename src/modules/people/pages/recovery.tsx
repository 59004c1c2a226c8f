import type { FormValues, Problem } from '#platform/http/form.ts'
import type { TeamKind } from '#platform/vault/index.ts'
import {
  Actions,
  Alert,
  Badge,
  Button,
  ButtonLink,
  Card,
  ConfirmButton,
  DescriptionList,
  EmptyState,
  Form,
  Layout,
  PageHeading,
  PostButton,
  Section,
  SelectField,
  Time,
  usePage,
} from '#ui/index.ts'
import type { Recovery } from '../queries/recovery.ts'
import type { PersonFace } from '../queries/roles.ts'
import { personWord } from '../role-words.ts'
import { teamWords } from './team-words.ts'

type Props = {
  keepers: readonly PersonFace[]
  all: readonly Recovery[]
  people: readonly (PersonFace & { team: TeamKind })[]
  account: string
  /** The viewer's own teams. */
  teams: readonly TeamKind[]
  proposes: boolean
  values: FormValues
  problems: readonly Problem[]
}

type OneProps = Pick<Props, 'keepers' | 'account' | 'teams'> & { recovery: Recovery }

const Custodians = ({ keepers, proposes }: Pick<Props, 'keepers' | 'proposes'>) => {
  const { i18n, t, link } = usePage()
  return (
    <Section title={t('people.vault.recovery.custodians')} lead={t('people.vault.recovery.custodiansLead')}>
      {keepers.length === 0 ? (
        <Alert kind="info">{t('people.vault.recovery.nobody')}</Alert>
      ) : (
        <ul class="list-disc ps-6">
          {keepers.map(person => (
            <li>{personWord(i18n, person)}</li>
          ))}
        </ul>
      )}
      {keepers.length > 0 && keepers.length < 3 && (
        <Alert kind="warning">{t('people.vault.recovery.fewer')}</Alert>
      )}
      {proposes && (
        <Actions>
          <ButtonLink href={link('/vault/custodians')} icon="users">
            {t('people.vault.recovery.appoint')}
          </ButtonLink>
        </Actions>
      )}
    </Section>
  )
}

const Stop = ({ at }: { at: string }) => {
  const { t } = usePage()
  return (
    <ConfirmButton
      action={`${at}/stop`}
      label={t('people.vault.recovery.stop')}
      confirm={t('people.vault.recovery.stopNow')}
      look="danger"
    >
      <p>{t('people.vault.recovery.stopHelp')}</p>
    </ConfirmButton>
  )
}

const HandShare = ({ at, recovery }: { at: string; recovery: Recovery }) => {
  const { i18n, t } = usePage()
  return (
    <ConfirmButton
      action={`${at}/share`}
      label={t('people.vault.recovery.handShare')}
      confirm={t('people.vault.recovery.handShareNow')}
      look="primary"
    >
      <p>{t('people.vault.recovery.handShareHelp', { person: personWord(i18n, recovery.person) })}</p>
    </ConfirmButton>
  )
}

const Steps = ({ recovery, keepers, account, teams }: OneProps) => {
  const { t, link } = usePage()
  const at = link(`/vault/recovery/${recovery.id}`)
  const keeps = keepers.some(({ id }) => id === account) && !recovery.handed.includes(account)
  return (
    <Actions>
      {recovery.ripe && keeps && <HandShare at={at} recovery={recovery} />}
      {recovery.ripe && recovery.person.id === account && recovery.handed.length > 1 && (
        <PostButton action={`${at}/completion`} look="primary" icon="key-round">
          {t('people.vault.recovery.complete')}
        </PostButton>
      )}
      {teams.includes(recovery.team) && <Stop at={at} />}
    </Actions>
  )
}

const One = (props: OneProps) => {
  const { i18n, t } = usePage()
  const { recovery } = props
  const over = recovery.stopped || recovery.completed
  const person = personWord(i18n, recovery.person)
  const asker = personWord(i18n, recovery.asker)
  return (
    <Card
      title={t('people.vault.recovery.for', { team: t(teamWords[recovery.team]), person })}
      kicker={
        <>
          <Time at={recovery.askedAt} style="short" /> ·{' '}
          {t('people.vault.recovery.askedBy', { person: asker })}
        </>
      }
      footer={over ? undefined : <Steps {...props} />}
    >
      {over ? (
        <Badge tone={recovery.completed ? 'good' : 'neutral'}>
          {t(recovery.completed ? 'people.vault.recovery.completed' : 'people.vault.recovery.stopped')}
        </Badge>
      ) : (
        <>
          <DescriptionList
            facts={[
              {
                term: t(recovery.ripe ? 'people.vault.recovery.fromNow' : 'people.vault.recovery.from'),
                value: <Time at={recovery.effectiveAt} />,
              },
            ]}
          />
          <p>{t('people.vault.recovery.handed', { count: recovery.handed.length })}</p>
        </>
      )}
    </Card>
  )
}

const Ask = ({ people, values, problems }: Pick<Props, 'people' | 'values' | 'problems'>) => {
  const { i18n, t, link } = usePage()
  return (
    <Section title={t('people.vault.recovery.ask')} lead={t('people.vault.recovery.askLead')}>
      <Form action={link('/vault/recovery')} values={values} problems={problems}>
        <SelectField
          name="recipient"
          label={t('people.vault.recovery.person')}
          hint={t('people.vault.recovery.personHint')}
          options={people.map(person => ({
            value: `${person.team} ${person.id}`,
            label: `${t(teamWords[person.team])}: ${personWord(i18n, person)}`,
          }))}
          required
        />
        <Actions>
          <Button>{t('people.vault.recovery.ask')}</Button>
        </Actions>
      </Form>
    </Section>
  )
}

/** The recovery key's custodians and every recovery: before the eyes of the team, the coordinators and the custodians. */
export const RecoveryPage = (props: Props) => {
  const { t } = usePage()
  const { all, people, problems } = props
  const title = t('people.vault.recovery.title')
  const crumbs = [{ label: t('people.vault.teamsTitle'), path: '/vault' }]
  const asks = people.length > 0
  return (
    <Layout title={title} crumbs={crumbs} invalid={problems.length > 0}>
      <PageHeading title={title} lead={t('people.vault.recovery.lead')} />
      {!asks && problems.map(({ message, values }) => <Alert kind="error">{t(message, values)}</Alert>)}
      <Section title={t('people.vault.recovery.recoveries')}>
        {all.length === 0 && <EmptyState title={t('people.vault.recovery.none')} icon="shield-check" />}
        {all.map(recovery => (
          <One {...props} recovery={recovery} />
        ))}
      </Section>
      {asks && <Ask {...props} />}
      <Custodians {...props} />
    </Layout>
  )
}
