import type { NamedMember } from '#modules/network/index.ts'
import type { DeclaredRule } from '#platform/http/module.ts'
import type { Viewer } from '#platform/http/viewer.ts'
import {
  Actions,
  Alert,
  Badge,
  ButtonLink,
  ComparedText,
  ConfirmButton,
  DescriptionList,
  type FormValues,
  Layout,
  PageHeading,
  type Problem,
  type RefusalShown,
  Refused,
  Section,
  Text,
  Time,
  Timeline,
  usePage,
} from '#ui/index.ts'
import { canAskAboutProposal, canReviseProposal } from '../policy/procedures.ts'
import { proposalKindWords, proposalTones, proposalWords } from '../procedure-words.ts'
import type { ProposalVersion, ProposalView } from '../queries/proposals.ts'
import { AskedAgainLater, ProposedAgain } from './asked-again.tsx'
import { RemarksSection } from './remarks.tsx'
import { AnswerLink } from './set-aside.tsx'
import { Speaker } from './speaker.tsx'

export type ProposalPageProps = {
  proposal: ProposalView
  viewer: Viewer
  rules: readonly DeclaredRule[]
  members: readonly NamedMember[]
  refusal?: RefusalShown
  values?: FormValues
  problems?: readonly Problem[]
}

const Changes = ({ proposal, rules }: Pick<ProposalPageProps, 'proposal' | 'rules'>) => {
  const { i18n, link, t } = usePage()
  const words = (key: string) => {
    const rule = rules.find(declared => declared.key === key)
    return rule ? t(rule.label) : key
  }
  return (
    <ul>
      {(proposal.changes ?? []).map(({ key, from, to }) => (
        <li>
          <a href={link(`/rules/${key}`)}>{words(key)}</a>
          <br />
          {t('initiatives.rule.fromTo', { from: i18n.number(from), to: i18n.number(to) })}
        </li>
      ))}
    </ul>
  )
}

const Wording = ({ proposal }: Pick<ProposalPageProps, 'proposal'>) => {
  const { i18n, t } = usePage()
  const { text, title, body, ends } = proposal
  if (ends) {
    return (
      <>
        <p>{t('initiatives.change.ends')}</p>
        <Text value={text?.body} paragraphs />
      </>
    )
  }
  if (!text) return <Text value={body} paragraphs />
  const { lang } = i18n.text(body)
  const labels = { before: t('initiatives.compare.before'), after: t('initiatives.compare.after') }
  const parts = [
    { title: t('initiatives.change.title'), before: text.title[lang] ?? '', after: title[lang] ?? '' },
    { title: t('initiatives.change.wording'), before: text.body[lang] ?? '', after: body?.[lang] ?? '' },
  ].filter(({ before, after }) => before !== after)
  return (
    <>
      {parts.map(part => (
        <ComparedText {...part} locale={lang} labels={labels} />
      ))}
    </>
  )
}

const Course = ({ proposal }: Pick<ProposalPageProps, 'proposal'>) => {
  const { i18n, link, t } = usePage()
  const { status, discussionUntil, discussed, decision, setAsideBy, text } = proposal
  const until = i18n.dateTime(discussionUntil)
  return (
    <>
      {status === 'discussion' && (
        <p>
          {t(discussed ? 'initiatives.change.discussed' : 'initiatives.change.discussedUntil', { until })}
        </p>
      )}
      {decision !== null && (
        <p>
          <a href={link(`/decisions/${decision}`)}>
            {t('initiatives.change.toDecision', { number: i18n.number(decision) })}
          </a>
        </p>
      )}
      {setAsideBy !== null && (
        <Alert kind="warning" title={t('initiatives.realisation.setAsideTitle')}>
          <p>{t('initiatives.decision.setAside.rule')}</p>
          <p>
            <AnswerLink number={setAsideBy} />
          </p>
        </Alert>
      )}
      {text?.movedOn && (
        <Alert kind="warning">
          <p>{t('initiatives.change.textMovedOn')}</p>
        </Alert>
      )}
    </>
  )
}

