import type { Viewer } from '#platform/http/viewer.ts'
import type { MessageKey } from '#platform/i18n/index.ts'
import type { Refusal } from '#platform/refusal.ts'
import {
  Actions,
  Badge,
  Card,
  ConfirmButton,
  EmptyState,
  Layout,
  PageHeading,
  Pagination,
  Paragraphs,
  PostButton,
  Refused,
  Section,
  Table,
  Time,
  type Tone,
  usePage,
} from '#ui/index.ts'
import type { DescribedAct } from '../acts.ts'
import { canWithdrawAct, type SecondPersonProblem, secondPersonProblem } from '../policy.ts'
import { personWord } from '../role-words.ts'
import type { ActStatus } from '../schema/people.ts'

type Props = {
  open: readonly DescribedAct[]
  decided: readonly DescribedAct[]
  next: string | null
  viewer: Viewer
  first: boolean
  refusal?: Refusal
}

const states: Record<ActStatus, { key: MessageKey; tone: Tone }> = {
  proposed: { key: 'people.acts.proposed', tone: 'accent' },
  confirmed: { key: 'people.acts.confirmed', tone: 'good' },
  refused: { key: 'people.acts.refused', tone: 'bad' },
  withdrawn: { key: 'people.acts.withdrawn', tone: 'neutral' },
}

const whyNot = {
  decided: 'people.refused.decided',
  outsider: 'people.refused.outsider',
  proposer: 'people.acts.waitsForOther',
  'same-member': 'people.refused.sameMember',
  'own-role': 'people.refused.ownRole',
} as const satisfies Record<SecondPersonProblem, MessageKey>

const Answers = ({ act, viewer }: { act: DescribedAct; viewer: Viewer }) => {
  const { t, link } = usePage()
  const problem = secondPersonProblem(viewer, act)
  const address = (noun: string) => link(`/acts/${act.id}/${noun}`)
  if (problem) {
    return (
      <>
        <p class="hint">{t(whyNot[problem])}</p>
        {canWithdrawAct(viewer, act) && (
          <PostButton action={address('withdrawal')} small>
            {t('people.acts.withdraw')}
          </PostButton>
        )}
      </>
    )
  }
  return (
    <Actions>
      <ConfirmButton
        action={address('confirmation')}
        label={t('people.acts.confirm')}
        confirm={t('people.acts.confirmNow')}
        look="primary"
      >
        <p>{t('people.acts.confirmHelp')}</p>
      </ConfirmButton>
      <ConfirmButton
        action={address('refusal')}
        label={t('people.acts.refuse')}
        confirm={t('people.acts.refuseNow')}
      >
        <p>{t('people.acts.refuseHelp')}</p>
      </ConfirmButton>
    </Actions>
  )
}

const Open = ({ act, viewer }: { act: DescribedAct; viewer: Viewer }) => {
  const { i18n, t, link } = usePage()
  const proposer = personWord(i18n, act.proposer)
  return (
    <Card
      title={act.path === null ? act.sentence : <a href={link(act.path)}>{act.sentence}</a>}
      kicker={
        <>
          {t('people.acts.proposedBy', { person: proposer })} · <Time at={act.proposedAt} style="short" />
        </>
      }
      footer={<Answers act={act} viewer={viewer} />}
    >
      <Paragraphs text={act.reason} />
    </Card>
  )
}

const Decided = ({ acts }: { acts: readonly DescribedAct[] }) => {
  const { i18n, t } = usePage()
  const columns = [
    { label: t('people.acts.what'), heading: true, cell: (act: DescribedAct) => act.sentence },
    {
      label: t('people.acts.state'),
      cell: (act: DescribedAct) => <Badge tone={states[act.status].tone}>{t(states[act.status].key)}</Badge>,
    },
    { label: t('people.acts.proposer'), cell: (act: DescribedAct) => personWord(i18n, act.proposer) },
    { label: t('people.acts.decider'), cell: (act: DescribedAct) => personWord(i18n, act.decider) },
    {
      label: t('people.acts.decidedAt'),
      cell: (act: DescribedAct) => act.decidedAt && <Time at={act.decidedAt} style="short" />,
    },
  ]
  return <Table caption={t('people.acts.decidedTitle')} captionHidden columns={columns} rows={acts} />
}

/** What two coordinators do together. */
export const ActsPage = ({ open, decided, next, viewer, first, refusal }: Props) => {
  const { t, link } = usePage()
  return (
    <Layout title={t('people.acts.title')} invalid={refusal !== undefined}>
      <PageHeading title={t('people.acts.title')} lead={t('people.acts.lead')} />
      <Refused refusal={refusal} />
      {first && (
        <Section title={t('people.acts.openTitle')}>
          {open.length === 0 && <EmptyState title={t('people.acts.nothing')} icon="list-checks" />}
          {open.map(act => (
            <Open act={act} viewer={viewer} />
          ))}
        </Section>
      )}
      {decided.length > 0 && (
        <Section title={t('people.acts.decidedTitle')}>
          <Decided acts={decided} />
          <Pagination
            previous={first ? null : link('/acts')}
            next={next === null ? null : `${link('/acts')}?before=${next}`}
          />
        </Section>
      )}
    </Layout>
  )
}
