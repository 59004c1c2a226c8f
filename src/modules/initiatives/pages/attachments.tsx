import type { Viewer } from '#platform/http/viewer.ts'
import { Button, FileField, Form, PostButton, Section, usePage } from '#ui/index.ts'
import { canWriteDraft, ownsInitiative } from '../policy/initiatives.ts'
import type { InitiativeView } from '../queries/initiative.ts'

type Props = {
  initiative: InitiativeView
  viewer: Viewer
  /** Where the initiative stands, below the umbrella. */
  at: string
}

/** The files below a text; who writes it adds and removes them while it can change. */
export const AttachmentList = ({ initiative, viewer, at }: Props) => {
  const { i18n, link, t } = usePage()
  const writes =
    canWriteDraft(viewer, initiative) ||
    (initiative.status === 'discussion' && ownsInitiative(viewer, initiative))
  if (initiative.attachments.length === 0 && !writes) return null
  return (
    <Section title={t('initiatives.attachment.title')} id="attachments">
      <ul class="attachments">
        {initiative.attachments.map(file => (
          <li>
            <a href={link(`${at}/attachments/${file.id}`)} download>
              {file.name}
            </a>{' '}
            <span class="muted">
              {t('initiatives.attachment.size', { size: i18n.number(Math.ceil(file.size / 1024)) })}
            </span>{' '}
            {writes && (
              <PostButton action={link(`${at}/attachments/${file.id}/removal`)} look="quiet" small>
                {t('initiatives.attachment.remove')}
              </PostButton>
            )}
          </li>
        ))}
      </ul>
      {writes && (
        <Form id="attachment" action={link(`${at}/attachments`)} files>
          <FileField
            name="file"
            label={t('initiatives.attachment.file')}
            hint={t('initiatives.attachment.hint')}
          />
          <Button>{t('initiatives.attachment.add')}</Button>
        </Form>
      )}
    </Section>
  )
}
