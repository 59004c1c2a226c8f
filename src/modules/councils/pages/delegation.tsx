import { Written } from '#modules/network/index.ts'
import {
  Alert,
  Badge,
  ButtonLink,
  EmptyState,
  Layout,
  PageHeading,
  Table,
  Text,
  Time,
  usePage,
} from '#ui/index.ts'
import { dutyWords } from '../council-words.ts'
import type { Delegate } from '../queries/delegation.ts'
import type { Duty } from '../schema/councils.ts'
import { OnBehalf, Since, Who } from './holders.tsx'

const Mandate = ({ delegate }: { delegate: Delegate }) => {
  const { link, t } = usePage()
  return (
    <>
      {delegate.mandateNote}{' '}
      {delegate.mandateFile && (
        <a href={link(`/councils/${delegate.slug}/seats/${delegate.seat}/document`)}>
          {t('councils.delegation.document')}
        </a>
      )}
      {!delegate.mandateNote && !delegate.mandateFile && (
        <Badge tone="warn">{t('councils.delegation.noMandate')}</Badge>
      )}
    </>
  )
}

const Reports = ({ delegate }: { delegate: Delegate }) => {
  const { link, t } = usePage()
  const { sessions, slug, own } = delegate
  if (sessions.length === 0) return <>{t('councils.delegation.noSessions')}</>
  return (
    <ul>
      {sessions.slice(0, 5).map(({ number, startsAt, reported, missing }) => (
        <li>
          <a href={link(`/councils/${slug}/sessions/${number}${own && !reported ? '/report' : '#reports'}`)}>
            {t('councils.session.numbered', { number })}
          </a>{' '}
          <Time at={startsAt} day style="short" />{' '}
          <Badge tone={reported ? 'good' : missing ? 'bad' : 'neutral'}>
            {t(
              reported
                ? 'councils.report.given'
                : missing
                  ? 'councils.report.missing'
                  : 'councils.report.awaited',
            )}
          </Badge>
        </li>
      ))}
    </ul>
  )
}

const Doing = ({ delegate }: { delegate: Delegate }) => {
  const { link, t } = usePage()
  const at = `/councils/${delegate.slug}`
  return (
    <div class="state-line">
      {delegate.endsSoon && <Badge tone="warn">{t('councils.delegation.endsSoon')}</Badge>}
      {delegate.keeps && (
        <ButtonLink href={link(`${at}/hand-over?seat=${delegate.seat}`)} small>
          {t('councils.holder.handOver')}
        </ButtonLink>
      )}
      {delegate.own && (
        <ButtonLink href={link(`${at}/note?seat=${delegate.seat}`)} small look="quiet">
          {t('councils.handover.leave')}
        </ButtonLink>
      )}
    </div>
  )
}

/** Who sits where for the coalition, under which mandate, and what they have reported. */
export const DelegationPage = ({ delegates }: { delegates: readonly Delegate[] }) => {
  const { link, t } = usePage()
  const owed = delegates.flatMap(({ sessions }) => sessions.filter(({ missing }) => missing)).length
  const notes = delegates.filter(({ handover, own }) => own && handover !== null)
  return (
    <Layout
      title={t('councils.delegation.title')}
      crumbs={[{ label: t('councils.list.title'), path: '/councils' }]}
    >
      <PageHeading title={t('councils.delegation.title')} lead={t('councils.delegation.lead')} />
      {owed > 0 && <Alert kind="warning">{t('councils.delegation.owed', { count: owed })}</Alert>}
      <Table
        caption={t('councils.delegation.title')}
        captionHidden
        columns={[
          {
            label: t('councils.delegation.council'),
            heading: true,
            cell: ({ council, slug, duty }) => (
              <>
                <a href={link(`/councils/${slug}`)}>
                  <Text value={council} note={false} />
                </a>{' '}
                {duty !== 'member' && <Badge>{t(dutyWords[duty as Duty])}</Badge>}
              </>
            ),
          },
          { label: t('councils.holder.who'), cell: delegate => <Who who={delegate} /> },
          { label: t('councils.holder.onBehalf'), cell: delegate => <OnBehalf who={delegate} /> },
          { label: t('councils.holder.time'), cell: ({ start, end }) => <Since start={start} end={end} /> },
          { label: t('councils.delegation.mandate'), cell: delegate => <Mandate delegate={delegate} /> },
          { label: t('councils.delegation.reports'), cell: delegate => <Reports delegate={delegate} /> },
          { label: t('councils.holder.doing'), cell: delegate => <Doing delegate={delegate} /> },
        ]}
        rows={delegates}
        empty={
          <EmptyState title={t('councils.delegation.none')} icon="users">
            <p>{t('councils.delegation.noneHint')}</p>
          </EmptyState>
        }
      />
      {notes.map(({ council, handover }) => (
        <Alert kind="info" title={t('councils.handover.left')}>
          <p>
            <Text value={council} note={false} />
          </p>
          <Written text={handover ?? ''} />
        </Alert>
      ))}
    </Layout>
  )
}
