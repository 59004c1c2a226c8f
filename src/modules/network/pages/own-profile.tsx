import {
  Actions,
  Alert,
  Button,
  ButtonLink,
  Checkbox,
  DescriptionList,
  Form,
  type FormValues,
  Layout,
  PageHeading,
  PostButton,
  type Problem,
  Section,
  usePage,
} from '#ui/index.ts'
import type { OwnProfile } from '../queries/own-profile.ts'
import { basisWords } from '../words.ts'
import { NameFields, PlaceFields, WorkFields } from './profile-fields.tsx'
import { Written } from './written.tsx'

type Props = { profile: OwnProfile; values: FormValues; problems?: readonly Problem[] }

const yearInDays = 365

const Confirmation = ({ profile }: Pick<Props, 'profile'>) => {
  const { i18n, link, t } = usePage()
  const due = profile.age === null || profile.age >= yearInDays
  return (
    <Alert kind={due ? 'warning' : 'info'} title={t(due ? 'network.profile.due' : 'network.profile.current')}>
      {profile.confirmedOn && (
        <p>{t('network.profile.confirmedOn', { on: i18n.date(profile.confirmedOn) })}</p>
      )}
      {due && (
        <PostButton action={link('/own-profile/confirmation')} look="primary" icon="check">
          {t('network.profile.confirm')}
        </PostButton>
      )}
    </Alert>
  )
}

/** What the coalition shows of an individual representative, as they write it themselves. */
export const OwnProfilePage = ({ profile, values, problems = [] }: Props) => {
  const { link, t } = usePage()
  return (
    <Layout title={t('network.profile.title')} width="form" invalid={problems.length > 0}>
      <PageHeading
        title={t('network.profile.title')}
        lead={t('network.profile.lead')}
        actions={
          <ButtonLink href={link(`/memberships/${profile.membershipId}`)}>
            {t('network.profile.membership')}
          </ButtonLink>
        }
      />
      <Confirmation profile={profile} />
      <Form action={link('/own-profile')} values={values} problems={problems}>
        <Section title={t('network.form.person')}>
          <NameFields
            label={t('network.form.personName')}
            hint={t('network.form.personNameHint')}
            about={t('network.form.about')}
            aboutHint={t('network.form.personAboutHint')}
          />
          <PlaceFields />
        </Section>
        <Section title={t('network.form.work')}>
          <WorkFields />
        </Section>
        <Checkbox name="listed" label={t('network.form.listed')} hint={t('network.form.listedHint')} />
        <Actions>
          <Button look="primary">{t('network.profile.save')}</Button>
        </Actions>
      </Form>
      <Section title={t('network.profile.recognition')} lead={t('network.profile.recognitionLead')}>
        <DescriptionList
          facts={[
            { term: t('network.form.basis'), value: t(basisWords[profile.basis]) },
            { term: t('network.form.recognisedBy'), value: <Written text={profile.recognisedBy} /> },
          ]}
        />
      </Section>
    </Layout>
  )
}
