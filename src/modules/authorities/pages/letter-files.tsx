import { acceptedEndings } from '#platform/files/index.ts'
import { Button, FileField, Form, PostButton, Section, usePage } from '#ui/index.ts'
import type { CommunicationView } from '../queries/communication.ts'

type Props = {
  letter: CommunicationView
  /** Where the letter stands, below the umbrella. */
  at: string
  writes?: boolean
}

/** What goes with a letter; who writes it adds and removes files while it is a draft. */
export const LetterFiles = ({ letter, at, writes }: Props) => {
  const { i18n, link, t } = usePage()
  if (letter.enclosures.length === 0 && !writes) return null
  return (
    <Section title={t('authorities.letter.enclosures')} id="enclosures">
      <ul class="attachments">
        {letter.enclosures.map(file => (
          <li>
            <a href={link(`${at}/enclosures/${file.id}`)} download>
              {file.name}
            </a>{' '}
            <span class="muted">
              {t('authorities.letter.fileSize', { size: i18n.number(Math.ceil(file.size / 1024)) })}
            </span>{' '}
            {writes && (
              <PostButton action={link(`${at}/enclosures/${file.id}/removal`)} look="quiet" small>
                {t('authorities.letter.takeOut')}
              </PostButton>
            )}
          </li>
        ))}
      </ul>
      {writes && (
        <Form id="enclosure" action={link(`${at}/enclosures`)} files>
          <FileField
            name="file"
            label={t('authorities.letter.file')}
            hint={t('authorities.letter.fileHint')}
            accept={acceptedEndings}
            required
          />
          <Button>{t('authorities.letter.enclose')}</Button>
        </Form>
      )}
    </Section>
  )
}
