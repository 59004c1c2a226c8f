import { fieldsOfWork, Written } from '#modules/network/index.ts'
import { capacityFor, type Viewer } from '#platform/http/viewer.ts'
import {
  Actions,
  Badge,
  Button,
  ButtonLink,
  ConfirmButton,
  DescriptionList,
  Form,
  Layout,
  PageHeading,
  PostButton,
  type RefusalShown,
  Refused,
  Section,
  Text,
  Time,
  usePage,
} from '#ui/index.ts'
import { translationWords } from '../initiative-words.ts'
import { canPublish } from '../policy/initiatives.ts'
import type { Coauthor, InitiativeView } from '../queries/initiative.ts'
import { AskedAgain } from './asked-again.tsx'
import { AttachmentList } from './attachments.tsx'
import { TextParts } from './initiative-text.tsx'
import { MemberSearch, type Offered, OfferedMember } from './member-search.tsx'
import { Speaker } from './speaker.tsx'

type Props = {
  draft: InitiativeView
  viewer: Viewer
  /** Whom the initiator could ask to write along. */
  choices: Offered | null
  refusal?: RefusalShown
}

const CoauthorLine = ({
  draft,
  coauthor,
  viewer,
}: {
  draft: InitiativeView
  coauthor: Coauthor
  viewer: Viewer
}) => {
  const { link, t } = usePage()
  const waits = !coauthor.agreedAt && !coauthor.declinedAt
  const action = link(`/initiatives/drafts/${draft.id}/coauthorship`)
  return (
    <li>
      <Speaker name={coauthor.member} membership={coauthor.membershipId} />{' '}
      <Badge tone={coauthor.agreedAt ? 'good' : 'neutral'}>
        {t(
          coauthor.agreedAt
            ? 'initiatives.coauthor.agreed'
            : coauthor.declinedAt
              ? 'initiatives.coauthor.declined'
              : 'initiatives.coauthor.invited',
        )}
      </Badge>{' '}
      {waits && capacityFor(viewer, coauthor.membershipId) && (
        <>
          <PostButton
            action={action}
            fields={{ membership: coauthor.membershipId, answer: 'agreed' }}
            look="primary"
            small
          >
            {t('initiatives.coauthor.agree')}
          </PostButton>{' '}
          <PostButton
            action={action}
            fields={{ membership: coauthor.membershipId, answer: 'declined' }}
            small
          >
            {t('initiatives.coauthor.decline')}
          </PostButton>
        </>
      )}
    </li>
  )
}

const Coauthors = ({ draft, viewer, choices }: Props) => {
  const { link, t } = usePage()
  const path = `/initiatives/drafts/${draft.id}`
  return (
    <Section title={t('initiatives.coauthor.title')} id="coauthors" lead={t('initiatives.coauthor.lead')}>
      {draft.coauthors.length > 0 && (
        <ul class="attachments">
          {draft.coauthors.map(coauthor => (
            <CoauthorLine draft={draft} coauthor={coauthor} viewer={viewer} />
          ))}
        </ul>
      )}
      {choices && canPublish(viewer, draft) && (choices.members.length > 0 || choices.sought !== '') && (
        <>
          <MemberSearch offered={choices} action={`${path}#coauthors`} />
          <Form id="coauthor" action={link(`${path}/coauthors`)}>
            <OfferedMember offered={choices} name="membership" label={t('initiatives.coauthor.who')} />
            {choices.members.length > 0 && <Button>{t('initiatives.coauthor.invite')}</Button>}
          </Form>
        </>
      )}
    </Section>
  )
}

