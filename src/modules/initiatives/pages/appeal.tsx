import { type NamedMember, Written } from '#modules/network/index.ts'
import {
  Alert,
  Badge,
  Button,
  ButtonLink,
  ConfirmButton,
  DescriptionList,
  Form,
  type FormValues,
  Layout,
  PageHeading,
  type Problem,
  Progress,
  type RefusalShown,
  Refused,
  Section,
  Text,
  TextArea,
  Time,
  usePage,
} from '#ui/index.ts'
import { appealTones, appealWords } from '../procedure-words.ts'
import type { Appealable, AppealView } from '../queries/appeals.ts'
import { CapacityField } from './capacity-field.tsx'
import { Speaker } from './speaker.tsx'

type Props = {
  appeal: AppealView
  /** The viewer's members that can sign, and those that can take their signature back. */
  signing: readonly NamedMember[]
  signed: readonly NamedMember[]
  refusal?: RefusalShown
}

const Standing = ({ appeal }: Pick<Props, 'appeal'>) => {
  const { lapsed, status } = appeal
  const { t } = usePage()
  return lapsed ? (
    <Badge>{t('initiatives.appeal.status.lapsed')}</Badge>
  ) : (
    <Badge tone={appealTones[status]}>{t(appealWords[status])}</Badge>
  )
}

const Answer = ({ appeal: { answer, status } }: Pick<Props, 'appeal'>) => {
  const { i18n, link, t } = usePage()
  if (!answer) return null
  return (
    <Alert kind={status === 'upheld' ? 'warning' : 'info'}>
      <p>
        {status === 'upheld' && t('initiatives.appeal.upheldNote')}{' '}
        <a href={link(`/decisions/${answer.number}`)}>
          {t('initiatives.appeal.answer', { number: i18n.number(answer.number) })}
        </a>
      </p>
    </Alert>
  )
}

const Signing = ({ appeal, signing, signed }: Props) => {
  const { i18n, link, t } = usePage()
  const at = `/appeals/${appeal.number}/signatures`
  return (
    <>
      {signing.length > 0 && (
        <Form action={link(at)} label={t('initiatives.appeal.sign')}>
          <CapacityField members={signing} label={t('initiatives.form.onBehalf')} />
          <Button look="primary">{t('initiatives.appeal.sign')}</Button>
        </Form>
      )}
      {signed.map(({ id, name }) => (
        <ConfirmButton
          label={t('initiatives.appeal.takeBack', { member: i18n.text(name).value })}
          confirm={t('initiatives.appeal.takeBackNow')}
          action={link(`${at}/withdrawal`)}
          fields={{ membership: id }}
          look="quiet"
        >
          <p>
            {t(
              id === appeal.membershipId
                ? 'initiatives.appeal.takeBackOwnHint'
                : 'initiatives.appeal.takeBackHint',
            )}
          </p>
        </ConfirmButton>
      ))}
    </>
  )
}

