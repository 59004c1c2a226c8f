import { EmptyState, Layout, PageHeading, Table, Tabs, Time, usePage } from '#ui/index.ts'
import type { HeldLine } from '../queries/incoming.ts'
import { MailBadges, Sender, Subject } from './mail-parts.tsx'

type Props = { mails: readonly HeldLine[]; which: 'held' | 'discarded' }

const Lines = ({ mails, which }: Props) => {
  const { i18n, link, t } = usePage()
  const none = which === 'held' ? 'authorities.mail.held.none' : 'authorities.mail.held.noneDiscarded'
  return (
    <Table
      caption={t('authorities.mail.held.title')}
      captionHidden
      rows={mails}
      empty={<EmptyState title={t(none)} />}
      columns={[
        {
          label: t('authorities.mail.subject'),
          heading: true,
          cell: mail => (
            <a href={link(`/communications/held/${mail.id}`)}>
              <Subject subject={mail.subject} />
            </a>
          ),
        },
        { label: t('authorities.mail.from'), cell: mail => <Sender {...mail} /> },
        { label: t('authorities.mail.receivedAt'), cell: mail => <Time at={mail.receivedAt} /> },
        {
          label: t('authorities.mail.files'),
          numeric: true,
          cell: mail => i18n.number(mail.files),
        },
        {
          label: t('authorities.mail.state'),
          cell: mail => <MailBadges mail={{ ...mail, senderKnown: true }} />,
        },
      ]}
    />
  )
}

/** Mail that names no communication of ours. */
export const HeldListPage = ({ mails, which }: Props) => {
  const { link, t } = usePage()
  const here = link('/communications/held')
  return (
    <Layout title={t('authorities.mail.held.title')}>
      <PageHeading title={t('authorities.mail.held.title')} lead={t('authorities.mail.held.lead')} />
      <Tabs
        label={t('authorities.mail.held.title')}
        tabs={[
          { label: t('authorities.mail.held.waiting'), href: here, current: which === 'held' },
          {
            label: t('authorities.mail.held.discarded'),
            href: `${here}?status=discarded`,
            current: which === 'discarded',
          },
        ]}
      />
      <Lines mails={mails} which={which} />
    </Layout>
  )
}