const Languages = ({ draft }: Pick<Props, 'draft'>) => {
  const { i18n, link, t, umbrella } = usePage()
  const offered = [...new Set([...(umbrella?.locales ?? []), ...Object.keys(draft.translations)])]
  return (
    <Section
      title={t('initiatives.translation.title')}
      id="translations"
      lead={t('initiatives.translation.lead')}
    >
      <ul class="attachments">
        {offered.map(locale => {
          const state = draft.translations[locale]
          return (
            <li>
              {i18n.language(locale)}{' '}
              {locale === draft.authoritative ? (
                <Badge tone="accent">{t('initiatives.translation.counts')}</Badge>
              ) : (
                <>
                  {state && <Badge>{t(translationWords[state.status])}</Badge>}{' '}
                  <a href={link(`/initiatives/drafts/${draft.id}/translations/${locale}`)}>
                    {t(state ? 'initiatives.translation.change' : 'initiatives.translation.write')}
                  </a>
                </>
              )}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

const ScopeAnswers = ({ draft }: Pick<Props, 'draft'>) => {
  const { t } = usePage()
  if (draft.scopeAnswers.length === 0) return null
  return (
    <Section title={t('initiatives.scope.title')}>
      <DescriptionList
        facts={draft.scopeAnswers.map(({ topic, touches, why, locale }) => ({
          term: <Text value={topic} note={false} />,
          value: (
            <>
              {t(touches ? 'initiatives.scope.touches' : 'initiatives.scope.touchesNot')}
              {why && <Written text={why} locale={locale} />}
            </>
          ),
        }))}
      />
    </Section>
  )
}

const Publish = ({ draft, viewer }: Pick<Props, 'draft' | 'viewer'>) => {
  const { link, t } = usePage()
  return (
    <Actions>
      {canPublish(viewer, draft) && (
        <ConfirmButton
          label={t('initiatives.draft.publish')}
          confirm={t('initiatives.draft.publishNow')}
          action={link(`/initiatives/drafts/${draft.id}/publication`)}
          look="primary"
        >
          <p>{t('initiatives.draft.publishHint')}</p>
        </ConfirmButton>
      )}
      <ButtonLink href={link(`/initiatives/drafts/${draft.id}/form`)}>
        {t('initiatives.draft.edit')}
      </ButtonLink>
      {canPublish(viewer, draft) && (
        <ConfirmButton
          label={t('initiatives.draft.discard')}
          confirm={t('initiatives.draft.discardNow')}
          action={link(`/initiatives/drafts/${draft.id}/discard`)}
          look="danger"
        >
          <p>{t('initiatives.draft.discardHint')}</p>
        </ConfirmButton>
      )}
    </Actions>
  )
}

/** A draft as everybody would read it, with what belongs to it. */
export const DraftPage = (props: Props) => {
  const { i18n, t } = usePage()
  const { draft, viewer, refusal } = props
  const title = i18n.text(draft.title).value || t('initiatives.drafts.untitled')
  return (
    <Layout
      title={title}
      crumbs={[
        { label: t('initiatives.list.title'), path: '/initiatives' },
        { label: t('initiatives.drafts.title'), path: '/initiatives/drafts' },
      ]}
      width="reading"
      invalid={refusal !== undefined}
    >
      <PageHeading title={title} kicker={t('initiatives.status.draft')}>
        <p>
          <Speaker name={draft.member} membership={draft.membershipId} partner={draft.partner} /> ·{' '}
          {t('initiatives.drafts.changed')} <Time at={draft.updatedAt} />
        </p>
      </PageHeading>
      <Refused refusal={refusal} />
      <Publish draft={draft} viewer={viewer} />
      <AskedAgain initiative={draft} viewer={viewer} />
      <TextParts text={draft} language={draft.authoritative} />
      <DescriptionList
        facts={[
          {
            term: t('initiatives.initiative.topics'),
            value: draft.topics.map(topic => fieldsOfWork.label(topic, i18n)).join(', ') || '–',
          },
        ]}
      />
      <ScopeAnswers draft={draft} />
      <Languages draft={draft} />
      <AttachmentList initiative={draft} viewer={viewer} at={`/initiatives/drafts/${draft.id}`} />
      <Coauthors {...props} />
    </Layout>
  )
}
