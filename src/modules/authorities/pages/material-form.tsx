import { ConfirmationPage, languageChoices } from '#modules/network/index.ts'
import { acceptedEndings } from '#platform/files/index.ts'
import type { Localised } from '#platform/i18n/index.ts'
import {
  Actions,
  Button,
  ButtonLink,
  Checkbox,
  DateField,
  FileField,
  Form,
  type FormValues,
  HiddenField,
  Layout,
  PageHeading,
  type Problem,
  RadioGroup,
  type RefusalShown,
  Refused,
  SelectField,
  TextArea,
  TextField,
  usePage,
} from '#ui/index.ts'
import { materialKindWords } from '../material-words.ts'
import type { MaterialView } from '../queries/materials.ts'
import { materialKinds } from '../schema/materials.ts'

type Told = { values: FormValues; problems?: readonly Problem[]; refusal?: RefusalShown }
type Props = Told & {
  body: { id: string; name: Localised }
  /** Null for a new one. */
  material: MaterialView | null
}

function useCrumbs({ body }: Pick<Props, 'body'>) {
  const { i18n, t } = usePage()
  return [
    { label: t('authorities.body.title'), path: '/bodies' },
    { label: i18n.text(body.name).value, path: `/bodies/${body.id}` },
  ]
}

const What = () => {
  const { i18n, t } = usePage()
  return (
    <>
      <RadioGroup
        name="kind"
        label={t('authorities.material.kindLabel')}
        options={materialKinds.map(value => ({ value, label: t(materialKindWords[value]) }))}
        columns
        required
      />
      <TextField name="title" label={t('authorities.material.name')} maxlength={300} required />
      <SelectField
        name="lang"
        label={t('authorities.material.language')}
        options={languageChoices(i18n)}
        empty={null}
        required
      />
      <DateField
        name="onDay"
        label={t('authorities.material.day')}
        hint={t('authorities.material.dayHint')}
      />
      <TextArea
        name="description"
        label={t('authorities.material.description')}
        hint={t('authorities.material.descriptionHint')}
        rows={5}
        maxlength={5000}
      />
    </>
  )
}

/** Where a coordinator puts down a material on the cooperation with a body. */
export const MaterialFormPage = ({ body, material, values, problems = [], refusal }: Props) => {
  const { link, t } = usePage()
  const title = t(material ? 'authorities.material.editTitle' : 'authorities.material.addTitle')
  const action = material ? `/materials/${material.id}/facts` : `/bodies/${body.id}/materials`
  const shown = material?.status === 'published'
  return (
    <Layout
      title={title}
      crumbs={useCrumbs({ body })}
      width="form"
      invalid={problems.length > 0 || refusal !== undefined}
    >
      <PageHeading
        title={title}
        lead={t(shown ? 'authorities.material.editLead' : 'authorities.material.addLead')}
      />
      <Refused refusal={refusal} />
      <Form action={link(action)} values={values} problems={problems} files>
        <HiddenField name="seen" value={String(values.seen ?? '0')} />
        <What />
        <TextField name="url" type="url" label={t('authorities.material.url')} maxlength={500} />
        <FileField
          name="file"
          label={t('authorities.material.file')}
          hint={t(material?.file ? 'authorities.material.fileReplaces' : 'authorities.material.fileHint')}
          accept={acceptedEndings}
        />
        {material?.file && <Checkbox name="withoutFile" label={t('authorities.material.withoutFile')} />}
        <Actions>
          <Button look="primary">{t('authorities.material.save')}</Button>
          <ButtonLink href={link(`/bodies/${body.id}#materials`)} look="quiet">
            {t('authorities.body.back')}
          </ButtonLink>
        </Actions>
      </Form>
    </Layout>
  )
}

/** Asks why a published material is taken back. */
export const MaterialWithdrawalPage = ({ body, material, ...told }: Props) => {
  const { t } = usePage()
  return (
    <ConfirmationPage
      title={t('authorities.material.withdrawTitle', { title: material?.title ?? '' })}
      lead={t('authorities.material.withdrawLead')}
      crumbs={useCrumbs({ body })}
      action={`/materials/${material?.id}/withdrawal`}
      confirm={t('authorities.material.withdraw')}
      back={`/bodies/${body.id}#materials`}
      danger
      {...told}
    >
      <TextArea
        name="reason"
        label={t('authorities.material.reason')}
        hint={t('authorities.material.reasonHint')}
        rows={3}
        maxlength={2000}
        required
      />
    </ConfirmationPage>
  )
}
