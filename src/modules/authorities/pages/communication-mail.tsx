import { DescriptionList, Section, Time, usePage } from '#ui/index.ts'
import type { IncomingMail } from '../queries/incoming.ts'
import { MailBadges, MailFiles, MailRemarks, MailText, Sender, Subject } from './mail-parts.tsx'

const OneMail = ({ mail }: { mail: IncomingMail }) => {
  const { t } = usePage()
  return (
    <article class="card-box">
      <p class="kicker">
        <Time at={mail.receivedAt} /> <MailBadges mail={mail} />
      </p>
      <h3>
        <Subject subject={mail.subject} />
      </h3>
      <DescriptionList facts={[{ term: t('authorities.mail.from'), value: <Sender {...mail} /> }]} />
      <MailRemarks remarks={mail.remarks} />
      <MailText text={mail.text} />
      <h4>{t('authorities.mail.files')}</h4>
      <MailFiles {...mail} />
    </article>
  )
}

/** What came by mail about a communication, for its parties: as it was read, what to make of it, and the mail itself. */
export const CommunicationMail = ({ mails }: { mails: readonly IncomingMail[] }) => {
  const { t } = usePage()
  if (mails.length === 0) return null
  return (
    <Section title={t('authorities.mail.title')}>
      <p>{t('authorities.mail.notProved')}</p>
      {mails.map(mail => (
        <OneMail mail={mail} />
      ))}
    </Section>
  )
}
