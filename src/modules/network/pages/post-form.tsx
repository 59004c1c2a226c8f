import { euCountries, listCountries, listRegions } from '#platform/places/index.ts'
import {
  Actions,
  Button,
  ButtonLink,
  CheckboxGroup,
  Form,
  type FormValues,
  HiddenField,
  Layout,
  LocalisedField,
  PageHeading,
  type Problem,
  RadioGroup,
  SelectField,
  TextField,
  usePage,
} from '#ui/index.ts'

type Props = {
  /** The post that is changed; null for a new one. */
  post: { id: string; name: string } | null
  country: string
  values?: FormValues
  problems?: readonly Problem[]
}

// Which regions can be ticked depends on the country, and nothing here may need a script.
const CountryChoice = ({ country, action }: { country: string; action: string }) => {
  const { i18n, link, t } = usePage()
  return (
    <Form method="get" action={link(action)} values={{ country }} label={t('network.post.countryChoice')}>
      <SelectField
        name="country"
        label={t('network.form.country')}
        options={listCountries(i18n, ['UA', 'PL', ...euCountries.filter(code => code !== 'PL')])}
        empty={null}
      />
      <Button>{t('network.post.chooseCountry')}</Button>
    </Form>
  )
}

/** A post: its name and task in languages, and its area. */
export const PostFormPage = ({ post, country, values, problems = [] }: Props) => {
  const { i18n, link, t } = usePage()
  const title = post ? t('network.post.changeTitle', { name: post.name }) : t('network.posts.create')
  const back = post ? `/posts/${post.id}` : '/posts'
  const regions = listRegions(country, i18n)
  return (
    <Layout
      title={title}
      crumbs={[{ label: t('network.posts.title'), path: '/posts' }]}
      width="form"
      invalid={problems.length > 0}
    >
      <PageHeading title={title} lead={t('network.post.formLead')} />
      <CountryChoice country={country} action={post ? `${back}/form` : '/posts/new'} />
      <Form action={link(post ? back : '/posts')} values={values} problems={problems}>
        <HiddenField name="country" value={country} />
        {post === null && (
          <RadioGroup
            name="kind"
            label={t('network.post.kind')}
            options={[
              {
                value: 'regional_representative',
                label: t('network.post.kind.regionalRepresentative'),
                hint: t('network.post.kind.regionalRepresentativeHint'),
              },
              {
                value: 'liaison',
                label: t('network.post.kind.liaison'),
                hint: t('network.post.kind.liaisonHint'),
              },
            ]}
            required
          />
        )}
        <LocalisedField
          name="title"
          label={t('network.post.title')}
          hint={t('network.post.titleHint')}
          maxlength={200}
          required
        />
        <LocalisedField name="about" label={t('network.post.about')} maxlength={4000} multiline rows={4} />
        {regions.length > 0 && (
          <CheckboxGroup
            name="regions"
            label={t('network.post.regions', { country: i18n.country(country) })}
            hint={t('network.post.regionsHint')}
            options={regions}
            columns
          />
        )}
        <TextField name="town" label={t('network.form.town')} width="medium" maxlength={120} />
        <Actions>
          <Button look="primary">{t(post ? 'network.post.save' : 'network.posts.createConfirm')}</Button>
          <ButtonLink href={link(back)} look="quiet">
            {t('network.confirmation.back')}
          </ButtonLink>
        </Actions>
      </Form>
    </Layout>
  )
}
