import type { PropsWithChildren } from 'hono/jsx'
import { Icon } from '../icons/icon.tsx'
import type { IconName } from '../icons/names.ts'

export type Tone = 'neutral' | 'accent' | 'good' | 'warn' | 'bad'

const looks: Record<Tone, string> = {
  neutral: 'badge-neutral badge-outline',
  accent: 'badge-primary badge-soft',
  good: 'badge-success badge-soft',
  warn: 'badge-warning badge-soft',
  bad: 'badge-error badge-soft',
}

/** A state in one or two words. The words say it; the tone only helps to find it. */
export const Badge = ({
  tone = 'neutral',
  icon,
  children,
}: PropsWithChildren<{ tone?: Tone; icon?: IconName }>) => (
  <span class={`badge ${looks[tone]}`}>
    {icon && <Icon name={icon} />}
    {children}
  </span>
)
