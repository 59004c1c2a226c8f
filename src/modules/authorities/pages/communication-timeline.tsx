import type { Viewer } from '#platform/http/viewer.ts'
import { Section, usePage } from '#ui/index.ts'
import { isOnASide } from '../policy/steps.ts'
import type { Standing } from '../queries/standing.ts'
import type { TimelineEntry } from '../queries/timeline.ts'
import { PossibleSteps } from './possible-steps.tsx'
import { CommunicationStages } from './stages.tsx'
import { CommunicationHistory } from './timeline.tsx'

type Props = { face: Standing; timeline: readonly TimelineEntry[]; viewer: Viewer }

/**
 * Where a sent communication stands, what its sides can do now, and what happened to it. Its data come from
 * `standingOf` and `timelineOf`.
 */
export const CommunicationTimeline = ({ face, timeline, viewer }: Props) => {
  const { t } = usePage()
  return (
    <>
      <CommunicationStages status={face.status} />
      {isOnASide(viewer, face) && (
        <Section title={t('authorities.step.now')} id="now">
          <PossibleSteps face={face} viewer={viewer} />
        </Section>
      )}
      <Section title={t('authorities.step.timeline')} id="timeline">
        <CommunicationHistory face={face} timeline={timeline} />
      </Section>
    </>
  )
}
