import {
  Actions,
  Button,
  ButtonLink,
  Form,
  Paragraphs,
  Section,
  TextArea,
  TextField,
  Time,
  usePage,
} from '#ui/index.ts'
import { heldPost, holdsPost } from '../policy/posts.ts'
import type { PostHistory } from '../queries/posts.ts'
import type { PostPageProps } from './post.tsx'

const Notes = ({ post }: { post: PostHistory }) => {
  const { t } = usePage()
  if (post.notes.length === 0) return null
  return (
    <ul>
      {post.notes.map(note => (
        <li>
          <p class="kicker">
            <Time at={note.writtenAt} day /> {note.mine && t('network.post.noteMine')}
          </p>
          <Paragraphs text={note.note} />
        </li>
      ))}
    </ul>
  )
}

const DisplayName = ({ post, form }: Pick<PostPageProps, 'post' | 'form'>) => {
  const { link, t } = usePage()
  const mine = form?.name === 'display-name' ? form : undefined
  const own = [post.term, post.next].find(term => term !== null)
  return (
    <Form
      action={link(`/posts/${post.id}/display-name`)}
      values={mine?.values ?? { displayName: own?.displayName ?? '' }}
      problems={mine?.problems}
      label={t('network.post.displayName')}
    >
      <TextField
        name="displayName"
        label={t('network.post.displayName')}
        hint={t('network.post.displayNameHint')}
        maxlength={200}
        autocomplete="name"
      />
      <Actions>
        <Button>{t('network.post.saveDisplayName')}</Button>
      </Actions>
    </Form>
  )
}

const NewNote = ({ post, form }: Pick<PostPageProps, 'post' | 'form'>) => {
  const { link, t } = usePage()
  const mine = form?.name === 'notes' ? form : undefined
  return (
    <Form
      action={link(`/posts/${post.id}/notes`)}
      values={mine?.values}
      problems={mine?.problems}
      label={t('network.post.note')}
    >
      <TextArea
        name="note"
        label={t('network.post.note')}
        hint={t('network.post.noteHint')}
        rows={6}
        maxlength={10_000}
        required
      />
      <Actions>
        <Button>{t('network.post.leaveNote')}</Button>
      </Actions>
    </Form>
  )
}

/** For who holds the post, or held it: how they are shown, and what one leaves to the next. */
export const HolderSection = ({ post, viewer, form }: Omit<PostPageProps, 'refusal' | 'appointments'>) => {
  const { link, t } = usePage()
  const holds = holdsPost(viewer, post)
  if (!heldPost(viewer, post)) return null
  return (
    <Section title={t('network.post.forHolders')} lead={t('network.post.forHoldersLead')} id="holders">
      <Notes post={post} />
      <NewNote post={post} form={form} />
      {holds && <DisplayName post={post} form={form} />}
      {holds && (
        <p>
          <ButtonLink href={link(`/posts/${post.id}/resignation`)}>{t('network.post.resign')}</ButtonLink>
        </p>
      )}
    </Section>
  )
}
