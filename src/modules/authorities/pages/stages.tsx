import { Stepper, usePage } from '#ui/index.ts'
import type { CommunicationStatus } from '../schema/communications.ts'
import { statusWords } from '../words.ts'

const way = ['sent', 'registered', 'considering', 'answered', 'closed'] as const
type Stage = (typeof way)[number]

// Where each status lies on the way: what is beside it takes the place of a stage, or ends the way.
const places: Partial<Record<CommunicationStatus, { at: Stage; ends?: true }>> = {
  forwarded: { at: 'sent' },
  clarifying: { at: 'registered' },
  returned: { at: 'registered', ends: true },
  withdrawn: { at: 'registered', ends: true },
}

/** The stages of a communication: those behind it, where it is, and those ahead. */
function stagesOf(status: CommunicationStatus) {
  const place = places[status]
  const now = way.indexOf(place?.at ?? (status as Stage))
  const shown = place?.ends ? way.slice(0, now + 1) : way
  return shown.map((stage, n) => ({
    status: n === now ? status : stage,
    state: n < now ? ('done' as const) : n === now ? ('current' as const) : ('todo' as const),
  }))
}

/** A small picture of where a communication stands. */
export const CommunicationStages = ({ status }: { status: CommunicationStatus }) => {
  const { t } = usePage()
  return (
    <Stepper
      label={t('authorities.step.stages')}
      steps={stagesOf(status).map(stage => ({ label: t(statusWords[stage.status]), state: stage.state }))}
    />
  )
}
