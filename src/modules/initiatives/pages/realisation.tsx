import type { Viewer } from '#platform/http/viewer.ts'
import {
  Actions,
  ButtonLink,
  EmptyState,
  Figures,
  Progress,
  type RefusalShown,
  Section,
  Time,
  Timeline,
  usePage,
} from '#ui/index.ts'
import { canWork } from '../policy/realisation.ts'
import type { RealisationView } from '../queries/realisation.ts'
import type { ProgressView } from '../queries/realisation-progress.ts'
import { RealisationFrame } from './realisation-frame.tsx'
import { GroupSection, type NameableBy } from './realisation-group.tsx'
import { momentsOf } from './realisation-moments.tsx'
import { MoneyCharts, NeedsTable } from './realisation-money.tsx'
import { ReportBody, ResultSection } from './realisation-result.tsx'

export type ProgressProps = ProgressView & {
  realisation: RealisationView
  viewer: Viewer
  nameable: NameableBy
  refusal?: RefusalShown
}

const LatestReport = ({ realisation, reports }: Pick<ProgressProps, 'realisation' | 'reports'>) => {
  const { link, t } = usePage()
  const latest = reports.find(report => report.correctedBy === null)
  const place = link(`/realisations/${realisation.number}/reports`)
  return (
    <Section title={t('initiatives.report.latest')} id="report">
      {latest ? (
        <>
          <ReportBody report={latest} number={realisation.number} />
          {reports.length > 1 && (
            <p>
              <a href={place}>{t('initiatives.report.all', { count: reports.length })}</a>
            </p>
          )}
        </>
      ) : (
        <EmptyState title={t('initiatives.report.none')} icon="file-text">
          <p>
            {t('initiatives.report.firstDue')} <Time at={realisation.reportDueAt} day />
          </p>
        </EmptyState>
      )}
    </Section>
  )
}

const Numbers = ({ realisation, milestones, resources }: Omit<ProgressProps, 'turns' | 'nameable'>) => {
  const { i18n, link, t } = usePage()
  const place = `/realisations/${realisation.number}`
  const wanted = milestones.filter(({ status }) => status !== 'dropped')
  const reached = wanted.filter(({ status }) => status === 'reached').length
  const of = (value: number, max: number) =>
    t('initiatives.realisation.of', { value: i18n.number(value), max: i18n.number(max) })
  return (
    <Figures
      figures={[
        {
          value: of(realisation.tasksDone, realisation.tasks),
          label: t('initiatives.task.doneFigure'),
          href: link(`${place}/tasks`),
        },
        { value: of(reached, wanted.length), label: t('initiatives.milestone.reachedFigure') },
        { value: realisation.group.length, label: t('initiatives.realisation.groupFigure') },
        ...resources.money.map(({ currency, given, spent }) => ({
          value: Math.round(given / 100),
          label: t('initiatives.pledge.givenFigure', { currency }),
          href: link(`${place}/pledges`),
          note: t('initiatives.expense.spentFigure', { sum: i18n.money(spent, currency) }),
        })),
      ]}
    />
  )
}

const Doing = ({ realisation, viewer }: Pick<ProgressProps, 'realisation' | 'viewer'>) => {
  const { link, t } = usePage()
  const place = `/realisations/${realisation.number}`
  return (
    <Actions>
      <ButtonLink href={link(`/initiatives/${realisation.number}`)}>
        {t('initiatives.realisation.seeInitiative')}
      </ButtonLink>
      <ButtonLink href={link(`/decisions/${realisation.decision.number}`)}>
        {t('initiatives.realisation.seeDecision')}
      </ButtonLink>
      <ButtonLink href={link(`${place}/summary`)} icon="printer" download>
        {t('initiatives.realisation.summary')}
      </ButtonLink>
      {canWork(viewer, realisation) && (
        <ButtonLink href={link(`${place}/result`)}>{t('initiatives.result.publish')}</ButtonLink>
      )}
    </Actions>
  )
}

/** Where a realisation stands, for everybody: what was decided, what was reached, what is missing, what comes next. */
export const RealisationPage = (props: ProgressProps) => {
  const { realisation, viewer, milestones, resources, result, nameable } = props
  const { i18n, t } = usePage()
  const needs = resources.needs.filter(({ dropped }) => !dropped)
  return (
    <RealisationFrame realisation={realisation} viewer={viewer} part="progress" refusal={props.refusal}>
      <Numbers {...props} />
      {realisation.tasks > 0 && (
        <Progress
          label={t('initiatives.task.progress')}
          value={realisation.tasksDone}
          max={realisation.tasks}
        />
      )}
      <Doing realisation={realisation} viewer={viewer} />
      {result && <ResultSection result={result} number={realisation.number} />}
      <LatestReport {...props} />
      <Section title={t('initiatives.realisation.course')} id="course">
        <Timeline label={t('initiatives.realisation.course')} moments={momentsOf(props, i18n)} />
        {canWork(viewer, realisation) && milestones.length === 0 && (
          <p>{t('initiatives.milestone.noneHint')}</p>
        )}
      </Section>
      {needs.length > 0 && (
        <Section title={t('initiatives.need.title')} id="needs">
          <NeedsTable needs={needs} />
        </Section>
      )}
      <MoneyCharts money={resources.money} />
      <GroupSection realisation={realisation} viewer={viewer} nameable={nameable} />
    </RealisationFrame>
  )
}
