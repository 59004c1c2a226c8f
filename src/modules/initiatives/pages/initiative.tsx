import type { Child } from 'hono/jsx'
import { fieldsOfWork, type NamedMember, Written } from '#modules/network/index.ts'
import type { Viewer } from '#platform/http/viewer.ts'
import {
  Alert,
  Badge,
  DescriptionList,
  Layout,
  PageHeading,
  type RefusalShown,
  Section,
  Time,
  Timeline,
  usePage,
} from '#ui/index.ts'
import { statusTones, statusWords } from '../initiative-words.ts'
import type { Discussion } from '../queries/discussion.ts'
import type { InitiativeView } from '../queries/initiative.ts'
import { AmendmentsSection, CorrectionsSection } from './amendments.tsx'
import { AskedAgain, AskedAgainLater } from './asked-again.tsx'
import { AttachmentList } from './attachments.tsx'
import { DiscussionSection } from './comments.tsx'
import { OwnActions } from './initiative-actions.tsx'
import { LanguageNote, TextParts, TitleIn } from './initiative-text.tsx'
import { ScopeSection, type Told } from './scope.tsx'
import { Speaker } from './speaker.tsx'

export type InitiativePageProps = {
  initiative: InitiativeView
  discussion: Discussion
  viewer: Viewer
  /** Members for which the viewer acts, by name. */
  members: readonly NamedMember[]
  /** The language asked for by the address. */
  language: string | null
  /** From when the members can be asked; null when that is not the next step. */
  askableFrom: string | null
  /** What the decisions part shows of the decision in course, or of the last one. */
  decision: Child
  told?: Told | null
  refusal?: RefusalShown
  /** Everything that stands in the way of asking the members. */
  unmet?: readonly RefusalShown[]
}

const Authors = ({ initiative }: Pick<InitiativePageProps, 'initiative'>) => {
  const { t } = usePage()
  const agreed = initiative.coauthors.filter(({ agreedAt }) => agreedAt)
  return (
    <p>
      {t('initiatives.initiative.by')}{' '}
      <Speaker name={initiative.member} membership={initiative.membershipId} partner={initiative.partner} />
      {agreed.length > 0 && (
        <>
          {' '}
          {t('initiatives.initiative.with')}{' '}
          {agreed.map((coauthor, n) => (
            <>
              {n > 0 && ', '}
              <Speaker name={coauthor.member} membership={coauthor.membershipId} />
            </>
          ))}
        </>
      )}
      {initiative.wasAdopted && (
        <>
          {' · '}
          {t('initiatives.initiative.adoptedFrom')} <Speaker name={initiative.adoptedFrom} />
        </>
      )}
    </p>
  )
}

const Withdrawn = ({ initiative }: Pick<InitiativePageProps, 'initiative'>) => {
  const { t } = usePage()
  if (!initiative.withdrawnAt || !initiative.withdrawalReason) return null
  return (
    <Alert kind="warning" title={t('initiatives.withdrawal.happened')}>
      <Written text={initiative.withdrawalReason} locale={initiative.withdrawalLocale ?? undefined} />
      {initiative.adoptable && initiative.adoptableUntil && (
        <p>
          {t('initiatives.withdrawal.adoptableUntil')} <Time at={initiative.adoptableUntil} />
        </p>
      )}
    </Alert>
  )
}

const Course = ({ initiative, askableFrom }: Pick<InitiativePageProps, 'initiative' | 'askableFrom'>) => {
  const { i18n, link, t } = usePage()
  const { status, publishedAt, round, discussionSince, number } = initiative
  const ended = status === 'supported' || status === 'not_supported' || status === 'withdrawn'
  return (
    <Timeline
      label={t('initiatives.course.title')}
      moments={[
        { title: t('initiatives.course.published'), when: publishedAt && <Time at={publishedAt} day /> },
        ...(round > 1
          ? [
              {
                title: t('initiatives.course.round', { round: i18n.number(round) }),
                when: discussionSince && <Time at={discussionSince} day />,
              },
            ]
          : []),
        {
          title: t(statusWords.discussion),
          state: status === 'discussion' ? ('now' as const) : ('done' as const),
          ...(askableFrom
            ? {
                children: (
                  <p>
                    {t('initiatives.course.askableFrom')} <Time at={askableFrom} />
                  </p>
                ),
              }
            : {}),
        },
        ...(status === 'withdrawn' && !initiative.decisionId
          ? []
          : [
              {
                title: t(statusWords.decision),
                state:
                  status === 'decision' ? ('now' as const) : ended ? ('done' as const) : ('ahead' as const),
              },
            ]),
        ...(ended
          ? [
              {
                title: t(statusWords[status]),
                state: status === 'supported' ? ('done' as const) : ('now' as const),
              },
            ]
          : []),
        ...(status === 'supported'
          ? [
              {
                title: <a href={link(`/realisations/${number}`)}>{t('initiatives.course.realisation')}</a>,
                state: 'now' as const,
              },
            ]
          : []),
        ...(ended ? [] : [{ title: t('initiatives.course.realisation'), state: 'ahead' as const }]),
      ]}
    />
  )
}

