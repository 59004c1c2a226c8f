import {
  Actions,
  Button,
  Form,
  type FormValues,
  HiddenField,
  PostButton,
  type Problem,
  Section,
  SelectField,
  TextArea,
  usePage,
} from '#ui/index.ts'
import { lastDay } from '../deadlines.ts'
import type { ApplicationView } from '../queries/applications.ts'
import type { NamedMember } from '../queries/member-name.ts'

type Props = {
  application: ApplicationView
  members: readonly NamedMember[]
  values?: FormValues
  problems?: readonly Problem[]
}

const Answered = ({ application, member }: { application: ApplicationView; member: NamedMember }) => {
  const { i18n, t } = usePage()
  const name = i18n.text(member.name).value
  const objects = application.objections.some(o => o.membershipId === member.id && o.withdrawnAt === null)
  if (objects) return <p>{t('network.answer.objected', { name })}</p>
  if (application.readings.includes(member.id)) return <p>{t('network.answer.read', { name })}</p>
  return null
}

const MemberField = ({ members }: { members: readonly NamedMember[] }) => {
  const { i18n, t } = usePage()
  const [only] = members
  if (only && members.length === 1) return <HiddenField name="membership" value={only.id} />
  const options = members.map(({ id, name }) => ({ value: id, label: i18n.text(name).value }))
  return <SelectField name="membership" label={t('network.answer.member')} options={options} required />
}

/** What a member with a vote can say while the period runs: nothing at all, «we have no objection», or an objection. */
export const ApplicationAnswer = ({ application, members, values, problems }: Props) => {
  const { i18n, link, t } = usePage()
  const path = `/applications/${application.id}`
  const silent = members.filter(
    ({ id }) =>
      !application.readings.includes(id) &&
      !application.objections.some(o => o.membershipId === id && o.withdrawnAt === null),
  )
  const able = members.filter(
    ({ id }) => !application.objections.some(o => o.membershipId === id && o.withdrawnAt === null),
  )
  const day = application.objectionsUntil ? i18n.date(lastDay(i18n, application.objectionsUntil)) : ''
  return (
    <Section title={t('network.answer.title')} lead={t('network.answer.lead', { day })} id="answer">
      {members.map(member => (
        <Answered application={application} member={member} />
      ))}
      {silent.map(member => (
        <PostButton
          action={link(`${path}/readings`)}
          fields={{ membership: member.id }}
          look="primary"
          icon="check"
        >
          {members.length === 1
            ? t('network.answer.noObjection')
            : t('network.answer.noObjectionOf', { name: i18n.text(member.name).value })}
        </PostButton>
      ))}
      {able.length > 0 && (
        <Form
          action={link(`${path}/objections`)}
          values={values}
          problems={problems}
          label={t('network.answer.object')}
        >
          <h3>{t('network.answer.object')}</h3>
          <MemberField members={able} />
          <TextArea
            name="reasons"
            label={t('network.answer.reasons')}
            hint={t('network.answer.reasonsHint')}
            maxlength={4000}
            required
          />
          <Actions>
            <Button look="danger">{t('network.answer.sendObjection')}</Button>
          </Actions>
        </Form>
      )}
    </Section>
  )
}
