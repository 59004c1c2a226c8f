import type { Viewer } from '#platform/http/viewer.ts'
import {
  Actions,
  Alert,
  Badge,
  Button,
  ButtonLink,
  ConfirmButton,
  CopyText,
  DescriptionList,
  type Fact,
  Form,
  type FormValues,
  Layout,
  PageHeading,
  Paragraphs,
  type Problem,
  RadioGroup,
  type RefusalShown,
  Refused,
  Section,
  Text,
  TextArea,
  Time,
  usePage,
} from '#ui/index.ts'
import { agreementState, agreementTones, agreementWords } from '../agreement-state.ts'
import {
  answersAs,
  canEndAgreement,
  canRenewAgreement,
  canSeeDocument,
  canWithdrawAgreement,
} from '../policy/agreements.ts'
import type { AgreementView } from '../queries/agreements.ts'
import { Term } from './agreement-term.tsx'

type Props = {
  agreement: AgreementView
  viewer: Viewer
  values?: FormValues
  problems?: readonly Problem[]
  refusal?: RefusalShown
}

// Ends that the program brought about have a code; people write sentences.
const endWords = {
  term: 'network.agreement.endedByTerm',
  renewed: 'network.agreement.endedByRenewal',
  membership_ended: 'network.agreement.endedWithMembership',
} as const

const isCode = (reason: string): reason is keyof typeof endWords => reason in endWords

const sideWords = {
  umbrella: 'network.agreement.sideUmbrella',
  partner: 'network.agreement.sidePartner',
  founding: 'network.agreement.sideFounding',
} as const

const Document = ({ agreement, viewer }: Pick<Props, 'agreement' | 'viewer'>) => {
  const { i18n, link, t } = usePage()
  if (!canSeeDocument(viewer, agreement)) return <p>{t('network.agreement.documentInside')}</p>
  return (
    <>
      <p>
        <ButtonLink href={link(`/agreements/${agreement.id}/document`)} icon="download" download>
          {t('network.agreement.download')}
        </ButtonLink>{' '}
        {agreement.fileName} (
        {t('network.agreement.kilobytes', { size: i18n.number(Math.ceil(agreement.size / 1024)) })})
      </p>
      <details>
        <summary>{t('network.agreement.fingerprint')}</summary>
        <p>{t('network.agreement.fingerprintHint')}</p>
        <CopyText text={agreement.sha256} />
      </details>
    </>
  )
}

const Facts = ({ agreement }: Pick<Props, 'agreement'>) => {
  const { link, t } = usePage()
  const { renews, renewedBy, endedOn, endReason } = agreement
  const facts: Fact[] = [
    { term: t('network.agreement.signedOn'), value: <Time at={agreement.signedOn} /> },
    { term: t('network.agreement.signedForUmbrella'), value: agreement.signedForUmbrella },
    { term: t('network.agreement.signedForPartner'), value: agreement.signedForPartner },
    {
      term: t('network.agreement.term'),
      value: <Term from={agreement.termFrom} until={agreement.termUntil} />,
    },
    renews !== null && {
      term: t('network.agreement.renews'),
      value: <a href={link(`/agreements/${renews}`)}>{t('network.agreement.earlier')}</a>,
    },
    renewedBy !== null && {
      term: t('network.agreement.renewedBy'),
      value: <a href={link(`/agreements/${renewedBy}`)}>{t('network.agreement.later')}</a>,
    },
    endedOn !== null && { term: t('network.agreement.endedOn'), value: <Time at={endedOn} /> },
    endReason !== null && {
      term: t('network.agreement.endReason'),
      value: isCode(endReason) ? t(endWords[endReason]) : <Paragraphs text={endReason} />,
    },
  ]
  return <DescriptionList facts={facts} />
}

