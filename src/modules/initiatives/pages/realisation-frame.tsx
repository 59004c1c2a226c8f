import type { PropsWithChildren } from 'hono/jsx'
import { Written } from '#modules/network/index.ts'
import type { Viewer } from '#platform/http/viewer.ts'
import type { MessageKey } from '#platform/i18n/index.ts'
import {
  Actions,
  Alert,
  Badge,
  ButtonLink,
  ConfirmButton,
  Layout,
  PageHeading,
  type RefusalShown,
  Refused,
  Tabs,
  Text,
  Time,
  usePage,
} from '#ui/index.ts'
import { canAgreeToTakeover, canWithdrawTakeover, canWork, couldTakeOver } from '../policy/realisation.ts'
import type { RealisationView } from '../queries/realisation.ts'
import { realisationStatusWords, realisationTones } from '../realisation-words.ts'
import { AnswerLink } from './set-aside.tsx'
import { Speaker } from './speaker.tsx'

export type RealisationPart = 'progress' | 'tasks' | 'pledges' | 'reports'

const partWords = {
  progress: 'initiatives.realisation.part.progress',
  tasks: 'initiatives.realisation.part.tasks',
  pledges: 'initiatives.realisation.part.pledges',
  reports: 'initiatives.realisation.part.reports',
} as const satisfies Record<RealisationPart, MessageKey>

type Props = { realisation: RealisationView; viewer: Viewer }

const Stalled = ({ realisation, viewer }: Props) => {
  const { link, t } = usePage()
  const place = `/realisations/${realisation.number}`
  return (
    <Alert kind="warning" title={t('initiatives.realisation.stalledTitle')}>
      <p>
        {t('initiatives.realisation.stalledText')}{' '}
        {realisation.stalledAt && <Time at={realisation.stalledAt} day />}
      </p>
      {couldTakeOver(viewer, realisation).length > 0 && (
        <Actions>
          <ButtonLink href={link(`${place}/takeover`)}>{t('initiatives.takeover.offer')}</ButtonLink>
        </Actions>
      )}
    </Alert>
  )
}

// A result that was published before stays; only what still ran is stopped.
const SetAside = ({ realisation }: Pick<Props, 'realisation'>) => {
  const { t } = usePage()
  const { status, decision } = realisation
  if (decision.setAsideBy === null) return null
  return (
    <Alert kind="warning" title={t('initiatives.realisation.setAsideTitle')}>
      <p>
        {t(
          status === 'reversed'
            ? 'initiatives.realisation.setAsideText'
            : 'initiatives.realisation.setAsideCompleted',
        )}
      </p>
      <p>
        <AnswerLink number={decision.setAsideBy} />
      </p>
    </Alert>
  )
}

const Takeover = ({ realisation, viewer }: Props) => {
  const { link, t } = usePage()
  const { takeover } = realisation
  if (!takeover) return null
  const place = link(`/realisations/${realisation.number}/takeover`)
  return (
    <Alert kind="info" title={t('initiatives.takeover.declaredTitle')}>
      <p>
        <Speaker name={takeover.name} membership={takeover.membershipId} />
      </p>
      <Written text={takeover.plan} locale={takeover.contentLocale} />
      <p>
        {t('initiatives.takeover.passesOn')} <Time at={takeover.answerUntil} />
      </p>
      <Actions>
        {canAgreeToTakeover(viewer, realisation) && (
          <ConfirmButton
            action={`${place}/agreement`}
            label={t('initiatives.takeover.agree')}
            confirm={t('initiatives.takeover.agreeConfirm')}
          >
            <p>{t('initiatives.takeover.agreeLead')}</p>
          </ConfirmButton>
        )}
        {canWithdrawTakeover(viewer, realisation) && (
          <ConfirmButton
            action={`${place}/withdrawal`}
            label={t('initiatives.takeover.withdraw')}
            confirm={t('initiatives.takeover.withdrawConfirm')}
            look="quiet"
          >
            <p>{t('initiatives.takeover.withdrawLead')}</p>
          </ConfirmButton>
        )}
      </Actions>
    </Alert>
  )
}

const PartTabs = ({ realisation, part }: { realisation: RealisationView; part: RealisationPart }) => {
  const { link, t } = usePage()
  const place = `/realisations/${realisation.number}`
  const tab = (of: RealisationPart, label: string, path: string, count?: number) => ({
    label,
    href: link(place + path),
    current: part === of,
    ...(count === undefined ? {} : { count }),
  })
  return (
    <Tabs
      label={t('initiatives.realisation.parts')}
      tabs={[
        tab('progress', t(partWords.progress), ''),
        tab('tasks', t(partWords.tasks), '/tasks', realisation.tasks),
        tab('pledges', t(partWords.pledges), '/pledges'),
        tab('reports', t(partWords.reports), '/reports', realisation.reports),
      ]}
    />
  )
}

type FrameProps = PropsWithChildren<Props & { part: RealisationPart; refusal?: RefusalShown }>

/** What all pages of one realisation have: whose it is, how it stands, what it waits for, and the way between them. */
export const RealisationFrame = ({ realisation, viewer, part, refusal, children }: FrameProps) => {
  const { i18n, link, t } = usePage()
  const { number, title, status } = realisation
  const name = i18n.text(title).value
  const over = status === 'completed' || status === 'reversed'
  return (
    <Layout
      title={part === 'progress' ? name : `${t(partWords[part])}: ${name}`}
      crumbs={[{ label: t('initiatives.realisations.title'), path: '/realisations' }]}
      invalid={refusal !== undefined}
      indexed
    >
      <PageHeading
        kicker={t('initiatives.realisation.kicker', { number: i18n.number(number) })}
        title={<Text value={title} />}
        actions={
          part === 'progress' && canWork(viewer, realisation) ? (
            <ButtonLink href={link(`/realisations/${number}/reports/new`)} look="primary" icon="pencil">
              {t('initiatives.report.write')}
            </ButtonLink>
          ) : undefined
        }
      >
        <p>
          <Badge tone={realisationTones[status]}>{t(realisationStatusWords[status])}</Badge>{' '}
          {t('initiatives.realisation.answers')}{' '}
          <Speaker name={realisation.member} membership={realisation.membershipId} />
          {!over && (
            <>
              {' · '}
              {t('initiatives.realisation.reportDue')} <Time at={realisation.reportDueAt} day />
            </>
          )}
        </p>
      </PageHeading>
      <Refused refusal={refusal} />
      <SetAside realisation={realisation} />
      {status === 'stalled' && <Stalled realisation={realisation} viewer={viewer} />}
      <Takeover realisation={realisation} viewer={viewer} />
      <PartTabs realisation={realisation} part={part} />
      {children}
    </Layout>
  )
}
