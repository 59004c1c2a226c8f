import type { Viewer } from '#platform/http/viewer.ts'
import {
  Actions,
  Badge,
  ButtonLink,
  Card,
  Cards,
  EmptyState,
  Layout,
  PageHeading,
  Section,
  Table,
  Text,
  Time,
  usePage,
} from '#ui/index.ts'
import { actsWithVote } from '../policy/procedures.ts'
import { proposalKindWords, proposalTones, proposalWords } from '../procedure-words.ts'
import { type AgreedText, inForce } from '../queries/agreed-texts.ts'
import type { RuleStanding } from '../queries/coalition-rules.ts'
import type { ProposalLine } from '../queries/proposals.ts'

type Props = {
  viewer: Viewer
  goals: readonly AgreedText[]
  texts: readonly AgreedText[]
  rules: readonly RuleStanding[]
  proposals: readonly ProposalLine[]
}

const Texts = ({ texts }: { texts: readonly AgreedText[] }) => {
  const { i18n, link, t } = usePage()
  return (
    <Cards>
      {texts.map(text => {
        const [newest] = text.versions
        const standing = inForce(text)
        return (
          <Card
            title={
              <a href={link(`/agreed-texts/${text.number}`)}>
                <Text value={newest!.title} note={false} />
              </a>
            }
          >
            <p>
              {standing
                ? t('initiatives.agreed.version', { version: i18n.number(standing.version) })
                : t('initiatives.agreed.ended')}
              {' · '}
              <Time at={newest!.adoptedAt} day />
            </p>
          </Card>
        )
      })}
    </Cards>
  )
}

/** Proposals in one table. */
export const ProposalTable = ({ proposals }: { proposals: readonly ProposalLine[] }) => {
  const { link, t } = usePage()
  return (
    <Table
      caption={t('initiatives.change.list')}
      captionHidden
      columns={[
        {
          label: t('initiatives.change.title'),
          heading: true,
          cell: ({ number, title }) => (
            <a href={link(`/changes/${number}`)}>
              <Text value={title} note={false} />
            </a>
          ),
        },
        { label: t('initiatives.change.about'), cell: ({ kind }) => t(proposalKindWords[kind]) },
        {
          label: t('initiatives.change.state'),
          cell: ({ status }) => <Badge tone={proposalTones[status]}>{t(proposalWords[status])}</Badge>,
        },
        {
          label: t('initiatives.change.proposedOn'),
          cell: ({ proposedAt }) => <Time at={proposedAt} day style="short" />,
        },
      ]}
      rows={proposals}
      empty={<EmptyState title={t('initiatives.change.none')} />}
    />
  )
}

const Origin = ({ rule }: { rule: RuleStanding }) => {
  const { i18n, link, t } = usePage()
  const [newest] = rule.versions
  if (!newest) return <>{t('initiatives.rule.byDefault')}</>
  return (
    <>
      {newest.decision === null ? (
        t('initiatives.rule.founding')
      ) : (
        <a href={link(`/decisions/${newest.decision}`)}>
          {t('initiatives.rule.byDecision', { number: i18n.number(newest.decision) })}
        </a>
      )}
      {', '}
      <Time at={newest.since} day style="short" />
    </>
  )
}

const Values = ({ rules }: { rules: readonly RuleStanding[] }) => {
  const { i18n, link, t } = usePage()
  return (
    <Table
      caption={t('initiatives.rule.values')}
      captionHidden
      columns={[
        {
          label: t('initiatives.rule.rule'),
          heading: true,
          cell: rule => <a href={link(`/rules/${rule.key}`)}>{t(rule.label)}</a>,
        },
        { label: t('initiatives.rule.value'), numeric: true, cell: rule => i18n.number(rule.value) },
        {
          label: t('initiatives.rule.bounds'),
          cell: ({ minimum, maximum }) =>
            t('initiatives.rule.between', { minimum: i18n.number(minimum), maximum: i18n.number(maximum) }),
        },
        { label: t('initiatives.rule.since'), cell: rule => <Origin rule={rule} /> },
      ]}
      rows={rules}
    />
  )
}

const Propose = ({ viewer, kind, label }: { viewer: Viewer; kind: string; label: string }) => {
  const { link } = usePage()
  if (!actsWithVote(viewer)) return null
  return (
    <Actions>
      <ButtonLink href={link(`/changes/new/${kind}`)}>{label}</ButtonLink>
    </Actions>
  )
}

/** What the coalition has agreed on: its long-term goals, its rules as texts, and the values of rules that the program keeps. */
export const RulesPage = ({ viewer, goals, texts, rules, proposals }: Props) => {
  const { link, t } = usePage()
  return (
    <Layout title={t('initiatives.rule.title')} description={t('initiatives.rule.lead')} indexed>
      <PageHeading title={t('initiatives.rule.title')} lead={t('initiatives.rule.lead')} />
      {proposals.length > 0 && (
        <Section title={t('initiatives.change.open')} id="open">
          <ProposalTable proposals={proposals} />
        </Section>
      )}
      <Section title={t('initiatives.goal.title')} lead={t('initiatives.goal.lead')} id="goals">
        {goals.length === 0 ? <EmptyState title={t('initiatives.goal.none')} /> : <Texts texts={goals} />}
        <Propose viewer={viewer} kind="goal" label={t('initiatives.goal.propose')} />
      </Section>
      <Section title={t('initiatives.agreed.title')} lead={t('initiatives.agreed.lead')} id="texts">
        {texts.length === 0 ? <EmptyState title={t('initiatives.agreed.none')} /> : <Texts texts={texts} />}
        <Propose viewer={viewer} kind="rules" label={t('initiatives.agreed.propose')} />
      </Section>
      <Section title={t('initiatives.rule.values')} lead={t('initiatives.rule.valuesLead')} id="values">
        <Values rules={rules} />
        <Propose viewer={viewer} kind="values" label={t('initiatives.rule.propose')} />
      </Section>
      <p>
        <a href={link('/changes')}>{t('initiatives.change.all')}</a>
      </p>
    </Layout>
  )
}

/** One rule and every version of it. */
export const RulePage = ({ rule, viewer }: { rule: RuleStanding; viewer: Viewer }) => {
  const { i18n, t } = usePage()
  const bounds = { minimum: i18n.number(rule.minimum), maximum: i18n.number(rule.maximum) }
  return (
    <Layout title={t(rule.label)} crumbs={[{ label: t('initiatives.rule.title'), path: '/rules' }]} indexed>
      <PageHeading
        title={t(rule.label)}
        lead={t('initiatives.rule.inForce', { value: i18n.number(rule.value), ...bounds })}
      />
      <Table
        caption={t('initiatives.rule.history')}
        columns={[
          {
            label: t('initiatives.rule.version'),
            heading: true,
            cell: ({ version }) => i18n.number(version),
          },
          { label: t('initiatives.rule.value'), numeric: true, cell: ({ value }) => i18n.number(value) },
          {
            label: t('initiatives.rule.since'),
            cell: version => <Origin rule={{ ...rule, versions: [version] }} />,
          },
        ]}
        rows={rule.versions}
        empty={<EmptyState title={t('initiatives.rule.neverAdopted')} />}
      />
      {rule.minimum < rule.maximum && (
        <Propose viewer={viewer} kind="values" label={t('initiatives.rule.propose')} />
      )}
    </Layout>
  )
}
