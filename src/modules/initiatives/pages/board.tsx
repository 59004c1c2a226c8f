import {
  Card,
  Cards,
  EmptyState,
  Layout,
  PageHeading,
  Pagination,
  Progress,
  Section,
  Time,
  usePage,
} from '#ui/index.ts'
import { answeredOf, type Standing } from '../queries/standing.ts'
import type { WaitingMember } from '../queries/waiting-members.ts'
import { Speaker } from './speaker.tsx'
import { needsOf } from './standing-words.ts'

const Missing = ({ standing }: { standing: Standing }) => {
  const { link, t } = usePage()
  const { tally, electorate, number } = standing
  if (!tally) return null
  const count = electorate - answeredOf(tally)
  if (count === 0) return <p>{t('initiatives.board.allAnswered')}</p>
  return (
    <p>
      <a href={link(`/decisions/${number}/waiting`)}>{t('initiatives.board.waiting', { count })}</a>
    </p>
  )
}

const Left = ({ standing, now }: { standing: Standing; now: Temporal.Instant }) => {
  const { i18n, t } = usePage()
  const { status, discussionUntil, endsAt } = standing
  const key = status === 'countdown' ? 'initiatives.board.final' : 'initiatives.board.until'
  const discussed = Temporal.Instant.compare(discussionUntil, now) <= 0
  return (
    <>
      <p>
        {t(key, { when: i18n.dateTime(endsAt) })} (<Time at={endsAt} from={now} />)
      </p>
      {!discussed && <p>{t('initiatives.board.discussed', { when: i18n.dateTime(discussionUntil) })}</p>}
    </>
  )
}

const RunningDecision = ({ standing, now }: { standing: Standing; now: Temporal.Instant }) => {
  const { i18n, link, t } = usePage()
  const { number, title, tally, electorate } = standing
  const shown = i18n.text(title)
  return (
    <Card
      kicker={t('initiatives.board.decision', { number })}
      title={
        <a href={link(`/decisions/${number}`)} lang={shown.lang} dir={shown.dir}>
          {shown.value}
        </a>
      }
    >
      <p>
        <strong>{needsOf(i18n, standing)}</strong>
      </p>
      {tally && <Progress label={t('initiatives.board.yes')} value={tally.yes} max={electorate} />}
      <Missing standing={standing} />
      <Left standing={standing} now={now} />
    </Card>
  )
}

/** Decisions that run: how many more must say yes, who is missing, how long there is. */
export const BoardPage = ({ running, now }: { running: readonly Standing[]; now: Temporal.Instant }) => {
  const { t } = usePage()
  return (
    <Layout title={t('initiatives.board.title')} description={t('initiatives.board.lead')}>
      <PageHeading title={t('initiatives.board.title')} lead={t('initiatives.board.lead')} />
      {running.length === 0 ? (
        <EmptyState title={t('initiatives.board.empty')} icon="check">
          <p>{t('initiatives.board.emptyHint')}</p>
        </EmptyState>
      ) : (
        <Section title={t('initiatives.board.running')}>
          <Cards>
            {running.map(standing => (
              <RunningDecision standing={standing} now={now} />
            ))}
          </Cards>
        </Section>
      )}
    </Layout>
  )
}

type WaitingProps = {
  standing: Standing
  members: readonly WaitingMember[]
  next: string | null
  now: Temporal.Instant
}

/** Which members have not answered. All alike: in no order that says something, without reproach. */
export const WaitingPage = ({ standing, members, next, now }: WaitingProps) => {
  const { i18n, link, t } = usePage()
  const { number, title } = standing
  const path = `/decisions/${number}`
  return (
    <Layout
      title={t('initiatives.board.whoTitle')}
      crumbs={[
        { label: t('initiatives.board.title'), path: '/board' },
        { label: t('initiatives.board.decision', { number }), path },
      ]}
      indexed={false}
    >
      <PageHeading title={t('initiatives.board.whoTitle')} lead={i18n.text(title).value} />
      <p>{t('initiatives.board.whoLead')}</p>
      <Left standing={standing} now={now} />
      {members.length === 0 ? (
        <EmptyState title={t('initiatives.board.allAnswered')} icon="check" />
      ) : (
        <ul class="plain-list">
          {members.map(({ id, name }) => (
            <li>
              <Speaker name={name} membership={id} />
            </li>
          ))}
        </ul>
      )}
      <Pagination next={next && `${link(`${path}/waiting`)}?after=${next}`} previous={null} />
    </Layout>
  )
}
