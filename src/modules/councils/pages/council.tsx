import type { Viewer } from '#platform/http/viewer.ts'
import {
  Alert,
  Badge,
  Button,
  ButtonLink,
  DateField,
  Figures,
  Form,
  Layout,
  PageHeading,
  Section,
  Table,
  Text,
  usePage,
} from '#ui/index.ts'
import { kindWord, stageWords } from '../council-words.ts'
import { mayKeep, seesInside } from '../policy/councils.ts'
import type { CouncilView } from '../queries/council.ts'
import { CouncilFacts, Documents, Sessions } from './council-parts.tsx'
import { HolderTable } from './holders.tsx'
import { RulesOfCouncil } from './rules.tsx'

export type CouncilPageProps = { council: CouncilView; viewer: Viewer; on: string | null }

const soon = (until: string | null, today: string) =>
  until !== null && until >= today && Temporal.PlainDate.from(today).until(until).days <= 60

const Vacancies = ({ council }: { council: CouncilView }) => {
  const { t } = usePage()
  const taken = new Set(council.holders.filter(({ now }) => now).map(({ postId }) => postId))
  const vacant = council.posts.filter(({ id }) => !taken.has(id))
  if (vacant.length === 0) return null
  return (
    <Table
      caption={t('councils.seat.vacancies', { count: vacant.length })}
      columns={[
        { label: t('councils.seat.label'), heading: true, cell: ({ label, role }) => label ?? role ?? '' },
        { label: t('councils.seat.nominates'), cell: ({ nominates }) => nominates ?? '' },
        {
          label: t('councils.seat.state'),
          cell: () => <Badge tone="warn">{t('councils.seat.vacant')}</Badge>,
        },
      ]}
      rows={vacant}
    />
  )
}

// Organisations that hold more than one seat: a council of one voice is not what a council is for.
const Balance = ({ council }: { council: CouncilView }) => {
  const { i18n, t } = usePage()
  const held = new Map<string, number>()
  for (const holder of council.holders.filter(({ now }) => now)) {
    const name = holder.member ? i18n.text(holder.member).value : holder.onBehalf
    if (name) held.set(name, (held.get(name) ?? 0) + 1)
  }
  const several = [...held].filter(([, seats]) => seats > 1).sort((a, b) => b[1] - a[1])
  if (several.length === 0) return null
  return (
    <p>{t('councils.balance', { who: i18n.list(several.map(([name, seats]) => `${name} (${seats})`)) })}</p>
  )
}

const Composition = ({ council, on }: Omit<CouncilPageProps, 'viewer'>) => {
  const { i18n, link, t } = usePage()
  const sitting = council.holders.filter(({ now }) => now)
  const voting = sitting.filter(holder => holder.voting)
  const seats = council.seats ?? (council.posts.length || null)
  const ending = sitting.filter(({ until }) => on === null && soon(until, council.today))
  const labels = new Map(council.posts.map(({ id, label, role }) => [id, label ?? role ?? '']))
  return (
    <Section
      title={on === null ? t('councils.composition') : t('councils.compositionOn', { day: i18n.date(on) })}
      id="composition"
    >
      <Figures
        figures={[
          ...(seats === null ? [] : [{ value: seats, label: t('councils.figure.seats') }]),
          { value: voting.length, label: t('councils.figure.filled') },
          ...(seats === null || seats <= voting.length
            ? []
            : [{ value: seats - voting.length, label: t('councils.figure.vacant') }]),
          { value: sitting.filter(({ delegate }) => delegate).length, label: t('councils.figure.delegates') },
        ]}
      />
      {ending.length > 0 && (
        <Alert kind="warning">{t('councils.endingSoon', { count: ending.length })}</Alert>
      )}
      {sitting.length > 0 ? (
        <HolderTable caption={t('councils.composition')} holders={sitting} labels={labels} />
      ) : (
        <p>{t('councils.nobody')}</p>
      )}
      {on === null && <Vacancies council={council} />}
      <Balance council={council} />
      <Form
        method="get"
        action={link(`/councils/${council.slug}`)}
        values={{ on: on ?? '' }}
        label={t('councils.onDay')}
        id="on"
      >
        <DateField name="on" label={t('councils.onDay')} />
        <Button>{t('councils.showDay')}</Button>
      </Form>
    </Section>
  )
}

const History = ({ council }: { council: CouncilView }) => {
  const { t } = usePage()
  const before = council.holders.filter(({ now, ahead }) => !now && !ahead)
  const coming = council.holders.filter(({ ahead }) => ahead)
  return (
    <>
      {coming.length > 0 && (
        <Section title={t('councils.coming')}>
          <HolderTable caption={t('councils.coming')} holders={coming} labels={new Map()} />
        </Section>
      )}
      {before.length > 0 && (
        <Section title={t('councils.history')}>
          <details>
            <summary>{t('councils.historyCount', { count: before.length })}</summary>
            <HolderTable caption={t('councils.history')} holders={before} labels={new Map()} />
          </details>
        </Section>
      )}
    </>
  )
}

const Keeping = ({ council }: { council: CouncilView }) => {
  const { link, t } = usePage()
  const at = `/councils/${council.slug}`
  return (
    <>
      <ButtonLink href={link(`${at}/sessions/new`)} look="primary" icon="plus">
        {t('councils.session.plan')}
      </ButtonLink>
      <ButtonLink href={link(`${at}/seats`)}>{t('councils.seat.keep')}</ButtonLink>
      <ButtonLink href={link(`${at}/form`)}>{t('councils.change')}</ButtonLink>
    </>
  )
}

/** A council: who sits there, what it does, when it meets. */
export const CouncilPage = ({ council, viewer, on }: CouncilPageProps) => {
  const { i18n, link, t } = usePage()
  const keeps = mayKeep(viewer, council)
  const { formation, slug } = council
  const forms = formation !== null || (keeps && council.kind === 'public_council')
  return (
    <Layout
      title={i18n.text(council.name).value}
      crumbs={[{ label: t('councils.list.title'), path: '/councils' }]}
      indexed={council.public}
    >
      <PageHeading
        kicker={t(kindWord(council.kind))}
        title={<Text value={council.name} note={false} />}
        actions={keeps ? <Keeping council={council} /> : undefined}
      >
        {council.demonstration && <Badge>{t('councils.demonstration')}</Badge>}{' '}
        {!council.public && <Badge tone="warn">{t('councils.forMembers')}</Badge>}
      </PageHeading>
      <CouncilFacts council={council} />
      {forms && (
        <p>
          <a href={link(`/councils/${slug}/formation`)}>{t('councils.formation.title')}</a>
          {formation && `: ${t(stageWords[formation.stage])}`}
        </p>
      )}
      <Composition council={council} on={on} />
      <Sessions council={council} />
      <RulesOfCouncil council={council} keeps={keeps} />
      <Documents council={council} keeps={keeps} inside={seesInside(viewer)} />
      <History council={council} />
    </Layout>
  )
}
