import { usePage } from '../page.tsx'

/** How much of `max` is there; `label` says of what, the numbers stand beside the bar. */
export const Progress = ({ label, value, max }: { label: string; value: number; max: number }) => {
  const { i18n, t } = usePage()
  const said = t('ui.progress.of', { value: i18n.number(value), max: i18n.number(max) })
  return (
    <div class="progress-line">
      <span class="progress-words">
        <span>{label}</span>
        <span class="numeric">{said}</span>
      </span>
      <progress class="progress" value={value} max={max} aria-label={label}>
        {said}
      </progress>
    </div>
  )
}
