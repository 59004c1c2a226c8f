import { EmptyState, Layout, PageHeading, usePage } from '#ui/index.ts'
import type { IncomingMail } from '../queries/incoming.ts'
import { CommunicationMail } from './communication-mail.tsx'

type Props = { number: number; title: string; mails: readonly IncomingMail[] }

/** What came by mail about one communication, on a page of its own: where the news of it leads. */
export const CommunicationMailPage = ({ number, title, mails }: Props) => {
  const { t } = usePage()
  const heading = t('authorities.mail.ofNumber', { number: String(number) })
  return (
    <Layout title={heading} crumbs={[{ label: title, path: `/communications/${number}` }]}>
      <PageHeading title={heading} lead={title} />
      {mails.length === 0 && <EmptyState title={t('authorities.mail.none')} />}
      <CommunicationMail mails={mails} />
    </Layout>
  )
}
