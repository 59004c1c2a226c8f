import { type NamedMember, Written } from '#modules/network/index.ts'
import { capacityFor, type Viewer } from '#platform/http/viewer.ts'
import {
  Badge,
  Button,
  ButtonLink,
  ConfirmButton,
  Figures,
  Form,
  HiddenField,
  Pagination,
  RadioGroup,
  Section,
  TextArea,
  Time,
  usePage,
  withQuery,
} from '#ui/index.ts'
import { stanceTones, stanceWords } from '../initiative-words.ts'
import { canDiscuss, canRedact } from '../policy/initiatives.ts'
import type { CommentView, Discussion } from '../queries/discussion.ts'
import type { InitiativeView } from '../queries/initiative.ts'
import { type Stance, stances } from '../schema/discussion.ts'
import { CapacityField } from './capacity-field.tsx'
import type { Told } from './scope.tsx'
import { Speaker } from './speaker.tsx'

type Props = {
  initiative: InitiativeView
  discussion: Discussion
  viewer: Viewer
  members: readonly NamedMember[]
  told: Told | null
}

type OneProps = Omit<Props, 'discussion'> & { comment: CommentView }

const Words = ({ comment }: Pick<OneProps, 'comment'>) => {
  const { t } = usePage()
  if (comment.redactedAt) {
    return (
      <p class="muted">
        {t('initiatives.comment.redacted')} {comment.redactionReason}
      </p>
    )
  }
  return (
    <>
      {comment.withdrawnAt && <p class="muted">{t('initiatives.comment.withdrawn')}</p>}
      {comment.body && <Written text={comment.body} locale={comment.locale} />}
    </>
  )
}

const CommentActions = ({ initiative, comment, viewer }: OneProps) => {
  const { link, t } = usePage()
  if (comment.redactedAt) return null
  const at = `/initiatives/${initiative.number}/comments/${comment.id}`
  const own = capacityFor(viewer, comment.membershipId) !== undefined
  return (
    <div class="said-actions">
      {own && !comment.withdrawnAt && (
        <ConfirmButton
          label={t('initiatives.comment.withdraw')}
          confirm={t('initiatives.comment.withdrawNow')}
          action={link(`${at}/withdrawal`)}
          look="quiet"
          small
        >
          <p>{t('initiatives.comment.withdrawHint')}</p>
        </ConfirmButton>
      )}
      {canRedact(viewer) &&
        (comment.redactionOpen ? (
          <Badge tone="warn">{t('initiatives.comment.redactionOpen')}</Badge>
        ) : (
          <ButtonLink href={link(`${at}/redaction`)} look="quiet" small>
            {t('initiatives.comment.redact')}
          </ButtonLink>
        ))}
    </div>
  )
}

const Comment = (props: OneProps) => {
  const { i18n, t } = usePage()
  const { comment, initiative } = props
  return (
    <article class="said" id={`comment-${comment.id}`}>
      <p class="said-who">
        <Speaker name={comment.member} membership={comment.membershipId} partner={comment.partner} />{' '}
        {comment.stance && <Badge tone={stanceTones[comment.stance]}>{t(stanceWords[comment.stance])}</Badge>}{' '}
        <a href={`#comment-${comment.id}`}>
          <Time at={comment.writtenAt} style="short" />
        </a>{' '}
        {comment.version < initiative.version && (
          <span class="muted">
            {t('initiatives.comment.onVersion', { version: i18n.number(comment.version) })}
          </span>
        )}
      </p>
      <Words comment={comment} />
      <CommentActions {...props} />
    </article>
  )
}

type WriteProps = Omit<Props, 'discussion'> & { parent: string | null }

/** The form of a comment, or of an answer to one. */
const WriteForm = ({ initiative, members, told, parent }: WriteProps) => {
  const { link, t } = usePage()
  const id = parent ? `reply-${parent}` : 'comment'
  const own = told?.form === id ? told : null
  return (
    <Form
      id={id}
      action={link(`/initiatives/${initiative.number}/comments`)}
      values={own?.values}
      problems={own?.problems}
      label={t(parent ? 'initiatives.comment.reply' : 'initiatives.comment.write')}
    >
      {parent && <HiddenField name="parent" value={parent} />}
      <CapacityField members={members} label={t('initiatives.form.onBehalf')} />
      {!parent && (
        <RadioGroup
          name="stance"
          label={t('initiatives.comment.stance')}
          required
          columns
          options={stances.map((stance: Stance) => ({ value: stance, label: t(stanceWords[stance]) }))}
        />
      )}
      <TextArea name="body" label={t('initiatives.comment.body')} required rows={4} maxlength={5000} />
      <Button look={parent ? 'plain' : 'primary'}>{t('initiatives.comment.send')}</Button>
    </Form>
  )
}

const Conversation = ({ discussion, first, ...props }: Props & { first: CommentView }) => {
  const { t } = usePage()
  const replies = discussion.comments.filter(({ parentId }) => parentId === first.id)
  return (
    <li>
      <Comment {...props} comment={first} />
      {replies.length > 0 && (
        <ol class="said-replies">
          {replies.map(reply => (
            <li>
              <Comment {...props} comment={reply} />
            </li>
          ))}
        </ol>
      )}
      {canDiscuss(props.viewer, props.initiative) && (
        <details class="unfold said-reply" open={props.told?.form === `reply-${first.id}`}>
          <summary class="btn btn-ghost btn-sm">{t('initiatives.comment.reply')}</summary>
          <WriteForm {...props} parent={first.id} />
        </details>
      )}
    </li>
  )
}

/** What members and partners say about it. */
export const DiscussionSection = (props: Props) => {
  const { t, url } = usePage()
  const { discussion, initiative, viewer } = props
  const first = discussion.comments.filter(({ parentId }) => parentId === null)
  const { stances: stand } = discussion
  return (
    <Section title={t('initiatives.comment.title')} id="discussion">
      {first.length > 0 && (
        <Figures
          figures={[
            { value: stand.for, label: t('initiatives.comment.for', { count: stand.for }) },
            { value: stand.against, label: t('initiatives.comment.against', { count: stand.against }) },
            {
              value: stand.unanswered,
              label: t('initiatives.comment.unanswered', { count: stand.unanswered }),
            },
          ]}
        />
      )}
      {first.length === 0 ? (
        <p>{t('initiatives.comment.nothing')}</p>
      ) : (
        <ol class="said-list">
          {first.map(comment => (
            <Conversation {...props} first={comment} />
          ))}
        </ol>
      )}
      <Pagination
        previous={null}
        next={discussion.more ? `${withQuery(url, { after: first.at(-1)!.id })}#discussion` : null}
      />
      {canDiscuss(viewer, initiative) ? (
        <WriteForm {...props} parent={null} />
      ) : (
        initiative.status !== 'draft' && <p class="muted">{t('initiatives.comment.whoSpeaks')}</p>
      )}
    </Section>
  )
}
