import {
  Actions,
  Button,
  CellSelect,
  Checkbox,
  CheckboxGroup,
  DateField,
  DateTimeField,
  FileField,
  Form,
  type FormValues,
  HiddenField,
  LocalisedField,
  type Problem,
  RadioGroup,
  Section,
  SelectField,
  Table,
  TextArea,
  TextField,
  TimeField,
  usePage,
} from '../index.ts'

const problems: Problem[] = [
  { field: 'name:uk', message: 'gallery.problem.name' },
  { field: 'route', message: 'gallery.problem.route' },
  { field: 'about', message: 'gallery.problem.short' },
  { field: 'mail', message: 'gallery.problem.mail' },
]

const typed: FormValues = {
  'name:pl': 'Fundacja „Wspólny Dom”',
  about: '<b>…</b>',
  'fields[]': ['culture', 'youth'],
  country: 'PL',
  mail: 'wspolny.dom',
  founded: '2009-03-01',
}

/** The same form fresh and refused: `refused` shows what was typed and what is wrong with it. */
export const FormPart = ({ refused }: { refused: boolean }) => {
  const { i18n, t } = usePage()
  const country = (code: string) => ({ value: code, label: i18n.country(code) })
  return (
    <Section title={t('gallery.forms')} id="form">
      <Form action="#form" problems={refused ? problems : []} values={refused ? typed : {}} files>
        <HiddenField name="draft" value="12" />
        <LocalisedField
          name="name"
          label={t('gallery.form.name')}
          hint={t('gallery.form.nameHint')}
          required
        />
        <TextArea name="about" label={t('gallery.form.about')} required rows={3} />
        <RadioGroup
          name="route"
          label={t('gallery.form.route')}
          required
          options={[
            {
              value: 'collective',
              label: t('gallery.form.collective'),
              hint: t('gallery.form.collectiveHint'),
            },
            { value: 'individual', label: t('gallery.form.individual') },
            { value: 'agreement', label: t('gallery.form.partner') },
          ]}
        />
        <CheckboxGroup
          name="fields"
          label={t('gallery.form.fields')}
          columns
          options={[
            { value: 'education', label: t('gallery.form.education') },
            { value: 'culture', label: t('gallery.form.culture') },
            { value: 'rights', label: t('gallery.form.rights') },
            { value: 'youth', label: t('gallery.form.youth') },
          ]}
        />
        <SelectField
          name="country"
          label={t('gallery.form.country')}
          required
          options={[
            country('UA'),
            country('PL'),
            { label: t('gallery.form.neighbours'), options: ['CZ', 'SK', 'HU', 'RO', 'MD'].map(country) },
          ]}
        />
        <Table
          caption={t('gallery.form.country')}
          captionHidden
          columns={[
            { label: t('gallery.table.name'), heading: true, cell: name => name },
            {
              label: t('gallery.form.country'),
              cell: name => (
                <CellSelect
                  name="home"
                  label={`${t('gallery.form.country')}: ${name}`}
                  options={['UA', 'PL'].map(country)}
                />
              ),
            },
          ]}
          rows={[t('gallery.form.neighbours')]}
        />
        <DateField name="founded" label={t('gallery.form.founded')} max="2026-12-31" />
        <DateTimeField name="meeting" label={t('gallery.moments')} />
        <TimeField name="hour" label={t('gallery.moments.published')} />
        <TextField
          name="mail"
          type="email"
          label={t('gallery.form.mail')}
          autocomplete="email"
          width="medium"
          required
        />
        <FileField
          name="statutes"
          label={t('gallery.form.statutes')}
          hint={t('gallery.form.statutesHint')}
          accept=".pdf"
        />
        <Checkbox name="agreed" label={t('gallery.form.agree')} required />
        <Actions>
          <Button look="primary">{t('gallery.buttons.send')}</Button>
          <Button name="draft" value="keep">
            {t('gallery.buttons.draft')}
          </Button>
        </Actions>
      </Form>
    </Section>
  )
}
