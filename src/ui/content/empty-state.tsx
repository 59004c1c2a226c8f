import type { Child, PropsWithChildren } from 'hono/jsx'
import { Icon } from '../icons/icon.tsx'
import type { IconName } from '../icons/names.ts'

type EmptyProps = PropsWithChildren<{ title: Child; icon?: IconName; actions?: Child }>

/** Nothing here yet: why, and what to do next. */
export const EmptyState = ({ title, icon = 'inbox', actions, children }: EmptyProps) => (
  <div class="empty-state">
    <Icon name={icon} />
    <p class="empty-title">{title}</p>
    {children}
    {actions !== undefined && <div class="actions">{actions}</div>}
  </div>
)
