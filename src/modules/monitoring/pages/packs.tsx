import {
  Actions,
  Alert,
  Badge,
  ButtonLink,
  EmptyState,
  Layout,
  PageHeading,
  Section,
  Table,
  Time,
  usePage,
} from '#ui/index.ts'
import { odihrDeadline } from '../packs/deadline.ts'
import { addresseeWords, kindLeads, kindWords, statusTones, statusWords } from '../packs/words.ts'
import type { PackLine } from '../queries/packs.ts'
import { packKinds } from '../schema/packs.ts'

type Props = { packs: readonly PackLine[]; today: Temporal.PlainDate; year: number }

/** What a pack is called: its kind, with the year or whom it speaks to. */
export const PackName = ({ kind, year, addressee }: Pick<PackLine, 'kind' | 'year' | 'addressee'>) => {
  const { t } = usePage()
  const about = year === null ? addressee && t(addresseeWords[addressee]) : String(year)
  return (
    <>
      {t(kindWords[kind])}
      {about && `: ${about}`}
    </>
  )
}

const Deadline = ({ packs, today, year }: Props) => {
  const { i18n, t } = usePage()
  const deadline = odihrDeadline(year)
  const sent = packs.some(
    pack => pack.kind === 'odihr' && pack.year === year && pack.status === 'handed_over',
  )
  const values = { year: String(year), day: i18n.date(deadline), days: today.until(deadline).days }
  if (sent) return <Alert kind="success">{t('monitoring.pack.deadline.sent', values)}</Alert>
  if (values.days < 0) return <Alert kind="info">{t('monitoring.pack.deadline.over', values)}</Alert>
  return (
    <Alert kind={values.days <= 30 ? 'warning' : 'info'}>
      {t('monitoring.pack.deadline.coming', values)}
    </Alert>
  )
}

const Lines = ({ packs }: Pick<Props, 'packs'>) => {
  const { i18n, link, t } = usePage()
  return (
    <Table
      caption={t('monitoring.pack.title')}
      captionHidden
      rows={packs}
      empty={<EmptyState title={t('monitoring.pack.none')} />}
      columns={[
        {
          label: t('monitoring.pack.what'),
          heading: true,
          cell: pack => (
            <a href={link(`/packs/${pack.id}`)}>
              <PackName {...pack} />
            </a>
          ),
        },
        {
          label: t('monitoring.pack.state'),
          cell: ({ status, lacking }) => (
            <>
              <Badge tone={statusTones[status]}>{t(statusWords[status])}</Badge>{' '}
              {lacking > 0 && (
                <Badge tone="bad" icon="triangle-alert">
                  {t('monitoring.pack.consentMissing', { count: lacking })}
                </Badge>
              )}
            </>
          ),
        },
        {
          label: t('monitoring.pack.incidents'),
          numeric: true,
          cell: ({ incidents }) => i18n.number(incidents),
        },
        { label: t('monitoring.pack.begunOn'), cell: ({ begunOn }) => <Time at={begunOn} /> },
      ]}
    />
  )
}

/** Everything that leaves the house about incidents, and how far it is. */
export const PacksPage = (props: Props) => {
  const { link, t } = usePage()
  return (
    <Layout title={t('monitoring.pack.title')}>
      <PageHeading title={t('monitoring.pack.title')} lead={t('monitoring.pack.lead.page')} />
      <Deadline {...props} />
      <Lines packs={props.packs} />
      <Section title={t('monitoring.pack.begin')}>
        {packKinds.map(kind => (
          <>
            <h3>{t(kindWords[kind])}</h3>
            <p>{t(kindLeads[kind])}</p>
            <Actions>
              <ButtonLink href={link(`/packs/new?kind=${kind}`)} icon="plus">
                {t(beginWords[kind])}
              </ButtonLink>
            </Actions>
          </>
        ))}
      </Section>
    </Layout>
  )
}

const beginWords = {
  odihr: 'monitoring.pack.beginOdihr',
  complaint: 'monitoring.pack.beginComplaint',
  commissioner: 'monitoring.pack.beginCommissioner',
} as const
