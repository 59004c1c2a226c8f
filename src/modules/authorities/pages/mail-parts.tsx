import { Alert, Badge, Paragraphs, usePage } from '#ui/index.ts'
import { fileRemarkWords, remarkWords } from '../incoming/words.ts'
import type { IncomingMail } from '../queries/incoming.ts'

/** Who a mail says it is from. The address comes from the mail too. */
export const Sender = ({ fromName, fromAddress }: Pick<IncomingMail, 'fromName' | 'fromAddress'>) => {
  const { t } = usePage()
  if (!fromName && !fromAddress) return <>{t('authorities.mail.noSender')}</>
  return (
    <>
      {fromName && <bdi>{fromName}</bdi>} {fromAddress && <bdi dir="ltr">{fromAddress}</bdi>}
    </>
  )
}

export const Subject = ({ subject }: Pick<IncomingMail, 'subject'>) => {
  const { t } = usePage()
  return <bdi>{subject || t('authorities.mail.noSubject')}</bdi>
}

export const MailBadges = ({
  mail,
}: {
  mail: Pick<IncomingMail, 'automatic' | 'senderKnown' | 'status'>
}) => {
  const { t } = usePage()
  if (mail.status === 'arrived') return <Badge>{t('authorities.mail.beingRead')}</Badge>
  return (
    <>
      {mail.automatic && <Badge>{t('authorities.mail.automatic')}</Badge>}{' '}
      {!mail.senderKnown && (
        <Badge tone="bad" icon="triangle-alert">
          {t('authorities.mail.unverified')}
        </Badge>
      )}
    </>
  )
}

/** What could not be kept or read as it was meant. */
export const MailRemarks = ({ remarks }: Pick<IncomingMail, 'remarks'>) => {
  const { t } = usePage()
  if (remarks.length === 0) return null
  return (
    <Alert kind="info">
      <ul>
        {remarks.map(remark =>
          remark.kind === 'fileNotKept' ? (
            <li>
              {t(fileRemarkWords[remark.reason], { name: remark.name || t('authorities.mail.noName') })}
            </li>
          ) : (
            <li>{t(remarkWords[remark.kind], { charset: 'charset' in remark ? remark.charset : '' })}</li>
          ),
        )}
      </ul>
    </Alert>
  )
}

/** The text as it was made out: never more than text. */
export const MailText = ({ text }: Pick<IncomingMail, 'text'>) => (
  <div class="prose" dir="auto">
    <Paragraphs text={text} />
  </div>
)

/** Links to what came with a mail, and to the mail itself; each leads over a warning. */
export const MailFiles = ({ id, files, size }: Pick<IncomingMail, 'id' | 'files' | 'size'>) => {
  const { i18n, link, t } = usePage()
  const kilobytes = (bytes: number) =>
    t('authorities.mail.kilobytes', { size: i18n.number(Math.ceil(bytes / 1024)) })
  const address = (position: number) => link(`/communications/mail/${id}/files/${position}`)
  return (
    <ul>
      {files.map(file => (
        <li>
          <a href={address(file.position)}>
            <bdi>{file.name}</bdi>
          </a>{' '}
          ({kilobytes(file.size)})
        </li>
      ))}
      <li>
        <a href={address(0)}>{t('authorities.mail.whole')}</a> ({kilobytes(size)})
      </li>
    </ul>
  )
}
