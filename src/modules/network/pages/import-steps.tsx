import { Stepper, usePage } from '#ui/index.ts'

const order = ['upload', 'mapping', 'check', 'done'] as const
export type ImportStep = (typeof order)[number]

const words = {
  upload: 'network.import.step.upload',
  mapping: 'network.import.step.mapping',
  check: 'network.import.step.check',
  done: 'network.import.step.done',
} as const

/** Where a list is on its way into the records. */
export const ImportSteps = ({ current, id }: { current: ImportStep; id: string }) => {
  const { link, t } = usePage()
  const now = order.indexOf(current)
  return (
    <Stepper
      label={t('network.import.steps')}
      steps={order.map((step, index) => ({
        label: t(words[step]),
        state: index < now || current === 'done' ? 'done' : index === now ? 'current' : 'todo',
        href: step === 'mapping' && current === 'check' ? link(`/import/${id}`) : undefined,
      }))}
    />
  )
}
