import { acceptedEndings } from '#platform/files/index.ts'
import {
  Alert,
  Button,
  CheckboxGroup,
  DateField,
  FileField,
  Form,
  HiddenField,
  RadioGroup,
  TextArea,
  TextField,
  usePage,
} from '#ui/index.ts'
import { answerResolutions, closingResolutions } from '../forms/steps.ts'
import type { ExtensionLimit } from '../queries/extension-limit.ts'
import type { FoundBody } from '../queries/forwarding-targets.ts'
import type { Standing } from '../queries/standing.ts'
import { responseForms } from '../schema/steps.ts'
import type { StepForm } from '../steps/step-forms.ts'
import { formWords, resolutionWords } from '../words.ts'

export type StepFieldsProps = {
  face: Standing
  step: StepForm
  bodies: readonly FoundBody[]
  /** How far an extension may go; null while no clock runs. */
  limit: ExtensionLimit | null
}

/** Finds the body to which a letter is passed on. */
export const BodySearch = ({ action, typed }: { action: string; typed: string }) => {
  const { link, t } = usePage()
  return (
    <Form
      method="get"
      id="search"
      action={link(action)}
      values={{ q: typed }}
      label={t('authorities.step.forwarding.search')}
    >
      <TextField
        name="q"
        type="search"
        label={t('authorities.step.forwarding.search')}
        hint={t('authorities.step.forwarding.searchHint')}
        width="medium"
        required
      />
      <Button icon="search">{t('authorities.step.forwarding.find')}</Button>
    </Form>
  )
}

const BodyChoice = ({ bodies }: Pick<StepFieldsProps, 'bodies'>) => {
  const { i18n, t } = usePage()
  if (bodies.length === 0) return <p>{t('authorities.step.forwarding.searchFirst')}</p>
  return (
    <RadioGroup
      name="body"
      label={t('authorities.step.forwarding.body')}
      options={bodies.map(({ id, name, hasOfficers }) => ({
        value: id,
        label: i18n.text(name).value,
        hint: hasOfficers ? t('authorities.step.forwarding.onPlatform') : undefined,
      }))}
      required
    />
  )
}

const ResolutionChoice = ({ step }: Pick<StepFieldsProps, 'step'>) => {
  const { t } = usePage()
  const offered = step.kind === 'closed' ? closingResolutions : answerResolutions
  return (
    <RadioGroup
      name="resolution"
      label={t('authorities.step.resolution')}
      options={offered.map(value => ({ value, label: t(resolutionWords[value]) }))}
      required
    />
  )
}

const ExtendedUntil = ({ face, limit }: Pick<StepFieldsProps, 'face' | 'limit'>) => {
  const { i18n, t } = usePage()
  const hint =
    limit?.how === 'until'
      ? t('authorities.step.extension.cap', { cap: i18n.date(limit.day) })
      : limit?.how === 'named'
        ? t('authorities.deadline.none.extensionNamed')
        : undefined
  return (
    <>
      {limit?.how === 'none' && <Alert kind="warning">{t('authorities.deadline.none.noExtension')}</Alert>}
      <DateField
        name="dueOn"
        label={t('authorities.step.extension.until')}
        hint={hint}
        min={face.today}
        max={limit?.how === 'until' ? limit.day : undefined}
        required
      />
    </>
  )
}

const Particular = ({ face, step, bodies, limit }: StepFieldsProps) => {
  const { t } = usePage()
  const has = (field: NonNullable<StepForm['fields']>[number]) => step.fields?.includes(field)
  return (
    <>
      {has('reference') && (
        <TextField
          name="reference"
          label={t('authorities.step.reference')}
          hint={t('authorities.step.referenceHint')}
          width="medium"
          maxlength={80}
          required
        />
      )}
      {has('body') && <BodyChoice bodies={bodies} />}
      {has('forms') && (
        <CheckboxGroup
          name="forms"
          label={t('authorities.step.form.forms')}
          hint={t('authorities.step.form.formsHint')}
          options={responseForms.map(value => ({ value, label: t(formWords[value]) }))}
          required
        />
      )}
      {has('resolution') && <ResolutionChoice step={step} />}
      {has('dueOn') && <ExtendedUntil face={face} limit={limit} />}
    </>
  )
}

/** The fields of one step: what is particular to it, the day, the words, the document. */
export const StepFields = (props: StepFieldsProps) => {
  const { t } = usePage()
  const { face, step } = props
  return (
    <>
      <HiddenField name="seen" value={String(face.lastStep)} />
      <Particular {...props} />
      <DateField
        name="onDay"
        label={t('authorities.step.day')}
        min={face.sentOn ?? undefined}
        max={face.today}
        required
      />
      <TextArea
        name="text"
        label={t(step.words)}
        hint={t('authorities.step.wordsHint')}
        rows={6}
        maxlength={10_000}
        required={!step.wordless}
      />
      {step.document && (
        <FileField
          name="document"
          label={t('authorities.step.document')}
          hint={t('authorities.step.documentHint')}
          accept={acceptedEndings}
          required={step.document === 'needed'}
        />
      )}
    </>
  )
}