const Facts = ({ initiative }: Pick<InitiativePageProps, 'initiative'>) => {
  const { i18n, link, t } = usePage()
  return (
    <DescriptionList
      facts={[
        initiative.topics.length > 0 && {
          term: t('initiatives.initiative.topics'),
          value: initiative.topics.map((topic, n) => (
            <>
              {n > 0 && ', '}
              <a href={link(`/initiatives?topic=${topic}`)}>{fieldsOfWork.label(topic, i18n)}</a>
            </>
          )),
        },
        initiative.languages.length > 0 && {
          term: t('initiatives.initiative.languages'),
          value: initiative.languages.map(tag => i18n.language(tag)).join(', '),
        },
        {
          term: t('initiatives.initiative.version'),
          value: (
            <a href={link(`/initiatives/${initiative.number}/versions`)}>
              {t('initiatives.version.numbered', { version: i18n.number(initiative.version) })}
            </a>
          ),
        },
      ]}
    />
  )
}

/** One initiative: what it wants, where it stands, what members say about it. */
export const InitiativePage = (props: InitiativePageProps) => {
  const { i18n, t } = usePage()
  const { initiative, discussion, viewer, language } = props
  const refused = props.unmet ?? (props.refusal ? [props.refusal] : [])
  const title = i18n.text(initiative.title).value
  const path = `/initiatives/${initiative.number}`
  return (
    <Layout
      title={title}
      description={i18n.text(initiative.body.need).value.slice(0, 200)}
      crumbs={[{ label: t('initiatives.list.title'), path: '/initiatives' }]}
      invalid={refused.length > 0 || (props.told?.problems.length ?? 0) > 0}
      indexed
    >
      <PageHeading
        title={<TitleIn text={initiative} language={language} />}
        kicker={t('initiatives.initiative.kicker', { number: i18n.number(initiative.number ?? 0) })}
      >
        <p>
          <Badge tone={statusTones[initiative.status]}>{t(statusWords[initiative.status])}</Badge>
        </p>
        <Authors initiative={initiative} />
      </PageHeading>
      {refused.length > 0 && (
        <Alert kind="error" focused>
          {refused.map(({ reason, values }) => (
            <p>{t(reason, values)}</p>
          ))}
        </Alert>
      )}
      <AskedAgainLater numbers={initiative.askedAgainBy} />
      <Withdrawn initiative={initiative} />
      {props.decision}
      <OwnActions initiative={initiative} viewer={viewer} askableFrom={props.askableFrom} />
      <div class="initiative">
        <div class="initiative-text">
          <LanguageNote text={initiative} language={language} path={path} />
          <AskedAgain initiative={initiative} viewer={viewer} />
          <TextParts text={initiative} language={language} />
        </div>
        <aside class="initiative-side">
          <Section title={t('initiatives.course.title')}>
            <Course initiative={initiative} askableFrom={props.askableFrom} />
          </Section>
          <Facts initiative={initiative} />
          <AttachmentList initiative={initiative} viewer={viewer} at={path} />
        </aside>
      </div>
      <ScopeSection
        initiative={initiative}
        challenges={discussion.challenges}
        viewer={viewer}
        members={props.members}
        told={props.told ?? null}
      />
      <AmendmentsSection initiative={initiative} amendments={discussion.amendments} viewer={viewer} />
      <CorrectionsSection initiative={initiative} corrections={discussion.corrections} viewer={viewer} />
      <DiscussionSection
        initiative={initiative}
        discussion={discussion}
        viewer={viewer}
        members={props.members}
        told={props.told ?? null}
      />
    </Layout>
  )
}
