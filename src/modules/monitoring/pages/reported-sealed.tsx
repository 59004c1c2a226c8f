import type { SealedFile } from '#platform/vault/index.ts'
import {
  Actions,
  Alert,
  Button,
  Form,
  HiddenField,
  PostButton,
  Section,
  TextArea,
  usePage,
} from '#ui/index.ts'
import type { OpenedReport } from '../actions/open-reports.ts'
import { OpeningForm, Openings } from './incident-sealed.tsx'
import type { ReportedProps } from './reported.tsx'
import { ToldAnswers, ToldMessages } from './told-report.tsx'

const isPicture = ({ mediaType }: SealedFile) => /^image\/(jpeg|png|webp)$/.test(mediaType)

type FilesProps = { id: string; reason: string; files: readonly SealedFile[] }

// Each is opened by itself: nobody has to meet a picture while reading.
const Files = ({ id, reason, files }: FilesProps) => {
  const { i18n, link, t } = usePage()
  return (
    <ul class="report-files">
      {files.map(file => (
        <li>
          <p>
            <bdi>{file.name}</bdi> ·{' '}
            {t('monitoring.intake.file.size', { kilobytes: Math.ceil(file.size / 1024) })} ·{' '}
            {i18n.date(file.addedOn)}
          </p>
          <p class="hint">
            SHA-256 <code class="hash">{file.sha256}</code>
          </p>
          <div class="actions">
            {isPicture(file) && (
              <PostButton action={link(`/reports/${id}/files/${file.id}`)} fields={{ reason }} icon="eye-off">
                {t('monitoring.intake.file.look')}
              </PostButton>
            )}
            <PostButton
              action={link(`/reports/${id}/files/${file.id}/original`)}
              fields={{ reason }}
              look="quiet"
              icon="download"
            >
              {t('monitoring.intake.file.save')}
            </PostButton>
          </div>
        </li>
      ))}
    </ul>
  )
}

type AnswerProps = Pick<ReportedProps, 'report' | 'form'> & { reason: string }

const AnswerForm = ({ report, form, reason }: AnswerProps) => {
  const { link, t } = usePage()
  const mine = form?.name === 'messages' ? form : undefined
  return (
    <Form
      action={link(`/reports/${report.id}/messages`)}
      id="messages"
      values={mine?.values}
      problems={mine?.problems}
    >
      <HiddenField name="reason" value={reason} />
      <HiddenField name="turn" value={crypto.randomUUID()} />
      <TextArea
        name="text"
        label={t('monitoring.intake.answer.label')}
        hint={t('monitoring.intake.answer.hint')}
        rows={5}
        required
      />
      <Actions>
        <Button look="primary">{t('monitoring.intake.answer.send')}</Button>
      </Actions>
    </Form>
  )
}

type InsideProps = Pick<ReportedProps, 'report' | 'form'> & { inside: OpenedReport; reason: string }

const Inside = ({ report, form, inside, reason }: InsideProps) => {
  const { i18n, t } = usePage()
  const { answers, messages, files } = inside
  return (
    <div class="told">
      <Alert kind="info" focused={form === undefined}>
        {t('monitoring.incident.opening.opened')}
      </Alert>
      <p>{t('monitoring.intake.report.language', { language: i18n.language(answers.locale) })}</p>
      {answers.wishes.includes('authority') && (
        <Alert kind="warning">{t('monitoring.intake.promise.wishAuthority')}</Alert>
      )}
      <ToldAnswers answers={answers} />
      {files.length > 0 && (
        <section>
          <h3>{t('monitoring.intake.file.title')}</h3>
          <Files id={report.id} reason={reason} files={files} />
        </section>
      )}
      <section>
        <h3>{t('monitoring.intake.answer.title')}</h3>
        {messages.length > 0 && <ToldMessages messages={messages} />}
        <AnswerForm report={report} form={form} reason={reason} />
      </section>
    </div>
  )
}

/** What was told, after somebody said why they open it; and what was typed into a page that closed meanwhile. */
export const ReportSealed = ({ report, opened, openings, form }: ReportedProps) => {
  const { link, t } = usePage()
  const opening = form?.name === 'opening' ? form : undefined
  return (
    <Section
      title={t('monitoring.incident.opening.title')}
      lead={t('monitoring.incident.opening.lead')}
      id="texts"
    >
      {opened && opened.report === null && <p>{t('monitoring.intake.report.doesNotOpen')}</p>}
      {opened?.report ? (
        <Inside report={report} form={form} inside={opened.report} reason={opened.reason} />
      ) : (
        <>
          <OpeningForm action={link(`/reports/${report.id}/opening`)} form={opening} />
          {form?.name === 'messages' && (
            <AnswerForm report={report} form={form} reason={[form.values.reason].flat()[0] ?? ''} />
          )}
        </>
      )}
      <Openings openings={openings} />
    </Section>
  )
}
