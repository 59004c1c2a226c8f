import {
  Actions,
  Badge,
  Button,
  ButtonLink,
  DateField,
  Form,
  type FormValues,
  Layout,
  PageHeading,
  type Problem,
  type RefusalShown,
  Refused,
  Section,
  Time,
  usePage,
} from '#ui/index.ts'
import type { Publication } from '../queries/publication.ts'
import type { PublicCorrespondence } from '../queries/register-events.ts'
import { CommunicationPublication } from './communication-publication.tsx'
import { EmbargoWarning, ProminenceBadge, ProminenceFields } from './prominence.tsx'

type Props = {
  publication: Publication
  correspondence: PublicCorrespondence
  values?: FormValues
  problems?: readonly Problem[]
  refusal?: RefusalShown
}

type T = ReturnType<typeof usePage>['t']

/** The way to everything below the publication of a communication. */
export const publicationCrumbs = (t: T, { number }: Pick<Publication, 'number'>) => [
  { label: t('authorities.register.title'), path: '/communications' },
  { label: t('authorities.register.number', { number: String(number) }), path: `/communications/${number}` },
]

const Parts = ({ publication }: Pick<Props, 'publication'>) => {
  const { link, t } = usePage()
  const { number, messages, attachments } = publication
  const at = `/communications/${number}`
  if (messages.length + attachments.length === 0) return null
  return (
    <Section title={t('authorities.publication.parts')} lead={t('authorities.publication.partsLead')}>
      <ul class="plain-list">
        {messages.map(({ id, direction, on, subject, prominence, publicText }) => (
          <li>
            <a href={link(`${at}/messages/${id}/publication`)}>
              {t(
                direction === 'in' ? 'authorities.publication.letterIn' : 'authorities.publication.letterOut',
              )}{' '}
              <Time at={on} />
            </a>{' '}
            {subject} <ProminenceBadge prominence={prominence} />
            {prominence === 'public' && publicText === null && (
              <Badge tone="warn">{t('authorities.publication.noCopy')}</Badge>
            )}
          </li>
        ))}
        {attachments.map(({ id, name, prominence, publicFileId }) => (
          <li>
            <a href={link(`${at}/attachments/${id}/publication`)}>{name}</a>{' '}
            <ProminenceBadge prominence={prominence} />
            {prominence === 'public' && publicFileId === null && (
              <Badge tone="warn">{t('authorities.publication.noCopy')}</Badge>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

const isRedacted = ({ publicTitle, publicFacts, publicGrounds, publicProposals }: Publication) =>
  [publicTitle, publicFacts, publicGrounds, publicProposals].some(copy => copy !== null)

/** Where the sender decides who sees a communication, its letters and enclosures. */
export const PublicationPage = ({ publication, correspondence, values, problems = [], refusal }: Props) => {
  const { link, t } = usePage()
  const { number, title, prominence, reason, embargoUntil, embargoed } = publication
  const at = `/communications/${number}`
  return (
    <Layout
      title={t('authorities.publication.title')}
      crumbs={publicationCrumbs(t, publication)}
      width="form"
      invalid={problems.length > 0 || refusal !== undefined}
    >
      <PageHeading
        kicker={title}
        title={t('authorities.publication.title')}
        lead={t('authorities.publication.lead')}
      />
      <Refused refusal={refusal} />
      {embargoed && embargoUntil && <EmbargoWarning until={embargoUntil} />}
      <Form
        action={link(`${at}/publication`)}
        values={values ?? { prominence, reason: reason ?? '', embargoUntil: embargoUntil ?? '' }}
        problems={problems}
      >
        <ProminenceFields />
        <DateField
          name="embargoUntil"
          label={t('authorities.publication.embargo')}
          hint={t('authorities.publication.embargoHint')}
        />
        <Actions>
          <Button look="primary">{t('authorities.publication.keep')}</Button>
          <ButtonLink href={link(at)} look="quiet">
            {t('authorities.publication.back')}
          </ButtonLink>
        </Actions>
      </Form>
      <Section
        title={t('authorities.publication.redaction')}
        lead={t('authorities.publication.redactionLead')}
      >
        {isRedacted(publication) && <p>{t('authorities.publication.redacted')}</p>}
        <Actions>
          <ButtonLink href={link(`${at}/redaction`)} icon="eye-off">
            {t('authorities.publication.redact')}
          </ButtonLink>
        </Actions>
      </Section>
      <Parts publication={publication} />
      <CommunicationPublication
        number={number}
        prominence={prominence}
        embargoUntil={null}
        correspondence={correspondence}
        mayPublish={false}
      />
    </Layout>
  )
}
