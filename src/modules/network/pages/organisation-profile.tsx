import {
  Actions,
  Alert,
  Button,
  ButtonLink,
  Form,
  type FormValues,
  HiddenField,
  Layout,
  PageHeading,
  PostButton,
  type Problem,
  type RefusalShown,
  Refused,
  Section,
  Table,
  Text,
  usePage,
} from '#ui/index.ts'
import type { OrganisationProfile, ProfileField } from '../organisation-profile.ts'
import type { ProfileView } from '../queries/organisation-profile.ts'
import { OrganisationFields } from './organisation-form.tsx'
import { ProfileValue, profileWords } from './profile-value.tsx'

/** What others changed since the page was opened: as it was then, and as it is now. */
export type Meanwhile = { fields: readonly ProfileField[]; before: Partial<OrganisationProfile> }

type Props = {
  view: ProfileView
  values: FormValues
  problems?: readonly Problem[]
  refusal?: RefusalShown
  meanwhile?: Meanwhile
}

export const yearInDays = 365

/** Says since when the profile is confirmed, and asks for it once a year. */
export const ProfileConfirmation = ({
  id,
  confirmedOn,
  age,
}: Pick<ProfileView, 'id' | 'confirmedOn' | 'age'>) => {
  const { i18n, link, t } = usePage()
  const due = age === null || age >= yearInDays
  return (
    <Alert
      kind={due ? 'warning' : 'info'}
      title={t(due ? 'network.organisation.due' : 'network.organisation.current')}
    >
      {confirmedOn !== null && <p>{t('network.organisation.confirmedOn', { on: i18n.date(confirmedOn) })}</p>}
      {due && (
        <PostButton action={link(`/organisations/${id}/confirmation`)} look="primary" icon="check">
          {t('network.organisation.confirm')}
        </PostButton>
      )}
    </Alert>
  )
}

const ChangedMeanwhile = ({ view, meanwhile }: { view: ProfileView; meanwhile: Meanwhile }) => {
  const { t } = usePage()
  return (
    <Section title={t('network.organisation.meanwhile')} lead={t('network.organisation.meanwhileLead')}>
      <Table
        caption={t('network.organisation.meanwhile')}
        captionHidden
        columns={[
          { label: t('network.organisation.field'), heading: true, cell: field => t(profileWords[field]) },
          {
            label: t('network.organisation.before'),
            cell: field => <ProfileValue field={field} of={meanwhile.before} />,
          },
          {
            label: t('network.organisation.now'),
            cell: field => <ProfileValue field={field} of={view.profile} />,
          },
        ]}
        rows={meanwhile.fields}
      />
    </Section>
  )
}

/** The form by which an organisation's people change its profile, and coordinators propose changes to it. */
export const OrganisationProfilePage = ({ view, values, problems = [], refusal, meanwhile }: Props) => {
  const { i18n, link, t } = usePage()
  const title = t(view.mayAlter ? 'network.organisation.edit' : 'network.organisation.propose')
  const back = view.membership ? `/directory/${view.membership}` : `/organisations/${view.id}`
  return (
    <Layout
      title={title}
      width="form"
      invalid={problems.length > 0}
      crumbs={[
        { label: t('network.directory.title'), path: '/directory' },
        { label: i18n.text(view.profile.name).value, path: back },
      ]}
    >
      <PageHeading
        title={title}
        kicker={<Text value={view.profile.name} note={false} />}
        lead={t(view.mayAlter ? 'network.organisation.editLead' : 'network.organisation.proposeLead')}
      />
      <Refused refusal={refusal} />
      {meanwhile && meanwhile.fields.length > 0 && <ChangedMeanwhile view={view} meanwhile={meanwhile} />}
      {view.mayAlter && !refusal && <ProfileConfirmation {...view} />}
      <Form action={link(`/organisations/${view.id}/profile`)} values={values} problems={problems}>
        <HiddenField name="version" value={String(view.version)} />
        <OrganisationFields contacts={view.profile.contacts.length} />
        <Actions>
          <Button look="primary">
            {t(view.mayAlter ? 'network.organisation.save' : 'network.organisation.sendProposal')}
          </Button>
          <ButtonLink href={link(back)}>{t('network.organisation.cancel')}</ButtonLink>
        </Actions>
      </Form>
    </Layout>
  )
}
