import { ConfirmButton, Stepper, usePage } from '#ui/index.ts'

const words = {
  file: 'monitoring.import.step.file',
  columns: 'monitoring.import.step.columns',
  values: 'monitoring.import.step.values',
  check: 'monitoring.import.step.check',
  recording: 'monitoring.import.step.recording',
} as const
type Step = keyof typeof words
const order = Object.keys(words) as Step[]

const paths: Partial<Record<Step, string>> = {
  columns: '/incidents/import/draft',
  values: '/incidents/import/draft/values',
}

/** Where a chronicle is on its way in. What was said before can be changed until it is recorded. */
export const ImportSteps = ({ current }: { current: Step }) => {
  const { link, t } = usePage()
  const now = order.indexOf(current)
  return (
    <Stepper
      label={t('monitoring.import.step.label')}
      steps={order.map((step, index) => {
        const path = paths[step]
        const back = index < now && current !== 'recording' && path !== undefined
        return {
          label: t(words[step]),
          state: index < now ? 'done' : index === now ? 'current' : 'todo',
          href: back ? link(path) : undefined,
        }
      })}
    />
  )
}

/** Throws away what was brought, after asking. */
export const DiscardDraft = () => {
  const { link, t } = usePage()
  return (
    <ConfirmButton
      action={link('/incidents/import/draft/removal')}
      label={t('monitoring.import.draft.discard')}
      confirm={t('monitoring.import.draft.discardNow')}
      look="danger"
    >
      <p>{t('monitoring.import.draft.discardLead')}</p>
    </ConfirmButton>
  )
}
