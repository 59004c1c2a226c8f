import type { Option, OptionGroup } from '#ui/form/choice-fields.tsx'
import { useField } from '#ui/form/context.tsx'
import { GroupFrame } from '#ui/form/field.tsx'
import { usePage } from '#ui/index.ts'

type Props = {
  name: string
  label: string
  hint?: string
  required?: boolean
  /** Shown at once. */
  first?: readonly Option[]
  /** Each folded under its label until something in it is ticked. */
  groups: readonly OptionGroup[]
}

type BoxesProps = { name: string; id: string; options: readonly Option[]; chosen: ReadonlySet<string> }

const Boxes = ({ name, id, options, chosen }: BoxesProps) => (
  <div class="choices choices-columns">
    {options.map((option, n) => (
      <div class="choice">
        <input
          class="checkbox"
          type="checkbox"
          id={`${id}-${n}`}
          name={`${name}[]`}
          value={option.value}
          checked={chosen.has(option.value)}
        />
        <label for={`${id}-${n}`}>{option.label}</label>
      </div>
    ))}
  </div>
)

/**
 * Any of very many: those that most people tick first, the others folded, so that the form stays short on a phone and
 * works without a script. Posts `name[]`; schemas and problems call it `name`.
 */
export const FoldedChoices = ({ name, label, hint, required, first = [], groups }: Props) => {
  const { t } = usePage()
  const state = useField({ name, hint })
  const chosen = new Set(state.list)
  const ticked = (group: OptionGroup) => group.options.filter(option => chosen.has(option.value)).length
  return (
    <GroupFrame name={name} label={label} hint={hint} required={required} state={state}>
      {first.length > 0 && <Boxes name={name} id={`${state.id}-first`} options={first} chosen={chosen} />}
      {groups.map((group, g) => (
        <details class="folded-choices" open={ticked(group) > 0}>
          <summary>{t('network.form.fold', { group: group.label, ticked: ticked(group) })}</summary>
          <Boxes name={name} id={`${state.id}-${g}`} options={group.options} chosen={chosen} />
        </details>
      ))}
    </GroupFrame>
  )
}
