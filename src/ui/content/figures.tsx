import type { Child } from 'hono/jsx'
import { usePage } from '../page.tsx'

export type Figure = { value: number | string; label: Child; href?: string; note?: Child }

/** The numbers that matter, large. */
export const Figures = ({ figures }: { figures: readonly Figure[] }) => {
  const { i18n } = usePage()
  const shown = (value: Figure['value']) => (typeof value === 'number' ? i18n.number(value) : value)
  return (
    <dl class="figures">
      {figures.map(({ value, label, href, note }) => (
        <div>
          <dt>{href === undefined ? label : <a href={href}>{label}</a>}</dt>
          <dd>{shown(value)}</dd>
          {note !== undefined && <dd class="figure-note">{note}</dd>}
        </div>
      ))}
    </dl>
  )
}
