import type { Child } from 'hono/jsx'
import { languageChoices } from '#modules/network/index.ts'
import {
  Actions,
  Button,
  ButtonLink,
  DateField,
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
import { draftActKinds } from '../schema/draft-acts.ts'
import { actKindWords } from '../words.ts'

type Told = { values: FormValues; problems?: readonly Problem[]; refusal?: RefusalShown }

type ArticlesProps = { room: number; lang: string }

const Articles = ({ room, lang }: ArticlesProps) => {
  const { i18n, t } = usePage()
  return (
    <section class="section" id="articles">
      <h2>{t('authorities.act.articles')}</h2>
      {Array.from({ length: room }, (_, n) => {
        const named = (label: string) => `${label} (${i18n.number(n + 1)})`
        return (
          <fieldset class="repeated">
            <legend>{t('authorities.act.article', { n: i18n.number(n + 1) })}</legend>
            <TextField
              name={`article-${n}-number`}
              label={named(t('authorities.act.number'))}
              width="short"
              maxlength={20}
            />
            <TextField
              name={`article-${n}-heading`}
              label={named(t('authorities.act.heading'))}
              maxlength={300}
              lang={lang}
            />
            <TextArea
              name={`article-${n}-text`}
              label={named(t('authorities.act.text'))}
              rows={5}
              maxlength={12_000}
              lang={lang}
            />
            <div class="actions">
              {n > 0 && (
                <Button name="intent" value={`up-${n}`} look="quiet" small>
                  {t('authorities.act.up', { n: i18n.number(n + 1) })}
                </Button>
              )}
              {n < room - 1 && (
                <Button name="intent" value={`down-${n}`} look="quiet" small>
                  {t('authorities.act.down', { n: i18n.number(n + 1) })}
                </Button>
              )}
              <Button name="intent" value={`remove-${n}`} look="quiet" small>
                {t('authorities.act.remove', { n: i18n.number(n + 1) })}
              </Button>
            </div>
          </fieldset>
        )
      })}
      <Button name="intent" value="add" icon="plus" small>
        {t('authorities.act.add')}
      </Button>
    </section>
  )
}

type FrameProps = Told & {
  title: string
  lead: string
  action: string
  back: string
  children?: Child
}

const Frame = ({ title, lead, action, back, values, problems = [], refusal, children }: FrameProps) => {
  const { link, t } = usePage()
  return (
    <Layout
      title={title}
      crumbs={[{ label: t('authorities.act.listTitle'), path: '/communications/acts' }]}
      width="form"
      invalid={problems.length > 0 || refusal !== undefined}
    >
      <PageHeading title={title} lead={lead} />
      <Refused refusal={refusal} />
      <Form action={link(action)} values={values} problems={problems}>
        {/* The first button is what Enter presses: it must not be the one that takes an article out. */}
        <Button name="intent" value="save" small>
          {t('authorities.act.saveNow')}
        </Button>
        {children}
        <Actions>
          <Button look="primary" name="intent" value="done">
            {t('authorities.act.save')}
          </Button>
          <ButtonLink href={link(back)} look="quiet">
            {t('authorities.body.back')}
          </ButtonLink>
        </Actions>
      </Form>
    </Layout>
  )
}

type ActFormProps = Told & {
  /** Null for a new draft. */
  id: string | null
  room: number
  names: readonly { value: string; label: string }[]
  /** The letter into which a new draft is laid. */
  letter: string | null
}

/** A draft act in the making: kind, title, reasons, and its articles. */
export const ActFormPage = ({ id, room, names, letter, ...told }: ActFormProps) => {
  const { i18n, t } = usePage()
  const lang = String(told.values.lang ?? i18n.lang)
  const at = id ? `/communications/acts/${id}` : '/communications/acts'
  return (
    <Frame
      title={t(id ? 'authorities.act.edit' : 'authorities.act.begin')}
      lead={t('authorities.act.formLead')}
      action={id ? `${at}/text` : at}
      back={letter ? `/communications/drafts/${letter}` : at}
      {...told}
    >
      {id && <HiddenField name="seen" value={String(told.values.seen ?? '')} />}
      {letter && <HiddenField name="letter" value={letter} />}
      {!id &&
        !letter &&
        names[0] &&
        (names.length === 1 ? (
          <HiddenField name="membership" value={names[0].value} />
        ) : (
          <RadioGroup name="membership" label={t('authorities.letter.onBehalf')} options={names} required />
        ))}
      <SelectField
        name="kind"
        label={t('authorities.act.kindLabel')}
        options={draftActKinds.map(value => ({ value, label: t(actKindWords[value]) }))}
        required
      />
      <TextField name="title" label={t('authorities.act.title')} maxlength={300} lang={lang} required />
      <SelectField
        name="lang"
        label={t('authorities.act.lang')}
        options={languageChoices(i18n)}
        empty={null}
        required
      />
      <Articles room={room} lang={lang} />
      <TextArea name="reasons" label={t('authorities.act.reasons')} rows={6} maxlength={20_000} lang={lang} />
    </Frame>
  )
}

/** The act that came of a draft. */
export const IssuedFormPage = ({
  id,
  room,
  lang,
  ...told
}: Told & { id: string; room: number; lang: string }) => {
  const { t } = usePage()
  return (
    <Frame
      title={t('authorities.act.enterIssued')}
      lead={t('authorities.act.issuedLead')}
      action={`/communications/acts/${id}/issued`}
      back={`/communications/acts/${id}`}
      {...told}
    >
      <TextField name="title" label={t('authorities.act.issuedTitle')} maxlength={300} lang={lang} required />
      <DateField name="on" label={t('authorities.act.issuedOn')} required />
      <TextField name="url" type="url" label={t('authorities.letter.link')} maxlength={300} />
      <Articles room={room} lang={lang} />
    </Frame>
  )
}
