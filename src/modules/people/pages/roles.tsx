import type { FormValues, Problem } from '#platform/http/form.ts'
import {
  Actions,
  ButtonLink,
  Form,
  Layout,
  PageHeading,
  RadioGroup,
  Section,
  SelectField,
  Table,
  Time,
  usePage,
} from '#ui/index.ts'
import type { HeldRole, PersonFace } from '../queries/roles.ts'
import { personWord, roleWord, umbrellaRoles } from '../role-words.ts'
import { ProposalReason } from './proposal-reason.tsx'

const Change = ({ held }: { held: HeldRole }) => {
  const { t, link } = usePage()
  const query = new URLSearchParams({ act: 'revoke', person: held.person.id, role: held.role })
  return (
    <ButtonLink href={`${link('/roles/proposal')}?${query}`} small look="quiet">
      {t('people.roles.revoke')}
    </ButtonLink>
  )
}

/** Who holds which role: for members and coordinators. */
export const RolesPage = ({ held, proposes }: { held: readonly HeldRole[]; proposes: boolean }) => {
  const { i18n, t, link } = usePage()
  const columns = [
    { label: t('people.roles.person'), heading: true, cell: (row: HeldRole) => personWord(i18n, row.person) },
    { label: t('people.roles.role'), cell: (row: HeldRole) => roleWord(i18n, row.role) },
    { label: t('people.roles.since'), cell: (row: HeldRole) => <Time at={row.since} style="short" day /> },
  ]
  const change = { label: t('people.security.action'), cell: (row: HeldRole) => <Change held={row} /> }
  return (
    <Layout title={t('people.roles.title')}>
      <PageHeading title={t('people.roles.title')} lead={t('people.roles.lead')} />
      <Table
        caption={t('people.roles.title')}
        captionHidden
        columns={proposes ? [...columns, change] : columns}
        rows={held}
      />
      {proposes && (
        <Actions>
          <ButtonLink href={link('/roles/proposal')} look="primary" icon="user-plus">
            {t('people.roles.propose')}
          </ButtonLink>
          <ButtonLink href={link('/acts')}>{t('people.acts.title')}</ButtonLink>
          <ButtonLink href={link('/invitations')}>{t('people.invitations.title')}</ButtonLink>
        </Actions>
      )}
    </Layout>
  )
}

type ProposeProps = { people: readonly PersonFace[]; values: FormValues; problems: readonly Problem[] }

const ProposalForm = ({ people, values, problems }: ProposeProps) => {
  const { i18n, t, link } = usePage()
  return (
    <Form action={link('/roles/proposal')} values={values} problems={problems}>
      <RadioGroup
        name="act"
        label={t('people.roles.act')}
        options={[
          { value: 'grant', label: t('people.roles.grant') },
          { value: 'revoke', label: t('people.roles.revoke') },
        ]}
        required
      />
      <SelectField
        name="person"
        label={t('people.roles.person')}
        hint={t('people.roles.personHint')}
        options={people.map(person => ({ value: person.id, label: personWord(i18n, person) }))}
        required
      />
      <RadioGroup
        name="role"
        label={t('people.roles.role')}
        options={umbrellaRoles.map(role => ({ value: role, label: roleWord(i18n, role) }))}
        required
      />
      <ProposalReason />
    </Form>
  )
}

export const ProposeRolePage = ({ people, values, problems }: ProposeProps) => {
  const { t, link } = usePage()
  const crumbs = [{ label: t('people.roles.title'), path: '/roles' }]
  return (
    <Layout title={t('people.roles.propose')} width="form" crumbs={crumbs} invalid={problems.length > 0}>
      <PageHeading title={t('people.roles.propose')} lead={t('people.roles.proposeLead')} />
      <ProposalForm people={people} values={values} problems={problems} />
      <Section title={t('people.roles.missing')}>
        <p>{t('people.roles.missingHelp')}</p>
        <Actions>
          <ButtonLink href={link('/invitations')} icon="mail">
            {t('people.invitations.title')}
          </ButtonLink>
        </Actions>
      </Section>
    </Layout>
  )
}
