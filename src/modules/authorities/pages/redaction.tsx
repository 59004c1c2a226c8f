import type { RefusalShown } from '#modules/network/index.ts'
import {
  Actions,
  Alert,
  Button,
  ButtonLink,
  ComparedText,
  FileField,
  Form,
  type FormValues,
  Layout,
  PageHeading,
  type Problem,
  RadioGroup,
  TextArea,
  TextField,
  usePage,
} from '#ui/index.ts'
import type { AttachmentFace, MessageFace, Publication } from '../queries/publication.ts'
import { ProminenceFields, publicationCrumbs } from './publication.tsx'

type Shown = {
  publication: Publication
  values?: FormValues
  problems?: readonly Problem[]
  refusal?: RefusalShown
}

type FrameProps = Shown & {
  title: string
  lead: string
  action: string
  initial: FormValues
  files?: boolean
  /** What was taken out, drawn below the form. */
  looks?: unknown
  children?: unknown
  buttons: unknown
}

const text = (value: string | string[] | undefined): string => (typeof value === 'string' ? value : '')

const Frame = ({ publication, values, problems = [], refusal, ...props }: FrameProps) => {
  const { link, t } = usePage()
  const back = `/communications/${publication.number}/publication`
  return (
    <Layout
      title={props.title}
      crumbs={[
        ...publicationCrumbs(t, publication),
        { label: t('authorities.publication.title'), path: back },
      ]}
      width="form"
      invalid={problems.length > 0 || refusal !== undefined}
    >
      <PageHeading kicker={publication.title} title={props.title} lead={props.lead} />
      {refusal && <Alert kind="error">{t(refusal.reason, refusal.values)}</Alert>}
      <Form
        action={link(props.action)}
        values={values ?? props.initial}
        problems={problems}
        files={props.files}
      >
        {props.children as never}
        <Actions>
          {props.buttons as never}
          <ButtonLink href={link(back)} look="quiet">
            {t('authorities.publication.back')}
          </ButtonLink>
        </Actions>
      </Form>
      {props.looks as never}
    </Layout>
  )
}

const LookAndKeep = () => {
  const { t } = usePage()
  return (
    <>
      <Button look="primary" name="next" value="keep">
        {t('authorities.publication.keep')}
      </Button>
      <Button name="next" value="look" icon="eye">
        {t('authorities.publication.look')}
      </Button>
    </>
  )
}

const Compared = ({
  title,
  before,
  after,
  lang,
}: {
  title: string
  before: string
  after: string
  lang: string
}) => {
  const { t } = usePage()
  return (
    <ComparedText
      title={title}
      before={before}
      after={after}
      locale={lang}
      labels={{
        before: t('authorities.publication.original'),
        after: t('authorities.publication.publicCopy'),
      }}
    />
  )
}

/** Takes out of title and facts what must not be public. */
export const RedactionPage = (props: Shown) => {
  const { t } = usePage()
  const { publication, values } = props
  const { number, lang, title, facts, publicTitle, publicFacts } = publication
  const initial = { title: publicTitle ?? title, facts: publicFacts ?? facts }
  const shown = { title: text((values ?? initial).title), facts: text((values ?? initial).facts) }
  const changed = shown.title !== title || shown.facts !== facts
  return (
    <Frame
      {...props}
      title={t('authorities.publication.redact')}
      lead={t('authorities.publication.redactLead')}
      action={`/communications/${number}/redaction`}
      initial={initial}
      buttons={<LookAndKeep />}
      looks={
        changed && (
          <>
            <Compared
              title={t('authorities.publication.publicTitle')}
              before={title}
              after={shown.title}
              lang={lang}
            />
            <Compared
              title={t('authorities.publication.publicFacts')}
              before={facts}
              after={shown.facts}
              lang={lang}
            />
          </>
        )
      }
    >
      <TextField name="title" label={t('authorities.publication.publicTitle')} lang={lang} maxlength={300} />
      <TextArea
        name="facts"
        label={t('authorities.publication.publicFacts')}
        lang={lang}
        rows={14}
        maxlength={20000}
      />
    </Frame>
  )
}

/** Who sees a letter of the correspondence, and what of it is public. */
export const MessagePublicationPage = (props: Shown & { message: MessageFace }) => {
  const { t } = usePage()
  const { publication, message, values } = props
  const initial = {
    prominence: message.prominence,
    reason: message.reason ?? '',
    text: message.publicText ?? message.text,
  }
  const copy = text((values ?? initial).text)
  return (
    <Frame
      {...props}
      title={t('authorities.publication.messageTitle')}
      lead={t('authorities.publication.messageLead')}
      action={`/communications/${publication.number}/messages/${message.id}/publication`}
      initial={initial}
      buttons={<LookAndKeep />}
      looks={
        copy !== message.text && (
          <Compared
            title={t('authorities.publication.publicText')}
            before={message.text}
            after={copy}
            lang={publication.lang}
          />
        )
      }
    >
      <ProminenceFields />
      <TextArea
        name="text"
        label={t('authorities.publication.publicText')}
        hint={t('authorities.publication.publicTextHint')}
        rows={14}
        maxlength={100000}
      />
    </Frame>
  )
}

const copies = {
  none: 'authorities.publication.copy.none',
  same: 'authorities.publication.copy.same',
  file: 'authorities.publication.copy.file',
  text: 'authorities.publication.copy.text',
} as const

function copyOf({ fileId, publicFileId }: AttachmentFace): keyof typeof copies {
  if (publicFileId === null) return 'none'
  return publicFileId === fileId ? 'same' : 'file'
}

/** Who sees an enclosure, and which file stands for it in public. */
export const AttachmentPublicationPage = (props: Shown & { attachment: AttachmentFace }) => {
  const { t } = usePage()
  const { publication, attachment } = props
  const { id, prominence, reason, name, sha256 } = attachment
  return (
    <Frame
      {...props}
      title={name}
      lead={t('authorities.publication.fileLead')}
      action={`/communications/${publication.number}/attachments/${id}/publication`}
      initial={{ prominence, reason: reason ?? '', copy: copyOf(attachment), text: '' }}
      files
      buttons={<Button look="primary">{t('authorities.publication.keep')}</Button>}
      looks={
        <p>
          {t('authorities.publication.originalHash')} <code class="breakable">{sha256}</code>
        </p>
      }
    >
      <ProminenceFields />
      <RadioGroup
        name="copy"
        label={t('authorities.publication.copy.label')}
        options={(Object.keys(copies) as (keyof typeof copies)[]).map(value => ({
          value,
          label: t(copies[value]),
        }))}
      />
      <FileField
        name="file"
        label={t('authorities.publication.copy.upload')}
        hint={t('authorities.publication.copy.uploadHint')}
      />
      <TextArea
        name="text"
        label={t('authorities.publication.copy.words')}
        hint={t('authorities.publication.copy.wordsHint')}
        rows={8}
        maxlength={100000}
      />
    </Frame>
  )
}
