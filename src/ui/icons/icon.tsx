import { usePage } from '../page.tsx'
import type { IconName } from './names.ts'

type IconProps = {
  name: IconName
  /** What it means, where no words stand beside it. Without a label it is decoration. */
  label?: string
  class?: string
}

/** An icon from the sprite, as large as the text around it. */
export const Icon = ({ name, label, class: extra }: IconProps) => {
  const { assets } = usePage()
  const shape = <use href={`${assets.icons}#${name}`} />
  const classes = extra ? `icon ${extra}` : 'icon'
  if (label === undefined) {
    return (
      <svg class={classes} focusable="false" aria-hidden="true">
        {shape}
      </svg>
    )
  }
  return (
    <svg class={classes} focusable="false" role="img" aria-label={label}>
      {shape}
    </svg>
  )
}
