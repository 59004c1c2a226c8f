import { ConfirmationPage } from '#modules/network/index.ts'
import { acceptedEndings } from '#platform/files/index.ts'
import {
  FileField,
  type FormValues,
  type Problem,
  type RefusalShown,
  Section,
  TextArea,
  TextField,
  usePage,
} from '#ui/index.ts'
import type { Standing } from '../queries/standing.ts'
import type { TimelineEntry } from '../queries/timeline.ts'
import { CommunicationHistory } from './timeline.tsx'

export type MessagesProps = {
  face: Standing
  timeline: readonly TimelineEntry[]
  values?: FormValues
  problems?: readonly Problem[]
  refusal?: RefusalShown
}

/** Writing to the other side, below what was written so far. */
export const MessagesPage = ({ face, timeline, values, problems, refusal }: MessagesProps) => {
  const { i18n, t } = usePage()
  const messages = timeline.filter(entry => entry.what === 'message')
  const to = face.isReadingOfficer ? face.sender : face.bodyName
  return (
    <ConfirmationPage
      title={t('authorities.desk.message.write')}
      lead={
        to
          ? t('authorities.desk.message.lead', { to: i18n.text(to).value })
          : t('authorities.desk.message.leadCoalition')
      }
      crumbs={[
        { label: t('authorities.menu'), path: '/communications' },
        {
          label: t('authorities.letter.numbered', { number: face.number }),
          path: `/communications/${face.number}`,
        },
      ]}
      action={`/communications/${face.number}/messages`}
      confirm={t('authorities.desk.message.send')}
      back={`/communications/${face.number}`}
      values={values}
      problems={problems}
      refusal={refusal}
      before={
        messages.length > 0 && (
          <Section title={t('authorities.desk.message.soFar')}>
            <CommunicationHistory face={face} timeline={messages} />
          </Section>
        )
      }
      files
    >
      <TextField name="subject" label={t('authorities.desk.message.subject')} maxlength={500} />
      <TextArea
        name="text"
        label={t('authorities.desk.message.text')}
        hint={t('authorities.desk.message.textHint')}
        rows={8}
        maxlength={100_000}
        required
      />
      <FileField
        name="document"
        label={t('authorities.step.document')}
        hint={t('authorities.step.documentHint')}
        accept={acceptedEndings}
      />
    </ConfirmationPage>
  )
}
