import type { PropsWithChildren } from 'hono/jsx'
import { Icon } from '../icons/icon.tsx'

export type AlertKind = 'info' | 'success' | 'warning' | 'error'

const looks = {
  info: 'alert-info',
  success: 'alert-success',
  warning: 'alert-warning',
  error: 'alert-error',
} as const

const icons = {
  info: 'info',
  success: 'circle-check',
  warning: 'triangle-alert',
  error: 'circle-alert',
} as const

type AlertProps = PropsWithChildren<{ kind: AlertKind; title?: string; focused?: boolean }>

/** One message that matters now; `focused` takes the reader to it when the page opens. */
export const Alert = ({ kind, title, focused, children }: AlertProps) => (
  <div
    class={`alert alert-soft ${looks[kind]}`}
    role={kind === 'error' || kind === 'warning' ? 'alert' : 'status'}
    tabindex={focused ? -1 : undefined}
    autofocus={focused}
  >
    <Icon name={icons[kind]} />
    <div>
      {title !== undefined && <strong class="alert-title">{title}</strong>}
      {children}
    </div>
  </div>
)