/** An appeal on procedure: who raised it and why, who signed, how the members answered. */
export const AppealPage = (props: Props) => {
  const { appeal, refusal } = props
  const { i18n, link, t } = usePage()
  const title = t('initiatives.appeal.numbered', { number: i18n.number(appeal.number) })
  const path = `/decisions/${appeal.decision}`
  const count = appeal.signers.length
  return (
    <Layout
      title={title}
      crumbs={[{ label: t('initiatives.board.decision', { number: appeal.decision }), path }]}
      invalid={refusal !== undefined}
      indexed={!appeal.secret}
    >
      <PageHeading title={title} kicker={i18n.text(appeal.title).value} lead={t('initiatives.appeal.lead')}>
        <Standing appeal={appeal} />
      </PageHeading>
      <Refused refusal={refusal} />
      <Answer appeal={appeal} />
      <DescriptionList
        facts={[
          {
            term: t('initiatives.appeal.against'),
            value: (
              <a href={link(path)}>
                <Text value={appeal.title} />
              </a>
            ),
          },
          {
            term: t('initiatives.appeal.by'),
            value: <Speaker name={appeal.member} membership={appeal.membershipId} />,
          },
          { term: t('initiatives.appeal.raisedAt'), value: <Time at={appeal.raisedAt} /> },
          { term: t('initiatives.appeal.until'), value: <Time at={appeal.until} /> },
        ]}
      />
      <Section title={t('initiatives.appeal.grounds')}>
        <Written text={appeal.grounds} locale={appeal.locale} />
      </Section>
      <Section title={t('initiatives.appeal.signatures')}>
        <p>{t('initiatives.appeal.signedBy', { count, needed: appeal.needed })}</p>
        <Progress
          label={t('initiatives.appeal.signatures')}
          value={Math.min(count, appeal.needed)}
          max={appeal.needed}
        />
        <ul class="plain-list">
          {appeal.signers.map(({ member, membershipId }) => (
            <li>
              <Speaker name={member} membership={membershipId} />
            </li>
          ))}
        </ul>
        <Signing {...props} />
      </Section>
    </Layout>
  )
}

type FormProps = {
  decision: Appealable
  members: readonly NamedMember[]
  values?: FormValues
  problems?: readonly Problem[]
  refusal?: RefusalShown
}

/** Where a member says that a decision did not come about by the rules. */
export const AppealFormPage = ({ decision, members, values, problems = [], refusal }: FormProps) => {
  const { i18n, link, t } = usePage()
  const path = `/decisions/${decision.number}`
  return (
    <Layout
      title={t('initiatives.appeal.raise')}
      width="form"
      crumbs={[{ label: t('initiatives.board.decision', { number: decision.number }), path }]}
      invalid={problems.length > 0 || refusal !== undefined}
    >
      <PageHeading
        title={t('initiatives.appeal.raise')}
        kicker={i18n.text(decision.title).value}
        lead={t('initiatives.appeal.raiseLead', {
          needed: decision.needed,
          until: i18n.dateTime(decision.until!),
        })}
      />
      <Refused refusal={refusal} />
      <Form action={link(`${path}/appeals`)} values={values} problems={problems}>
        <CapacityField members={members} label={t('initiatives.form.onBehalf')} />
        <TextArea
          name="grounds"
          label={t('initiatives.appeal.grounds')}
          hint={t(
            decision.secret ? 'initiatives.appeal.groundsHintSecret' : 'initiatives.appeal.groundsHint',
          )}
          rows={8}
          maxlength={4000}
          required
        />
        <Button look="primary">{t('initiatives.appeal.send')}</Button>
      </Form>
    </Layout>
  )
}

type SectionProps = {
  appeals: readonly AppealView[]
  decision: Appealable
  /** Whether the viewer acts for a member that can appeal. */
  able: boolean
}

/** For the page of a sealed decision: appeals against it, and until when one can be raised. */
export const AppealsSection = ({ appeals, decision, able }: SectionProps) => {
  const { i18n, link, t } = usePage()
  if (decision.until === null) return null
  const until = i18n.dateTime(decision.until)
  return (
    <Section title={t('initiatives.appeal.title')} id="appeals">
      <p>
        {t(decision.inTime ? 'initiatives.appeal.canUntil' : 'initiatives.appeal.couldUntil', {
          until,
          needed: decision.needed,
        })}
      </p>
      {appeals.length > 0 && (
        <ul class="plain-list">
          {appeals.map(appeal => (
            <li>
              <a href={link(`/appeals/${appeal.number}`)}>
                {t('initiatives.appeal.numbered', { number: i18n.number(appeal.number) })}
              </a>{' '}
              <Standing appeal={appeal} />
            </li>
          ))}
        </ul>
      )}
      {able && (
        <ButtonLink href={link(`/decisions/${decision.number}/appeals/new`)}>
          {t('initiatives.appeal.raise')}
        </ButtonLink>
      )}
    </Section>
  )
}
