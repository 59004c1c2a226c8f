import { raw } from 'hono/html'
import { emblemColours } from './palette.ts'
import { segmentPaths } from './segments.ts'

/** How many members, or the ordinal of joining (0-based) of each member still there. */
export type EmblemMembers = number | readonly number[]

// More could not be told apart, and ten thousand would weigh megabytes: then each drawn segment stands for several members.
const mostSegments = 200

function ordinals(members: EmblemMembers): readonly number[] {
  const joined =
    typeof members === 'number' ? Array.from({ length: Math.max(0, members) }, (_, n) => n) : members
  if (joined.length <= mostSegments) return joined
  return Array.from(
    { length: mostSegments },
    (_, n) => joined[Math.floor((n * joined.length) / mostSegments)]!,
  )
}

// Where the ring closes, first and last may have the same colour; the last then steps on by half the palette.
function colours(joined: readonly number[]): string[] {
  const palette = emblemColours.length
  const chosen = joined.map(ordinal => ordinal % palette)
  const last = chosen.length - 1
  if (last > 1 && chosen[last] === chosen[0]) chosen[last] = (chosen[last]! + palette / 2) % palette
  return chosen.map(index => emblemColours[index]!)
}

/** One segment for each member as markup: what stands inside the frame of the picture. */
export function emblemRing(members: EmblemMembers): string {
  const joined = ordinals(members)
  const fills = colours(joined)
  return segmentPaths(joined.length)
    .map((path, n) => `<path d="${path}" fill="${fills[n]}"></path>`)
    .join('')
}

const Ring = ({ members }: { members: EmblemMembers }) => {
  if (typeof members === 'number' ? members > 0 : members.length > 0) return <>{raw(emblemRing(members))}</>
  return (
    <circle r="66" fill="none" stroke="currentColor" stroke-width="3" stroke-dasharray="8 8" opacity="0.6" />
  )
}

type EmblemProps = { members: EmblemMembers; size?: number; title?: string; class?: string }

/**
 * A coalition seen from above: one equal segment for each member around a centre that belongs to nobody. Without
 * members an outline waits for the first. `title` names it; without one it is decoration.
 */
export const Emblem = ({ members, size = 48, title, class: extra }: EmblemProps) => {
  const frame = { width: size, height: size, viewBox: '-100 -100 200 200', focusable: 'false' }
  const classes = extra ? `emblem ${extra}` : 'emblem'
  if (title === undefined) {
    return (
      <svg class={classes} aria-hidden="true" {...frame}>
        <Ring members={members} />
      </svg>
    )
  }
  return (
    <svg class={classes} role="img" aria-label={title} {...frame}>
      <title>{title}</title>
      <Ring members={members} />
    </svg>
  )
}
