import { Time, Timeline, usePage } from '#ui/index.ts'
import type { Moment } from '#ui/lists/timeline.tsx'
import { lastDay } from '../deadlines.ts'
import type { ApplicationView } from '../queries/applications.ts'

type Page = ReturnType<typeof usePage>

function published({ t }: Page, { submittedAt, applicant }: ApplicationView): Moment {
  return {
    title: t('network.progress.published'),
    when: submittedAt && <Time at={submittedAt} />,
    children: applicant && <p>{t('network.progress.by', { person: applicant })}</p>,
  }
}

function period({ i18n, t }: Page, application: ApplicationView): Moment {
  const { objectionsUntil, objectionDays, ruleVersion, status, over, objections } = application
  const standing = objections.filter(objection => objection.withdrawnAt === null).length
  const runs = status === 'published' && !over
  const values = { days: objectionDays ?? 0, version: String(ruleVersion) }
  const rule = ruleVersion ? t('network.progress.ruleVersion', values) : t('network.progress.rule', values)
  return {
    title: t('network.progress.period'),
    when: objectionsUntil && i18n.date(lastDay(i18n, objectionsUntil)),
    state: status === 'published' ? 'now' : 'done',
    children: (
      <p>
        {rule}{' '}
        {t(runs ? 'network.progress.objectionsSoFar' : 'network.progress.objections', { count: standing })}
      </p>
    ),
  }
}

const decidedWords = {
  contested: 'network.progress.decisionAwaited',
  admitted: 'network.progress.decidedYes',
  refused: 'network.progress.decidedNo',
} as const

// How many voted for and against stands with the decision, which is for members.
function decision(
  { t, link }: Page,
  { status, decision: number }: ApplicationView,
  linked: boolean,
): Moment | null {
  if (number === null && status !== 'contested') return null
  if (status !== 'contested' && status !== 'admitted' && status !== 'refused') return null
  return {
    title: t(decidedWords[status]),
    state: status === 'contested' ? 'now' : 'done',
    children: (
      <>
        <p>{t('network.progress.secret')}</p>
        {linked && number !== null && (
          <p>
            <a href={link(`/decisions/${number}`)}>
              {t('network.progress.toDecision', { number: String(number) })}
            </a>
          </p>
        )}
      </>
    ),
  }
}

function end({ t }: Page, { status, closedAt, closeReason }: ApplicationView): Moment {
  const when = closedAt && <Time at={closedAt} day />
  if (status === 'admitted') return { title: t('network.progress.admitted'), when }
  if (status === 'refused') {
    return { title: t('network.progress.refused'), when, children: <p>{t('network.progress.again')}</p> }
  }
  if (status === 'withdrawn' && closeReason === 'already_member') {
    return { title: t('network.progress.overtaken'), when }
  }
  if (status === 'withdrawn') {
    return {
      title: t('network.progress.withdrawn'),
      when,
      children: closeReason ? <p>{closeReason}</p> : undefined,
    }
  }
  return { title: t('network.progress.admissionAhead'), state: 'ahead' }
}

type Props = {
  application: ApplicationView
  /** The viewer may follow the link to the members' decision. */
  linked: boolean
}

/** Every step of an application: what happened, what runs, what is ahead. */
export const ApplicationProgress = ({ application, linked }: Props) => {
  const page = usePage()
  const moments = [
    published(page, application),
    period(page, application),
    decision(page, application, linked),
    end(page, application),
  ].filter(moment => moment !== null)
  return <Timeline label={page.t('network.application.progress')} moments={moments} />
}
