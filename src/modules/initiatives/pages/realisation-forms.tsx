import { ConfirmationPage, type NamedMember } from '#modules/network/index.ts'
import { acceptedEndings } from '#platform/files/index.ts'
import {
  Checkbox,
  DateField,
  FileField,
  type FormValues,
  HiddenField,
  type Problem,
  RadioGroup,
  type RefusalShown,
  SelectField,
  TextArea,
  TextField,
  usePage,
} from '#ui/index.ts'
import type { RealisationView } from '../queries/realisation.ts'
import { extentWords } from '../realisation-words.ts'
import { extents } from '../schema/realisation.ts'
import { CapacityField } from './capacity-field.tsx'

export type FormShown = {
  values?: FormValues
  problems?: readonly Problem[]
  refusal?: RefusalShown
}

type Base = FormShown & { realisation: RealisationView; members: readonly NamedMember[] }

/** Where forms of a realisation stand: on the way from its page. */
export function useWay(realisation: RealisationView) {
  const { i18n, t } = usePage()
  const place = `/realisations/${realisation.number}`
  const crumbs = [
    { label: t('initiatives.realisations.title'), path: '/realisations' },
    { label: i18n.text(realisation.title).value, path: place },
  ]
  return { place, crumbs, t, i18n }
}

/** A task: what, who, until when. `task` is null for a new one. */
export const TaskFormPage = ({ realisation, members, task, ...shown }: Base & { task: string | null }) => {
  const { place, crumbs, t, i18n } = useWay(realisation)
  const who = realisation.group.flatMap(({ membershipId, name, people }) => {
    const member = i18n.text(name).value || t('initiatives.speaker.individual')
    return [
      { value: membershipId, label: member },
      ...people.map(({ id, name: person }) => ({
        value: `${membershipId} ${id}`,
        label: `${person} (${member})`,
      })),
    ]
  })
  return (
    <ConfirmationPage
      {...shown}
      title={t(task ? 'initiatives.task.changeTitle' : 'initiatives.task.add')}
      lead={t('initiatives.task.lead')}
      crumbs={crumbs}
      action={task ? `${place}/tasks/${task}` : `${place}/tasks`}
      confirm={t(task ? 'initiatives.task.save' : 'initiatives.task.addConfirm')}
      back={`${place}/tasks`}
    >
      {task === null && <CapacityField members={members} label={t('initiatives.realisation.forMember')} />}
      <TextField name="title" label={t('initiatives.task.title')} maxlength={200} required />
      <SelectField
        name="who"
        label={t('initiatives.task.who')}
        hint={t('initiatives.task.whoHint')}
        options={who}
        empty={t('initiatives.task.free')}
      />
      <DateField name="due" label={t('initiatives.task.due')} />
    </ConfirmationPage>
  )
}

export const MilestoneFormPage = ({
  realisation,
  members,
  milestone,
  ...shown
}: Base & { milestone: string | null }) => {
  const { place, crumbs, t } = useWay(realisation)
  return (
    <ConfirmationPage
      {...shown}
      title={t(milestone ? 'initiatives.milestone.changeTitle' : 'initiatives.milestone.add')}
      lead={t('initiatives.milestone.lead')}
      crumbs={crumbs}
      action={milestone ? `${place}/milestones/${milestone}` : `${place}/milestones`}
      confirm={t(milestone ? 'initiatives.task.save' : 'initiatives.milestone.addConfirm')}
      back={`${place}/tasks`}
    >
      {milestone === null && (
        <CapacityField members={members} label={t('initiatives.realisation.forMember')} />
      )}
      <TextField name="title" label={t('initiatives.milestone.title')} maxlength={200} required />
      <DateField name="due" label={t('initiatives.milestone.due')} required />
    </ConfirmationPage>
  )
}

const FilesField = () => {
  const { t } = usePage()
  return (
    <FileField
      name="files"
      label={t('initiatives.report.files')}
      hint={t('initiatives.report.filesHint')}
      accept={acceptedEndings}
      multiple
    />
  )
}

/** How it goes; `corrects` is the number of the report that is put right. */
export const ReportFormPage = ({
  realisation,
  members,
  corrects,
  ...shown
}: Base & { corrects: number | null }) => {
  const { place, crumbs, t, i18n } = useWay(realisation)
  return (
    <ConfirmationPage
      {...shown}
      title={
        corrects === null
          ? t('initiatives.report.write')
          : t('initiatives.report.correctTitle', { number: i18n.number(corrects) })
      }
      lead={t(corrects === null ? 'initiatives.report.lead' : 'initiatives.report.correctLead')}
      crumbs={crumbs}
      action={`${place}/reports`}
      confirm={t('initiatives.report.publish')}
      back={`${place}/reports`}
      files
    >
      {corrects !== null && <HiddenField name="corrects" value={String(corrects)} />}
      <CapacityField members={members} label={t('initiatives.realisation.forMember')} />
      <TextArea
        name="body"
        label={t('initiatives.report.body')}
        hint={t('initiatives.report.bodyHint')}
        rows={10}
        maxlength={12_000}
        required
      />
      <FilesField />
    </ConfirmationPage>
  )
}

/** What came of it. After this nothing changes any more. */
export const ResultFormPage = ({ realisation, members, ...shown }: Base) => {
  const { place, crumbs, t } = useWay(realisation)
  return (
    <ConfirmationPage
      {...shown}
      title={t('initiatives.result.publish')}
      lead={t('initiatives.result.lead')}
      crumbs={crumbs}
      action={`${place}/result`}
      confirm={t('initiatives.result.confirm')}
      back={place}
      files
    >
      <CapacityField members={members} label={t('initiatives.realisation.forMember')} />
      <RadioGroup
        name="reached"
        label={t('initiatives.result.reached')}
        options={extents.map(value => ({ value, label: t(extentWords[value]) }))}
        required
      />
      <TextArea
        name="body"
        label={t('initiatives.result.body')}
        hint={t('initiatives.result.bodyHint')}
        rows={8}
        maxlength={12_000}
        required
      />
      <TextArea
        name="evaluation"
        label={t('initiatives.result.evaluation')}
        hint={t('initiatives.result.evaluationHint')}
        rows={6}
        maxlength={12_000}
        required
      />
      <TextField
        name="peopleReached"
        label={t('initiatives.result.people')}
        hint={t('initiatives.result.peopleHint')}
        width="short"
        inputmode="numeric"
      />
      <FilesField />
      <Checkbox name="final" label={t('initiatives.result.final')} hint={t('initiatives.result.finalHint')} />
    </ConfirmationPage>
  )
}

export const TakeoverFormPage = ({ realisation, members, ...shown }: Base) => {
  const { place, crumbs, t } = useWay(realisation)
  return (
    <ConfirmationPage
      {...shown}
      title={t('initiatives.takeover.offer')}
      lead={t('initiatives.takeover.lead')}
      crumbs={crumbs}
      action={`${place}/takeover`}
      confirm={t('initiatives.takeover.confirm')}
      back={place}
    >
      <CapacityField members={members} label={t('initiatives.realisation.forMember')} />
      <TextArea
        name="plan"
        label={t('initiatives.takeover.plan')}
        hint={t('initiatives.takeover.planHint')}
        rows={6}
        maxlength={4000}
        required
      />
    </ConfirmationPage>
  )
}
