import type { Viewer } from '#platform/http/viewer.ts'
import type { MessageKey } from '#platform/i18n/index.ts'
import {
  Actions,
  Badge,
  ButtonLink,
  EmptyState,
  PostButton,
  type RefusalShown,
  Section,
  Table,
  Time,
  usePage,
} from '#ui/index.ts'
import { canWork } from '../policy/realisation.ts'
import type { RealisationView } from '../queries/realisation.ts'
import type { MilestoneView, TaskView } from '../queries/realisation-work.ts'
import { milestoneStatusWords, taskStatusWords, taskTones } from '../realisation-words.ts'
import { RealisationFrame } from './realisation-frame.tsx'
import { Speaker } from './speaker.tsx'

type Props = {
  realisation: RealisationView
  viewer: Viewer
  tasks: readonly TaskView[]
  milestones: readonly MilestoneView[]
  refusal?: RefusalShown
}

const Titled = ({ title, contentLocale }: { title: string; contentLocale: string }) => (
  <span lang={contentLocale} dir="auto">
    {title}
  </span>
)

const Who = ({ task }: { task: TaskView }) => {
  const { t } = usePage()
  if (!task.membershipId) return <Badge tone="warn">{t('initiatives.task.free')}</Badge>
  return (
    <>
      <Speaker name={task.member} membership={task.membershipId} />
      {task.person && ` (${task.person})`}
    </>
  )
}

const Until = ({ day, open, today }: { day: string | null; open: boolean; today: string }) => {
  const { t } = usePage()
  if (!day) return null
  return (
    <>
      <Time at={day} style="short" />{' '}
      {open && day < today && <Badge tone="warn">{t('initiatives.task.late')}</Badge>}
    </>
  )
}

/** What can be done with a task or milestone: reach or drop it while it is ahead, or take it up again. */
const Doing = ({ path, status, words }: { path: string; status: string; words: DoingWords }) => {
  const { t } = usePage()
  if (status !== words.begin) {
    return (
      <PostButton action={`${path}/status`} fields={{ status: words.begin }} look="quiet" small>
        {t(words.reopen)}
      </PostButton>
    )
  }
  return (
    <Actions>
      <PostButton action={`${path}/status`} fields={{ status: words.end }} icon="check" small>
        {t(words.mark)}
      </PostButton>
      <ButtonLink href={`${path}/form`} look="quiet" small>
        {t('initiatives.task.change')}
      </ButtonLink>
      <PostButton action={`${path}/status`} fields={{ status: 'dropped' }} look="quiet" small>
        {t('initiatives.task.drop')}
      </PostButton>
    </Actions>
  )
}

type DoingWords = { begin: string; end: string; reopen: MessageKey; mark: MessageKey }

const withTask: DoingWords = {
  begin: 'open',
  end: 'done',
  reopen: 'initiatives.task.reopen',
  mark: 'initiatives.task.markDone',
}

const withMilestone: DoingWords = {
  begin: 'ahead',
  end: 'reached',
  reopen: 'initiatives.milestone.reopen',
  mark: 'initiatives.milestone.markReached',
}

const Tasks = ({ realisation, viewer, tasks }: Props) => {
  const { link, t } = usePage()
  const place = link(`/realisations/${realisation.number}`)
  const works = canWork(viewer, realisation)
  return (
    <Table
      caption={t('initiatives.realisation.part.tasks')}
      captionHidden
      columns={[
        { label: t('initiatives.task.title'), heading: true, cell: task => <Titled {...task} /> },
        { label: t('initiatives.task.who'), cell: task => <Who task={task} /> },
        {
          label: t('initiatives.task.due'),
          cell: task => <Until day={task.dueOn} open={task.status === 'open'} today={realisation.today} />,
        },
        {
          label: t('initiatives.task.status'),
          cell: task => <Badge tone={taskTones[task.status]}>{t(taskStatusWords[task.status])}</Badge>,
        },
        ...(works
          ? [
              {
                label: t('initiatives.realisation.doing'),
                cell: (task: TaskView) => (
                  <Doing path={`${place}/tasks/${task.id}`} status={task.status} words={withTask} />
                ),
              },
            ]
          : []),
      ]}
      rows={tasks}
      empty={
        <EmptyState title={t('initiatives.task.none')} icon="list-checks">
          <p>{t(works ? 'initiatives.task.noneHint' : 'initiatives.task.noneYet')}</p>
        </EmptyState>
      }
    />
  )
}

const Milestones = ({ realisation, viewer, milestones }: Props) => {
  const { link, t } = usePage()
  const place = link(`/realisations/${realisation.number}`)
  return (
    <Table
      caption={t('initiatives.milestone.titles')}
      captionHidden
      columns={[
        { label: t('initiatives.milestone.title'), heading: true, cell: one => <Titled {...one} /> },
        {
          label: t('initiatives.milestone.due'),
          cell: one => <Until day={one.dueOn} open={one.status === 'ahead'} today={realisation.today} />,
        },
        {
          label: t('initiatives.task.status'),
          cell: one => (
            <>
              {t(milestoneStatusWords[one.status])}{' '}
              {one.status === 'reached' && one.settledAt && <Time at={one.settledAt} day style="short" />}
            </>
          ),
        },
        ...(canWork(viewer, realisation)
          ? [
              {
                label: t('initiatives.realisation.doing'),
                cell: (one: MilestoneView) => (
                  <Doing path={`${place}/milestones/${one.id}`} status={one.status} words={withMilestone} />
                ),
              },
            ]
          : []),
      ]}
      rows={milestones}
      empty={<EmptyState title={t('initiatives.milestone.none')} icon="calendar" />}
    />
  )
}

/** Who does what until when, and by which days something is to be there. */
export const RealisationTasksPage = (props: Props) => {
  const { realisation, viewer, refusal } = props
  const { link, t } = usePage()
  const works = canWork(viewer, realisation)
  const place = `/realisations/${realisation.number}`
  return (
    <RealisationFrame realisation={realisation} viewer={viewer} part="tasks" refusal={refusal}>
      <Section
        title={t('initiatives.realisation.part.tasks')}
        actions={
          works && (
            <ButtonLink href={link(`${place}/tasks/new`)} look="primary" icon="plus">
              {t('initiatives.task.add')}
            </ButtonLink>
          )
        }
      >
        <Tasks {...props} />
      </Section>
      <Section
        title={t('initiatives.milestone.titles')}
        actions={
          works && (
            <ButtonLink href={link(`${place}/milestones/new`)} icon="plus">
              {t('initiatives.milestone.add')}
            </ButtonLink>
          )
        }
      >
        <Milestones {...props} />
      </Section>
    </RealisationFrame>
  )
}