const OwnActions = ({ proposal, viewer }: Pick<ProposalPageProps, 'proposal' | 'viewer'>) => {
  const { link, t } = usePage()
  const at = `/changes/${proposal.number}`
  if (!canReviseProposal(viewer, proposal)) return null
  return (
    <Actions>
      {canAskAboutProposal(viewer, proposal) && (
        <ConfirmButton
          label={t('initiatives.change.ask')}
          confirm={t('initiatives.change.askNow')}
          action={link(`${at}/decision`)}
          look="primary"
        >
          <p>{t('initiatives.change.askHint')}</p>
        </ConfirmButton>
      )}
      {!proposal.ends && (
        <ButtonLink href={link(`${at}/revision`)}>{t('initiatives.change.revise')}</ButtonLink>
      )}
      <ConfirmButton
        label={t('initiatives.change.withdraw')}
        confirm={t('initiatives.change.withdrawNow')}
        action={link(`${at}/withdrawal`)}
        look="quiet"
      >
        <p>{t('initiatives.change.withdrawHint')}</p>
      </ConfirmButton>
    </Actions>
  )
}

const History = ({ versions }: { versions: readonly ProposalVersion[] }) => {
  const { i18n, t } = usePage()
  if (versions.length < 2) return null
  return (
    <Section title={t('initiatives.change.versions')}>
      <Timeline
        label={t('initiatives.change.versions')}
        moments={versions.map((version, n) => ({
          title: t('initiatives.agreed.version', { version: i18n.number(version.version) }),
          when: <Time at={version.madeAt} />,
          state: n === 0 ? ('now' as const) : ('done' as const),
          children: (
            <details class="unfold">
              <summary>{t('initiatives.change.readVersion')}</summary>
              <p>
                <Text value={version.title} />
              </p>
              {version.changes?.map(({ key, from, to }) => (
                <p>
                  {key}: {i18n.number(from)} → {i18n.number(to)}
                </p>
              ))}
              {version.body && <Text value={version.body} paragraphs />}
              <Text value={version.reasons} paragraphs />
            </details>
          ),
        }))}
      />
    </Section>
  )
}

/** A proposal to change rules or goals: what would change and why, where it stands, what members say. */
export const ProposalPage = (props: ProposalPageProps) => {
  const { proposal, viewer, refusal, problems = [] } = props
  const { i18n, t } = usePage()
  return (
    <Layout
      title={i18n.text(proposal.title).value}
      crumbs={[
        { label: t('initiatives.rule.title'), path: '/rules' },
        { label: t('initiatives.change.list'), path: '/changes' },
      ]}
      invalid={problems.length > 0 || refusal !== undefined}
      indexed
    >
      <PageHeading
        title={<Text value={proposal.title} />}
        kicker={t('initiatives.change.kicker', {
          number: i18n.number(proposal.number),
          kind: t(proposalKindWords[proposal.kind]),
        })}
      >
        <Badge tone={proposalTones[proposal.status]}>{t(proposalWords[proposal.status])}</Badge>
      </PageHeading>
      <Refused refusal={refusal} />
      <Course proposal={proposal} />
      <AskedAgainLater changes={proposal.askedAgainIn} />
      <OwnActions proposal={proposal} viewer={viewer} />
      <DescriptionList
        facts={[
          {
            term: t('initiatives.change.by'),
            value: <Speaker name={proposal.member} membership={proposal.membershipId} />,
          },
          { term: t('initiatives.change.proposedOn'), value: <Time at={proposal.proposedAt} day /> },
        ]}
      />
      <ProposedAgain previous={proposal.previous} />
      <Section title={t('initiatives.change.what')}>
        {proposal.changes ? <Changes {...props} /> : <Wording proposal={proposal} />}
      </Section>
      <Section title={t('initiatives.change.reasons')}>
        <Text value={proposal.reasons} paragraphs />
      </Section>
      <RemarksSection {...props} />
      <History versions={proposal.versions} />
    </Layout>
  )
}
