import { Actions, ButtonLink, Section, Time, usePage } from '#ui/index.ts'
import type { PublicCorrespondence } from '../queries/register-events.ts'
import type { Prominence } from '../schema/communications.ts'
import { EmbargoWarning, ProminenceBadge } from './prominence.tsx'

type Props = {
  number: number
  prominence: Prominence
  /** While it lasts. */
  embargoUntil: string | null
  correspondence: PublicCorrespondence
  /** The reader decides what is public. */
  mayPublish: boolean
}

const Files = ({ number, correspondence: { files } }: Props) => {
  const { i18n, link, t } = usePage()
  if (files.length === 0) return null
  return (
    <ul class="plain-list">
      {files.map(({ id, name, size, redacted, originalSha256 }) => (
        <li>
          <a href={link(`/communications/${number}/files/${id}`)}>{name}</a> ·{' '}
          {i18n.number(Math.ceil(size / 1024))} kB
          {redacted && (
            <p class="muted">
              {t('authorities.publication.takenOut')} {t('authorities.publication.originalHash')}{' '}
              <code class="breakable">{originalSha256}</code>
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

/**
 * The part of a communication's page that tells what of it is public: its letters and enclosures as everybody may read them, and
 * for its sender who sees what.
 */
export const CommunicationPublication = (props: Props) => {
  const { link, t } = usePage()
  const { number, prominence, embargoUntil, correspondence, mayPublish } = props
  const { messages, files } = correspondence
  if (!mayPublish && messages.length + files.length === 0) return null
  return (
    <Section title={t('authorities.publication.public')} id="publication">
      {embargoUntil && <EmbargoWarning until={embargoUntil} />}
      {mayPublish && (
        <>
          <p>
            <ProminenceBadge prominence={prominence} />
          </p>
          <Actions>
            <ButtonLink href={link(`/communications/${number}/publication`)} icon="eye">
              {t('authorities.publication.title')}
            </ButtonLink>
          </Actions>
        </>
      )}
      {messages.map(({ direction, on, text, redacted }) => (
        <article>
          <h3>
            {t(direction === 'in' ? 'authorities.publication.letterIn' : 'authorities.publication.letterOut')}{' '}
            <Time at={on} />
          </h3>
          <p class="whitespace-pre-line" dir="auto">
            {text}
          </p>
          {redacted && <p class="muted">{t('authorities.publication.takenOut')}</p>}
        </article>
      ))}
      <Files {...props} />
    </Section>
  )
}