const Confirmations = ({ agreement }: Pick<Props, 'agreement'>) => {
  const { t } = usePage()
  const { proposedAs, proposedByName, proposedAt, answeredAs, answeredByName, answeredAt, answerWord } =
    agreement
  const side = (as: keyof typeof sideWords, person: string | null) => (
    <>
      {t(sideWords[as])}
      {person ? `, ${person}` : ''}
    </>
  )
  return (
    <Section title={t('network.agreement.confirmations')}>
      <DescriptionList
        facts={[
          {
            term: <Time at={proposedAt} day />,
            value: (
              <>
                {t('network.agreement.proposedBy')} {side(proposedAs, proposedByName)}
              </>
            ),
          },
          answeredAt !== null &&
            answeredAs !== null && {
              term: <Time at={answeredAt} day />,
              value: (
                <>
                  {t(
                    agreement.status === 'refused'
                      ? 'network.agreement.refusedBy'
                      : 'network.agreement.confirmedBy',
                  )}{' '}
                  {side(answeredAs, answeredByName)}
                  {answerWord !== null && <Paragraphs text={answerWord} />}
                </>
              ),
            },
        ]}
      />
    </Section>
  )
}

const Answer = ({ agreement, viewer, values, problems }: Props) => {
  const { link, t } = usePage()
  if (answersAs(viewer, agreement) === null) return null
  return (
    <Section title={t('network.agreement.answerTitle')} lead={t('network.agreement.answerLead')} id="answer">
      <Form action={link(`/agreements/${agreement.id}/answer`)} values={values} problems={problems}>
        <RadioGroup
          name="answer"
          label={t('network.agreement.answer')}
          options={[
            { value: 'confirmed', label: t('network.agreement.confirm') },
            { value: 'refused', label: t('network.agreement.refuse') },
          ]}
          required
        />
        <TextArea
          name="word"
          label={t('network.agreement.word')}
          hint={t('network.agreement.wordHint')}
          rows={3}
          maxlength={2000}
        />
        <Actions>
          <Button look="primary">{t('network.agreement.sendAnswer')}</Button>
        </Actions>
      </Form>
    </Section>
  )
}

const Doing = ({ agreement, viewer }: Pick<Props, 'agreement' | 'viewer'>) => {
  const { link, t } = usePage()
  const path = `/agreements/${agreement.id}`
  return (
    <Actions>
      {canRenewAgreement(viewer, agreement) && (
        <ButtonLink
          href={link(`/partners/${agreement.membershipId}/agreement?renews=${agreement.id}`)}
          look="primary"
        >
          {t('network.agreement.renew')}
        </ButtonLink>
      )}
      {canEndAgreement(viewer, agreement) && (
        <ButtonLink href={link(`${path}/end`)}>{t('network.agreement.toEnd')}</ButtonLink>
      )}
      {canWithdrawAgreement(viewer, agreement) && (
        <ConfirmButton
          action={link(`${path}/withdrawal`)}
          label={t('network.agreement.withdraw')}
          confirm={t('network.agreement.withdrawConfirm')}
        >
          <p>{t('network.agreement.withdrawLead')}</p>
        </ConfirmButton>
      )}
    </Actions>
  )
}

/** One agreement: what was signed, by whom, for how long, and what each side can do now. */
export const AgreementPage = (props: Props) => {
  const { agreement, viewer, refusal, problems } = props
  const { i18n, t } = usePage()
  const state = agreementState(agreement, agreement.today)
  return (
    <Layout
      title={i18n.text(agreement.title).value}
      crumbs={[
        { label: t('network.partners.title'), path: '/partners' },
        { label: i18n.text(agreement.partner).value, path: `/partners/${agreement.membershipId}` },
      ]}
      width="reading"
      invalid={refusal !== undefined || (problems?.length ?? 0) > 0}
    >
      <PageHeading title={<Text value={agreement.title} />} kicker={t('network.agreement.kicker')}>
        <Badge tone={agreementTones[state]}>{t(agreementWords[state])}</Badge>
      </PageHeading>
      <Refused refusal={refusal} />
      {state === 'overdue' && !agreement.renewed && (
        <Alert kind="warning">{t('network.agreement.overdueHint')}</Alert>
      )}
      <Facts agreement={agreement} />
      <Section title={t('network.agreement.document')}>
        <Document agreement={agreement} viewer={viewer} />
      </Section>
      <Answer {...props} />
      <Doing agreement={agreement} viewer={viewer} />
      <Confirmations agreement={agreement} />
    </Layout>
  )
}
