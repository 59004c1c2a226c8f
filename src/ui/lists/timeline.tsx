import type { Child } from 'hono/jsx'
import { usePage } from '../page.tsx'

export type Moment = {
  /** What happened, in a few words. */
  title: Child
  /** When: usually a `<Time>`. */
  when?: Child
  /** What has not happened yet is drawn open. */
  state?: 'done' | 'now' | 'ahead'
  children?: Child
}

/** What happened, in order of time. */
export const Timeline = ({ moments, label }: { moments: readonly Moment[]; label?: string }) => {
  const { t } = usePage()
  return (
    <ol class="moments" aria-label={label}>
      {moments.map(({ title, when, state = 'done', children }) => (
        <li data-state={state}>
          {when !== undefined && <p class="moment-when">{when}</p>}
          <p class="moment-title">
            {title}
            {state === 'ahead' && <span class="sr-only"> {t('ui.moments.ahead')}</span>}
          </p>
          {children}
        </li>
      ))}
    </ol>
  )
}
