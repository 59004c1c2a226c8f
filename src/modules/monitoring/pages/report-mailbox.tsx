import type { MessageKey } from '#platform/i18n/index.ts'
import type { Refusal } from '#platform/refusal.ts'
import {
  Actions,
  Alert,
  Button,
  FileField,
  Form,
  type FormValues,
  HiddenField,
  PageHeading,
  Paragraphs,
  type Problem,
  Refused,
  Section,
  TextArea,
  TextField,
  Time,
  usePage,
} from '#ui/index.ts'
import { otherLocales } from '#ui/layout/languages.tsx'
import { address } from '#ui/page.tsx'
import { largestReportFile } from '../actions/keep-report-file.ts'
import type { Mailbox } from '../queries/mailbox.ts'
import { ReportFrame } from './report-frame.tsx'
import { UsesField } from './report-questions.tsx'

type DoorProps = { problems?: readonly Problem[]; refusal?: Refusal; values?: FormValues }

// Of the door: what a form led to has no address of its own in another language.
const InOtherLanguages = () => {
  const page = usePage()
  return (
    <ul class="languages">
      {otherLocales(page)
        .filter(({ current }) => !current)
        .map(({ locale, name }) => (
          <li>
            <a href={address(locale, page.umbrella?.slug, '/report/mailbox')} lang={locale} hreflang={locale}>
              {name}
            </a>
          </li>
        ))}
    </ul>
  )
}

/** Where a receipt is typed. */
export const MailboxDoorPage = ({ problems = [], refusal, values = {} }: DoorProps) => {
  const { t, link } = usePage()
  return (
    <ReportFrame title={t('monitoring.report.mailbox.title')} invalid={problems.length > 0}>
      <Refused refusal={refusal} />
      <PageHeading
        title={t('monitoring.report.mailbox.title')}
        lead={t('monitoring.report.mailbox.doorLead')}
      />
      <Form action={link('/report/mailbox')} problems={problems} values={values} bare>
        <TextField
          name="receipt"
          label={t('monitoring.report.mailbox.receipt')}
          hint={t('monitoring.report.mailbox.receiptHint')}
          autocomplete="off"
          spellcheck={false}
          maxlength={60}
          required
        />
        <Actions>
          <Button look="primary">{t('monitoring.report.mailbox.open')}</Button>
        </Actions>
      </Form>
      <p>{t('monitoring.report.mailbox.lost')}</p>
      <p>
        <a href={link('/report')}>{t('monitoring.report.mailbox.toReport')}</a>
      </p>
      <InOtherLanguages />
    </ReportFrame>
  )
}

/** Which of the forms of a mailbox was sent. */
export type MailboxForm = 'messages' | 'files' | 'consents'

export type MailboxPageProps = {
  mailbox: Mailbox
  kept: string
  said?: MessageKey
  /** What came back, and in which form it stands. */
  returned?: { form: MailboxForm; problems: readonly Problem[]; values: FormValues }
}

const Messages = ({ mailbox: { messages } }: Pick<MailboxPageProps, 'mailbox'>) => {
  const { t } = usePage()
  if (messages.length === 0) return <p>{t('monitoring.report.mailbox.noMessages')}</p>
  return (
    <ul class="messages">
      {messages.map(({ from, text, addedOn }) => (
        <li data-from={from}>
          <h3>
            {t(
              from === 'monitor'
                ? 'monitoring.report.mailbox.fromMonitor'
                : 'monitoring.report.mailbox.fromYou',
            )}
            , <Time at={addedOn} />
          </h3>
          <div dir="auto">
            <Paragraphs text={text} />
          </div>
        </li>
      ))}
    </ul>
  )
}

const formProps = ({ kept: _, returned }: MailboxPageProps, form: MailboxForm) => ({
  id: form,
  bare: true,
  ...(returned?.form === form && { problems: returned.problems, values: returned.values }),
})

const Write = (props: MailboxPageProps) => {
  const { t, link } = usePage()
  return (
    <Section title={t('monitoring.report.mailbox.write')}>
      <Form action={link('/report/mailbox/messages')} {...formProps(props, 'messages')}>
        <HiddenField name="kept" value={props.kept} />
        <TextArea name="text" label={t('monitoring.report.mailbox.message')} rows={5} required />
        <Actions>
          <Button look="primary">{t('monitoring.report.mailbox.send')}</Button>
        </Actions>
      </Form>
    </Section>
  )
}

const AddFile = (props: MailboxPageProps) => {
  const { t, link } = usePage()
  return (
    <Section title={t('monitoring.report.mailbox.files')}>
      <p>{t('monitoring.report.mailbox.filesSoFar', { count: props.mailbox.files })}</p>
      <Form action={link('/report/mailbox/files')} {...formProps(props, 'files')} files>
        <HiddenField name="kept" value={props.kept} />
        <FileField
          name="file"
          label={t('monitoring.report.files.label')}
          hint={t('monitoring.report.files.hint', { megabytes: largestReportFile })}
        />
        <Actions>
          <Button>{t('monitoring.report.files.add')}</Button>
        </Actions>
      </Form>
    </Section>
  )
}

const Consents = (props: MailboxPageProps) => {
  const { t, link } = usePage()
  return (
    <Section
      title={t('monitoring.report.mailbox.consents')}
      lead={t('monitoring.report.mailbox.consentsLead')}
    >
      <Form
        action={link('/report/mailbox/consents')}
        {...formProps(props, 'consents')}
        values={{ uses: [...props.mailbox.consents] }}
      >
        <HiddenField name="kept" value={props.kept} />
        <UsesField />
        <Actions>
          <Button>{t('monitoring.report.mailbox.saveConsents')}</Button>
        </Actions>
      </Form>
    </Section>
  )
}

/** What the holder of a receipt finds: the conversation, and what the report may be used for. */
export const MailboxPage = (props: MailboxPageProps) => {
  const { mailbox, said, returned } = props
  const { t } = usePage()
  return (
    <ReportFrame title={t('monitoring.report.mailbox.title')} invalid={(returned?.problems.length ?? 0) > 0}>
      {said && (
        <Alert kind="success" focused>
          {t(said)}
        </Alert>
      )}
      <PageHeading title={t('monitoring.report.mailbox.title')} lead={t('monitoring.report.mailbox.lead')}>
        <p>
          {t('monitoring.report.mailbox.received')} <Time at={mailbox.receivedOn} />
        </p>
        {mailbox.closed && <p>{t('monitoring.report.mailbox.closed')}</p>}
      </PageHeading>
      <Section title={t('monitoring.report.mailbox.messages')}>
        <Messages mailbox={mailbox} />
      </Section>
      <Write {...props} />
      <AddFile {...props} />
      <Consents {...props} />
    </ReportFrame>
  )
}
