import {
  Actions,
  Alert,
  Button,
  ConfirmButton,
  DescriptionList,
  Form,
  type FormValues,
  Layout,
  PageHeading,
  PostButton,
  type Problem,
  type RefusalShown,
  Refused,
  Section,
  TextField,
  Time,
  usePage,
} from '#ui/index.ts'
import type { IncomingMail } from '../queries/incoming.ts'
import { MailBadges, MailFiles, MailRemarks, MailText, Sender } from './mail-parts.tsx'

export type HeldMailProps = {
  mail: IncomingMail
  values?: FormValues
  problems?: readonly Problem[]
  refusal?: RefusalShown
}

const Settle = ({ mail, values = {}, problems = [] }: HeldMailProps) => {
  const { link, t } = usePage()
  const at = (what: string) => link(`/communications/held/${mail.id}/${what}`)
  return (
    <Section title={t('authorities.mail.settle.title')}>
      <Form action={at('filing')} values={values} problems={problems}>
        <TextField
          name="number"
          label={t('authorities.mail.settle.number')}
          hint={t('authorities.mail.settle.numberHint')}
          width="short"
          inputmode="numeric"
          required
        />
        <Actions>
          <Button look="primary">{t('authorities.mail.settle.file')}</Button>
        </Actions>
      </Form>
      <ConfirmButton
        label={t('authorities.mail.settle.discard')}
        confirm={t('authorities.mail.settle.discardNow')}
        action={at('discard')}
        look="danger"
      >
        <p>{t('authorities.mail.settle.discardLead')}</p>
      </ConfirmButton>
    </Section>
  )
}

const Discarded = ({ mail }: Pick<HeldMailProps, 'mail'>) => {
  const { i18n, link, t } = usePage()
  const gone = mail.settledAt && i18n.date(i18n.dayOf(mail.settledAt.add({ hours: 30 * 24 })))
  return (
    <Alert kind="warning">
      <p>{t('authorities.mail.discardedUntil', { day: gone ?? '' })}</p>
      <PostButton action={link(`/communications/held/${mail.id}/restoration`)}>
        {t('authorities.mail.settle.restore')}
      </PostButton>
    </Alert>
  )
}

/** One mail that names no communication: what it says, and where it belongs. */
export const HeldMailPage = (props: HeldMailProps) => {
  const { mail, problems = [], refusal } = props
  const { t } = usePage()
  const title = mail.subject || t('authorities.mail.noSubject')
  return (
    <Layout
      title={title}
      crumbs={[{ label: t('authorities.mail.held.title'), path: '/communications/held' }]}
      invalid={problems.length > 0 || refusal !== undefined}
    >
      <PageHeading title={title} />
      <Refused refusal={refusal} />
      {mail.status === 'discarded' && <Discarded mail={mail} />}
      <Alert kind="warning">{t('authorities.mail.strangerWarning')}</Alert>
      <DescriptionList
        facts={[
          { term: t('authorities.mail.from'), value: <Sender {...mail} /> },
          { term: t('authorities.mail.receivedAt'), value: <Time at={mail.receivedAt} /> },
          (mail.automatic || mail.status === 'arrived') && {
            term: t('authorities.mail.state'),
            value: <MailBadges mail={{ ...mail, senderKnown: true }} />,
          },
        ]}
      />
      <MailRemarks remarks={mail.remarks} />
      <MailText text={mail.text} />
      <Section title={t('authorities.mail.files')}>
        <MailFiles {...mail} />
      </Section>
      {mail.status === 'held' && <Settle {...props} />}
    </Layout>
  )
}
