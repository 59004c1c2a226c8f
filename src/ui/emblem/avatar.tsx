import { emblemColours } from './palette.ts'

type AvatarProps = {
  name: string
  /** The member's ordinal of joining (0-based): the colour of its segment in the emblem. */
  ordinal?: number
  size?: number
}

// Two initials of the words that carry the name: «ГО «Рада литовських громад»» → «РЛ».
function initials(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(word => word.length > 2)
  return (words.length > 0 ? words : [name])
    .slice(0, 2)
    .map(word => [...word][0] ?? '')
    .join('')
    .toLocaleUpperCase()
}

/** A member's initials in a ring of its own colour. Decoration: the name stands beside it. */
export const Avatar = ({ name, ordinal, size = 40 }: AvatarProps) => {
  const colour = ordinal === undefined ? 'currentColor' : emblemColours[ordinal % emblemColours.length]
  return (
    <svg class="avatar" width={size} height={size} viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <circle cx="20" cy="20" r="17.5" fill="none" stroke={colour} stroke-width="4" />
      <text
        x="20"
        y="20"
        dy="0.35em"
        text-anchor="middle"
        font-size="13"
        font-weight="700"
        fill="currentColor"
      >
        {initials(name)}
      </text>
    </svg>
  )
}
