import type { StoredFile } from '#platform/files/index.ts'
import { Actions, Alert, Layout, PageHeading, PostButton, usePage } from '#ui/index.ts'

type Props = { mail: string; position: string; file: StoredFile }

/** Asks before a file leaves for somebody's own computer: nobody has looked into it. */
export const MailFilePage = ({ mail, position, file }: Props) => {
  const { i18n, link, t } = usePage()
  const size = t('authorities.mail.kilobytes', { size: i18n.number(Math.ceil(file.size / 1024)) })
  return (
    <Layout title={file.name} width="form">
      <PageHeading title={file.name} lead={size} />
      <Alert kind="warning" title={t('authorities.mail.file.warning')}>
        <p>{t('authorities.mail.file.advice')}</p>
        {position === '0' && <p>{t('authorities.mail.file.whole')}</p>}
      </Alert>
      <Actions>
        <PostButton action={link(`/communications/mail/${mail}/files/${position}`)} icon="download">
          {t('authorities.mail.file.download')}
        </PostButton>
      </Actions>
    </Layout>
  )
}
