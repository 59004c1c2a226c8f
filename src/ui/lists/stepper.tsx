import { Icon } from '../icons/icon.tsx'
import { usePage } from '../page.tsx'

export type Step = { label: string; state: 'done' | 'current' | 'todo'; href?: string }

/** Where we are on a way of several steps. On a phone the current step and the count are shown. */
export const Stepper = ({ steps, label }: { steps: readonly Step[]; label: string }) => {
  const { t } = usePage()
  const current = steps.findIndex(step => step.state === 'current')
  return (
    <nav class="stepper" aria-label={label}>
      {current >= 0 && <p>{t('ui.steps.of', { step: current + 1, steps: steps.length })}</p>}
      <ol>
        {steps.map((step, n) => (
          <li data-state={step.state} aria-current={step.state === 'current' ? 'step' : undefined}>
            <span class="step-mark" aria-hidden="true">
              {step.state === 'done' ? <Icon name="check" /> : n + 1}
            </span>
            <span class="step-label">
              {step.href === undefined ? step.label : <a href={step.href}>{step.label}</a>}
              {step.state === 'done' && <span class="sr-only"> {t('ui.steps.done')}</span>}
            </span>
          </li>
        ))}
      </ol>
    </nav>
  )
}
