import type { Child } from 'hono/jsx'
import {
  Actions,
  Alert,
  Badge,
  Button,
  ButtonLink,
  Form,
  type FormValues,
  Layout,
  PageHeading,
  PostButton,
  type Problem,
  Section,
  Table,
  Text,
  TextArea,
  Time,
  usePage,
} from '#ui/index.ts'
import type { BodyView } from '../queries/bodies.ts'
import type { BodyHistory } from '../queries/body-history.ts'
import { kindWords, resolutionWords, statusWords } from '../words.ts'
import { BodyChanges } from './body-changes.tsx'
import { Address, Competences, Names, Successions } from './body-facts.tsx'

type Props = {
  body: BodyView
  history: BodyHistory
  mayWrite: boolean
  inside: boolean
  values?: FormValues
  problems?: readonly Problem[]
  /** What was published on the cooperation with it. */
  materials?: Child
  /** How much of proposed acts it took over. */
  impact?: Child
}

const WrittenToIt = ({ history }: Pick<Props, 'history'>) => {
  const { link, t } = usePage()
  if (history.written.length === 0) return null
  return (
    <Section title={t('authorities.body.written')}>
      <Table
        caption={t('authorities.body.written')}
        captionHidden
        rows={history.written}
        columns={[
          {
            label: t('authorities.letter.title'),
            heading: true,
            cell: ({ number, title }) => <a href={link(`/communications/${number}`)}>{title}</a>,
          },
          { label: t('authorities.letter.kind'), cell: ({ kind }) => t(kindWords[kind]) },
          {
            label: t('authorities.body.state'),
            cell: ({ status, resolution }) =>
              t(resolution ? resolutionWords[resolution] : statusWords[status]),
          },
          {
            label: t('authorities.letter.sentOn'),
            cell: ({ sentOn }) => sentOn && <Time at={sentOn} style="short" />,
          },
        ]}
      />
    </Section>
  )
}

const Remarks = ({ body, history, inside, values, problems }: Props) => {
  const { link, t } = usePage()
  if (!inside) return null
  const at = `/bodies/${body.id}/remarks`
  if (body.mayAlter) {
    if (history.remarks.length === 0) return null
    return (
      <Section title={t('authorities.body.remarks')} id="remarks">
        <div class="prose">
          <ul>
            {history.remarks.map(({ id, text, sentAt }) => (
              <li>
                <p class="whitespace-pre-line" dir="auto">
                  {text}
                </p>
                <small class="muted">
                  <Time at={sentAt} />
                </small>{' '}
                <PostButton action={link(`${at}/${id}/settlement`)} look="quiet" small>
                  {t('authorities.body.remarkDone')}
                </PostButton>
              </li>
            ))}
          </ul>
        </div>
      </Section>
    )
  }
  return (
    <Section title={t('authorities.body.remarkTitle')} id="remarks">
      <Form action={link(at)} values={values} problems={problems}>
        <TextArea
          name="text"
          label={t('authorities.body.remark')}
          hint={t(
            body.hasOfficers ? 'authorities.body.remarkToOfficers' : 'authorities.body.remarkToKeepers',
          )}
          rows={3}
          maxlength={2000}
          required
        />
        <Button>{t('authorities.body.sendRemark')}</Button>
      </Form>
    </Section>
  )
}

/** One public body: how to reach it, what it is for, what it became, and what was written to it. */
export const BodyPage = (props: Props) => {
  const { i18n, link, t } = usePage()
  const { body, history, mayWrite, problems = [] } = props
  const title = i18n.text(body.name).value
  return (
    <Layout
      title={title}
      crumbs={[
        { label: t('authorities.menu'), path: '/communications' },
        { label: t('authorities.body.title'), path: '/bodies' },
      ]}
      width="reading"
      invalid={problems.length > 0}
      indexed
    >
      <PageHeading title={<Text value={body.name} />} kicker={t('authorities.body.kicker')}>
        <p>
          {body.hasOfficers && <Badge tone="good">{t('authorities.body.onPlatform')}</Badge>}{' '}
          {body.endedOn !== null && <Badge tone="warn">{t('authorities.body.ended')}</Badge>}
        </p>
      </PageHeading>
      {body.endedOn !== null && history.successors.length > 0 && (
        <Alert kind="warning">{t('authorities.body.writeSuccessor')}</Alert>
      )}
      <Actions>
        {mayWrite && body.endedOn === null && (
          <ButtonLink href={link(`/communications/new?body=${body.id}`)} look="primary" icon="mail">
            {t('authorities.body.writeTo')}
          </ButtonLink>
        )}
        {history.written.length > 0 && (
          <ButtonLink href={link(`/bodies/${body.id}/scorecard`)} icon="scale">
            {t('authorities.score.title')}
          </ButtonLink>
        )}
        {body.mayAlter && (
          <>
            <ButtonLink href={link(`/bodies/${body.id}/facts`)} icon="pencil">
              {t('authorities.body.edit')}
            </ButtonLink>
            <ButtonLink href={link(`/bodies/${body.id}/succession`)}>
              {t('authorities.body.succeed')}
            </ButtonLink>
          </>
        )}
      </Actions>
      <Address body={body} />
      <Competences body={body} />
      {props.materials}
      <Names title={t('authorities.body.children')} others={body.children} />
      <Successions title={t('authorities.body.successors')} all={history.successors} />
      <Successions title={t('authorities.body.predecessors')} all={history.predecessors} />
      <WrittenToIt history={history} />
      {props.impact}
      <Remarks {...props} />
      <BodyChanges version={body.version} changes={history.changes} />
    </Layout>
  )
}
