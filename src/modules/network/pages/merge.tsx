import type { MessageKey } from '#platform/i18n/index.ts'
import {
  Actions,
  Alert,
  Badge,
  Button,
  ButtonLink,
  DescriptionList,
  Form,
  type FormValues,
  Layout,
  PageHeading,
  type Problem,
  RadioGroup,
  type RefusalShown,
  Refused,
  Section,
  Table,
  Text,
  TextArea,
  Time,
  type Tone,
  usePage,
} from '#ui/index.ts'
import { sideToAnswer } from '../actions/answer-merge.ts'
import { obstacleWords } from '../actions/propose-merge.ts'
import type { MergeSide, MergeView } from '../queries/duplicates.ts'
import type { MergeStatus } from '../schema/duplicates.ts'
import { placeOf } from './directory-entries.tsx'

const statusWords = {
  proposed: 'network.merge.status.proposed',
  awaiting: 'network.merge.status.awaiting',
  done: 'network.merge.status.done',
  refused: 'network.merge.status.refused',
  withdrawn: 'network.merge.status.withdrawn',
} as const satisfies Record<MergeStatus, MessageKey>

const statusTones = {
  proposed: 'accent',
  awaiting: 'accent',
  done: 'good',
  refused: 'bad',
  withdrawn: 'neutral',
} as const satisfies Record<MergeStatus, Tone>

const Answer = ({ side }: { side: MergeSide }) => {
  const { t } = usePage()
  if (!side.answer) return <>{t(side.own ? 'network.merge.asked' : 'network.merge.nobodyToAsk')}</>
  const { answer, word } = side.answer
  return (
    <>
      {t(answer === 'accepted' ? 'network.merge.accepted' : 'network.merge.declined')}
      {word && (
        <p>
          <bdi>{word}</bdi>
        </p>
      )}
    </>
  )
}

const Sides = ({ merge: { survivor, merged } }: { merge: MergeView }) => {
  const { i18n, t } = usePage()
  return (
    <Table
      caption={t('network.merge.title')}
      captionHidden
      columns={[
        {
          label: t('network.membership.name'),
          heading: true,
          cell: side => <Text value={side.name} note={false} />,
        },
        { label: t('network.merge.place'), cell: side => placeOf(side, i18n) },
        {
          label: t('network.merge.becomes'),
          cell: side => t(side === survivor ? 'network.merge.stays' : 'network.merge.goes'),
        },
        { label: t('network.merge.consent'), cell: side => <Answer side={side} /> },
      ]}
      rows={[survivor, merged]}
    />
  )
}

type AnswerProps = { merge: MergeView; side: MergeSide; values?: FormValues; problems: readonly Problem[] }

const AnswerForm = ({ merge, side, values, problems }: AnswerProps) => {
  const { i18n, link, t } = usePage()
  return (
    <Section title={t('network.merge.question', { name: i18n.text(side.name).value })}>
      <Form action={link(`/merges/${merge.id}/answer`)} values={values} problems={problems}>
        <RadioGroup
          name="answer"
          label={t('network.merge.answer')}
          required
          options={[
            { value: 'accepted', label: t('network.merge.accept') },
            { value: 'refused', label: t('network.merge.decline') },
          ]}
        />
        <TextArea
          name="word"
          label={t('network.merge.word')}
          hint={t('network.merge.wordHint')}
          rows={3}
          maxlength={2000}
        />
        <Actions>
          <Button look="primary">{t('network.merge.send')}</Button>
        </Actions>
      </Form>
    </Section>
  )
}

type Props = { merge: MergeView; values?: FormValues; problems?: readonly Problem[]; refusal?: RefusalShown }

/** A merge on its way: what becomes of whom, who has agreed, and the answer of the organisation's own people. */
export const MergePage = ({ merge, values, problems = [], refusal }: Props) => {
  const { link, t } = usePage()
  const { status, obstacle, proposedAt, finishedAt, here, act, survivor } = merge
  const side = sideToAnswer(merge)
  return (
    <Layout
      title={t('network.merge.title')}
      crumbs={here ? [{ label: t('network.duplicates.title'), path: '/duplicates' }] : []}
      invalid={problems.length > 0 || refusal !== undefined}
    >
      <PageHeading title={t('network.merge.title')} lead={t('network.merge.lead')}>
        <Badge tone={statusTones[status]}>{t(statusWords[status])}</Badge>
      </PageHeading>
      <Refused refusal={refusal} />
      {obstacle && <Alert kind="warning">{t(obstacleWords[obstacle])}</Alert>}
      <Sides merge={merge} />
      <DescriptionList
        facts={[
          { term: t('network.merge.proposed'), value: <Time at={proposedAt} /> },
          finishedAt !== null && { term: t('network.merge.finished'), value: <Time at={finishedAt} /> },
        ]}
      />
      {side && <AnswerForm merge={merge} side={side} values={values} problems={problems} />}
      <Actions>
        {act && <ButtonLink href={link('/acts')}>{t('network.merge.seeAct')}</ButtonLink>}
        {status === 'done' && (
          <ButtonLink href={link(`/organisations/${survivor.id}`)} look="primary">
            {t('network.merge.seeSurvivor')}
          </ButtonLink>
        )}
      </Actions>
    </Layout>
  )
}
