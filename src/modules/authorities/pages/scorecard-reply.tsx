import {
  Actions,
  Button,
  ButtonLink,
  Form,
  type FormValues,
  HiddenField,
  Layout,
  PageHeading,
  Paragraphs,
  type Problem,
  type RefusalShown,
  Refused,
  Section,
  SelectField,
  TextArea,
  Time,
  usePage,
} from '#ui/index.ts'
import type { Card } from '../queries/scorecard.ts'
import { crumbs } from './scorecard.tsx'

/** What the body says to its numbers, beside them and not below: whoever reads the one reads the other. */
export const ReplyShown = ({ card }: { card: Card }) => {
  const { link, t } = usePage()
  const { reply, own, body } = card
  if (!reply && !own) return null
  return (
    <Section
      title={t('authorities.score.reply.title')}
      actions={
        own && (
          <ButtonLink href={link(`/bodies/${body.id}/reply`)}>
            {t('authorities.score.reply.write')}
          </ButtonLink>
        )
      }
    >
      {reply ? (
        <>
          <div lang={reply.lang} dir="auto">
            <Paragraphs text={reply.text} />
          </div>
          <p class="muted">
            {t('authorities.score.reply.on')} <Time at={reply.writtenAt} day />
          </p>
        </>
      ) : (
        <p>{t('authorities.score.reply.none')}</p>
      )}
    </Section>
  )
}

type Props = { card: Card; values?: FormValues; problems?: readonly Problem[]; refusal?: RefusalShown }

/** Where an officer writes the reply of the body. */
export const ReplyPage = ({ card, values, problems = [], refusal }: Props) => {
  const { i18n, link, t } = usePage()
  const { reply, replies, body } = card
  const page = `/bodies/${body.id}/scorecard`
  return (
    <Layout
      title={t('authorities.score.reply.title')}
      crumbs={[...crumbs(t), { label: i18n.text(body.name).value, path: page }]}
      width="form"
      invalid={problems.length > 0 || refusal !== undefined}
    >
      <PageHeading title={t('authorities.score.reply.title')} lead={t('authorities.score.reply.lead')} />
      <Refused refusal={refusal} />
      <Form
        action={link(`/bodies/${body.id}/reply`)}
        values={values ?? { text: reply?.text ?? '', lang: reply?.lang ?? i18n.lang }}
        problems={problems}
      >
        <HiddenField name="seen" value={String(replies)} />
        <SelectField
          name="lang"
          label={t('authorities.score.reply.language')}
          empty={null}
          options={['uk', 'pl', 'en'].map(value => ({ value, label: i18n.language(value) }))}
        />
        <TextArea
          name="text"
          label={t('authorities.score.reply.text')}
          hint={t('authorities.score.reply.hint')}
          rows={10}
          maxlength={5000}
        />
        <Actions>
          <Button look="primary">{t('authorities.score.reply.publish')}</Button>
          <ButtonLink href={link(page)} look="quiet">
            {t('authorities.publication.back')}
          </ButtonLink>
        </Actions>
      </Form>
    </Layout>
  )
}
