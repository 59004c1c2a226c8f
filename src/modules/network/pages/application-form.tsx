import {
  Actions,
  Alert,
  Button,
  Checkbox,
  FileField,
  Form,
  type FormValues,
  HiddenField,
  Layout,
  PageHeading,
  type Problem,
  RadioGroup,
  Section,
  SelectField,
  Text,
  TextArea,
  usePage,
} from '#ui/index.ts'
import type { OwnOrganisation } from '../queries/application-choices.ts'
import type { KnownOrganisation } from '../queries/organisation-choice.ts'
import type { Form as MembershipForm } from '../schema/memberships.ts'
import { levels } from '../vocabulary/levels.ts'
import { organisationKinds } from '../vocabulary/organisation-kinds.ts'
import { formWords } from '../words.ts'
import { ContactFields, IdentifierFields, PartnerFields } from './application-fields.tsx'
import { KnownChoice } from './known-choice.tsx'
import { NameFields, PlaceFields, WorkFields } from './profile-fields.tsx'

export type ApplicationFormProps = {
  form: MembershipForm
  values: FormValues
  problems?: readonly Problem[]
  /** Organisations for which the applicant acts. */
  own: readonly OwnOrganisation[]
  /** Organisations that carry a number that was typed. */
  known?: readonly KnownOrganisation[]
  /** A file is attached to the draft. */
  attached: boolean
}

const OrganisationFields = () => {
  const { i18n, t } = usePage()
  return (
    <>
      <Section title={t('network.form.organisation')}>
        <NameFields
          label={t('network.form.organisationName')}
          hint={t('network.form.nameHint')}
          about={t('network.form.about')}
          aboutHint={t('network.form.aboutHint')}
          short
        />
        <SelectField
          name="kind"
          label={t('network.form.kind')}
          hint={t('network.form.kindHint')}
          options={organisationKinds.choices(i18n)}
          required
        />
        <RadioGroup name="level" label={t('network.form.level')} options={levels.choices(i18n)} required />
        <PlaceFields />
      </Section>
      <Section title={t('network.form.work')}>
        <WorkFields />
      </Section>
      <ContactFields />
      <IdentifierFields />
    </>
  )
}

const IndividualFields = () => {
  const { t } = usePage()
  const bases = [
    { value: 'not_widely_represented', label: t('network.basis.notWidelyRepresented') },
    { value: 'no_formal_organisation', label: t('network.basis.noFormalOrganisation') },
  ]
  return (
    <>
      <Section title={t('network.form.person')}>
        <NameFields
          label={t('network.form.personName')}
          hint={t('network.form.personNameHint')}
          about={t('network.form.about')}
          aboutHint={t('network.form.personAboutHint')}
          short
        />
        <RadioGroup name="basis" label={t('network.form.basis')} options={bases} required />
        <TextArea
          name="recognisedBy"
          label={t('network.form.recognisedBy')}
          hint={t('network.form.recognisedByHint')}
          maxlength={2000}
          required
        />
        <PlaceFields />
      </Section>
      <Section title={t('network.form.work')}>
        <WorkFields />
      </Section>
      <Checkbox name="listed" label={t('network.form.listed')} hint={t('network.form.listedHint')} />
    </>
  )
}

// Somebody who acts for an organisation already chooses it, and types nothing again.
const OrganisationChoice = ({ own, values }: Pick<ApplicationFormProps, 'own' | 'values'>) => {
  const { i18n, t } = usePage()
  const chosen = own.find(({ id }) => id === values.organisation)
  if (chosen) {
    return (
      <Section title={t('network.form.organisation')}>
        <p>
          <strong>
            <Text value={chosen.name} />
          </strong>
        </p>
        <p>{t('network.form.fromRecord')}</p>
        <HiddenField name="organisation" value={chosen.id} />
        <Actions>
          <Button name="intent" value="another" look="quiet">
            {t('network.form.anotherOrganisation')}
          </Button>
        </Actions>
      </Section>
    )
  }
  if (own.length === 0) return null
  const options = own.map(({ id, name }) => ({ value: id, label: i18n.text(name).value }))
  return (
    <Section title={t('network.form.ownOrganisation')} lead={t('network.form.ownOrganisationLead')}>
      <SelectField
        name="ownOrganisation"
        label={t('network.form.chooseOwn')}
        options={options}
        empty={t('network.form.noneOfThem')}
      />
      <Actions>
        <Button name="intent" value="choose">
          {t('network.form.takeThis')}
        </Button>
      </Actions>
    </Section>
  )
}

const DecisionFields = ({ form }: { form: MembershipForm }) => {
  const { t } = usePage()
  return (
    <Section title={t('network.form.decisionTitle')}>
      <TextArea
        name="decision"
        label={t('network.form.decision')}
        hint={t('network.form.decisionHint')}
        maxlength={500}
        required
      />
      {form === 'agreement' && <PartnerFields />}
    </Section>
  )
}

const Attachment = ({ attached }: { attached: boolean }) => {
  const { t } = usePage()
  return (
    <Section title={t('network.form.attachment')}>
      {attached && <p>{t('network.form.attached')}</p>}
      <FileField
        name="file"
        label={t(attached ? 'network.form.replaceFile' : 'network.form.file')}
        hint={t('network.form.fileHint')}
        accept=".pdf,.docx,.odt,.jpg,.jpeg,.png"
      />
    </Section>
  )
}

/** The application, on one page: kept as often as one likes, checked when one asks to review it. */
export const ApplicationFormPage = (props: ApplicationFormProps) => {
  const { form, values, problems = [], own, known = [], attached } = props
  const { link, t } = usePage()
  const title = t('network.form.title', { form: t(formWords[form]) })
  const record = own.some(({ id }) => id === values.organisation)
  return (
    <Layout
      title={title}
      crumbs={[{ label: t('network.join.title'), path: '/join' }]}
      width="form"
      invalid={problems.length > 0}
    >
      <PageHeading title={title} lead={t('network.form.lead')} />
      <Form action={link(`/join/${form}`)} values={values} problems={problems} files>
        {known.length > 0 && <KnownChoice known={known} />}
        {form !== 'individual' && <OrganisationChoice own={own} values={values} />}
        {form === 'individual' ? <IndividualFields /> : !record && <OrganisationFields />}
        {form !== 'individual' && <DecisionFields form={form} />}
        <Attachment attached={attached} />
        <Alert kind="info">{t('network.form.publishedToMembers')}</Alert>
        <Actions>
          <Button name="intent" value="review" look="primary">
            {t('network.form.review')}
          </Button>
          <Button name="intent" value="save">
            {t('network.form.save')}
          </Button>
        </Actions>
      </Form>
    </Layout>
  )
}
