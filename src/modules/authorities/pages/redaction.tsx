import {
  Actions,
  Button,
  ButtonLink,
  ComparedText,
  Form,
  type FormValues,
  Layout,
  PageHeading,
  type Problem,
  type RefusalShown,
  Refused,
  TextArea,
  TextField,
  usePage,
} from '#ui/index.ts'
import { reasonValues } from '../forms/letters.ts'
import { takenOut } from '../publication.ts'
import type { MessageFace, Publication } from '../queries/publication.ts'
import { ProminenceFields } from './prominence.tsx'
import { publicationCrumbs } from './publication.tsx'
import { RedactedReasons } from './redacted-reasons.tsx'

export type Shown = {
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

/** The frame of a page on which a public copy is made. */
export const CopyFrame = ({ publication, values, problems = [], refusal, ...props }: FrameProps) => {
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
      <Refused refusal={refusal} />
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

type Piece = { title: string; before: string; after: string }

const groundWords = (typed: FormValues, n: number) =>
  (['title', 'article', 'version', 'quote', 'url'] as const)
    .map(part => text(typed[`ground-${n}-${part}`]))
    .filter(Boolean)
    .join('\n')

/** Every part of the letter, as it is and as it is going to be read. */
function usePieces({ title, facts, grounds, proposals }: Publication, now: FormValues): Piece[] {
  const { i18n, t } = usePage()
  const whole = reasonValues({ grounds, proposals })
  return [
    { title: t('authorities.publication.publicTitle'), before: title, after: text(now.title) },
    { title: t('authorities.publication.publicFacts'), before: facts, after: text(now.facts) },
    ...grounds.map((_, n) => ({
      title: t('authorities.letter.ground', { n: i18n.number(n + 1) }),
      before: groundWords(whole, n),
      after: groundWords(now, n) || takenOut,
    })),
    ...proposals.map((proposal, n) => ({
      title: t('authorities.letter.proposal', { n: i18n.number(n + 1) }),
      before: proposal,
      after: text(now[`proposal-${n}`]) || takenOut,
    })),
  ]
}

/** Takes out of title, facts, grounds and proposals what must not be public. */
export const RedactionPage = (props: Shown) => {
  const { t } = usePage()
  const { publication, values } = props
  const { number, lang, title, facts, grounds, proposals } = publication
  const initial = {
    title: publication.publicTitle ?? title,
    facts: publication.publicFacts ?? facts,
    ...reasonValues({
      grounds: publication.publicGrounds ?? grounds,
      proposals: publication.publicProposals ?? proposals,
    }),
  }
  const changed = usePieces(publication, values ?? initial).filter(({ before, after }) => before !== after)
  return (
    <CopyFrame
      {...props}
      title={t('authorities.publication.redact')}
      lead={t('authorities.publication.redactLead')}
      action={`/communications/${number}/redaction`}
      initial={initial}
      buttons={<LookAndKeep />}
      looks={changed.map(piece => <Compared {...piece} lang={lang} />)}
    >
      <TextField
        name="title"
        label={t('authorities.publication.publicTitle')}
        lang={lang}
        maxlength={300}
        required
      />
      <TextArea
        name="facts"
        label={t('authorities.publication.publicFacts')}
        lang={lang}
        rows={14}
        maxlength={20000}
      />
      <RedactedReasons publication={publication} />
    </CopyFrame>
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
    <CopyFrame
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
    </CopyFrame>
  )
}
