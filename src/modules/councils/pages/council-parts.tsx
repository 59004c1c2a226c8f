import { Badge, ButtonLink, DescriptionList, Section, Table, Text, Time, usePage } from '#ui/index.ts'
import { majorityWords, quorumWords, sessionWords } from '../council-words.ts'
import type { CouncilView } from '../queries/council.ts'
import { PartialDay } from './holders.tsx'

const filled = (texts: object) => Object.keys(texts).length > 0

export const CouncilFacts = ({ council }: { council: CouncilView }) => {
  const { link, t } = usePage()
  const quorum = t(quorumWords[council.quorumRule], { number: council.quorumNumber ?? 0 })
  return (
    <>
      {filled(council.about) && <Text value={council.about} paragraphs />}
      <DescriptionList
        facts={[
          filled(council.field) && {
            term: t('councils.field'),
            value: <Text value={council.field} note={false} />,
          },
          council.body && {
            term: t('councils.body'),
            value: <Text value={council.body.name} note={false} />,
          },
          council.parent && {
            term: t('councils.parent'),
            value: (
              <a href={link(`/councils/${council.parent.slug}`)}>
                <Text value={council.parent.name} note={false} />
              </a>
            ),
          },
          council.founded !== null && {
            term: t('councils.founded'),
            value: <PartialDay day={council.founded} />,
          },
          council.dissolved !== null && {
            term: t('councils.dissolved'),
            value: <PartialDay day={council.dissolved} />,
          },
          council.source === null && { term: t('councils.quorum'), value: quorum },
          council.source === null && {
            term: t('councils.majority'),
            value: t(majorityWords[council.majorityRule]),
          },
        ]}
      />
    </>
  )
}

export const Sessions = ({ council }: { council: CouncilView }) => {
  const { link, t } = usePage()
  const at = `/councils/${council.slug}`
  return (
    <Section
      title={t('councils.sessions')}
      id="sessions"
      actions={
        council.sessions.length > 0 ? (
          <ButtonLink href={link(`${at}/calendar.ics`)} icon="calendar" look="quiet" download>
            {t('councils.calendar')}
          </ButtonLink>
        ) : undefined
      }
    >
      <Table
        caption={t('councils.sessions')}
        captionHidden
        columns={[
          {
            label: t('councils.session.one'),
            heading: true,
            cell: session => (
              <a href={link(`${at}/sessions/${session.number}`)}>
                {t('councils.session.numbered', { number: session.number })}
                {filled(session.title) && (
                  <>
                    {': '}
                    <Text value={session.title} note={false} />
                  </>
                )}
              </a>
            ),
          },
          { label: t('councils.session.when'), cell: ({ startsAt }) => <Time at={startsAt} style="short" /> },
          { label: t('councils.session.place'), cell: ({ place }) => place ?? '' },
          {
            label: t('councils.session.state'),
            cell: ({ status, present, quorum, minutes }) => (
              <>
                <Badge tone={status === 'cancelled' ? 'bad' : status === 'held' ? 'good' : 'neutral'}>
                  {t(sessionWords[status])}
                </Badge>{' '}
                {present !== null && quorum !== null && present < quorum && (
                  <Badge tone="warn">{t('councils.session.withoutQuorum')}</Badge>
                )}{' '}
                {minutes && <Badge>{t('councils.session.hasMinutes')}</Badge>}
              </>
            ),
          },
        ]}
        rows={council.sessions}
        empty={<p>{t('councils.session.none')}</p>}
      />
    </Section>
  )
}

type DocumentsProps = { council: CouncilView; keeps: boolean; inside: boolean }

export const Documents = ({ council, keeps, inside }: DocumentsProps) => {
  const { link, t } = usePage()
  const at = `/councils/${council.slug}`
  const add = keeps && (
    <ButtonLink href={link(`${at}/documents/new`)}>{t('councils.document.add')}</ButtonLink>
  )
  if (council.documents.length === 0 && !keeps) return null
  return (
    <Section title={t('councils.documents')} id="documents" actions={add || undefined}>
      <ul>
        {council.documents.map(document => (
          <li>
            <a href={link(`${at}/documents/${document.id}`)}>
              <Text value={document.title} note={false} />
            </a>{' '}
            {inside && !document.public && <Badge>{t('councils.forMembers')}</Badge>}
          </li>
        ))}
      </ul>
      {council.documents.length === 0 && <p>{t('councils.document.none')}</p>}
    </Section>
  )
}
