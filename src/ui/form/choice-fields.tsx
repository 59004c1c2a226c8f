import { useContext } from 'hono/jsx'
import { usePage } from '../page.tsx'
import { type FieldProps, type FieldState, FormContext, useField } from './context.tsx'
import { FieldFrame, FieldNotes, GroupFrame } from './field.tsx'

export type Option = { value: string; label: string; hint?: string; lang?: string }
export type OptionGroup = { label: string; options: readonly Option[] }

const OptionTag = ({ option, chosen }: { option: Option; chosen: string }) => (
  <option value={option.value} selected={option.value === chosen} lang={option.lang}>
    {option.label}
  </option>
)

type SelectProps = FieldProps & {
  options: readonly (Option | OptionGroup)[]
  /** What the empty choice says; `null` leaves it out. */
  empty?: string | null
  /** Names a value that stands in the form but is not offered; without it, saving the form would lose such a value. */
  labelOf?: (value: string) => string
}

const isOffered = (options: SelectProps['options'], value: string) =>
  options
    .flatMap(entry => ('options' in entry ? entry.options : [entry]))
    .some(option => option.value === value)

type BoxProps = Pick<SelectProps, 'name' | 'options' | 'empty' | 'labelOf' | 'required'> & {
  state: Pick<FieldState, 'id' | 'value' | 'described'>
  said?: string
}

const SelectBox = ({ name, options, empty, labelOf, required, state, said }: BoxProps) => {
  const { t } = usePage()
  const { value } = state
  const other = value !== '' && !isOffered(options, value) && labelOf?.(value)
  return (
    <select
      class="select control-medium"
      id={state.id}
      name={name}
      aria-label={said}
      aria-required={required ? 'true' : undefined}
      {...state.described}
    >
      {empty !== null && <option value="">{empty ?? t('ui.form.choose')}</option>}
      {other && <OptionTag option={{ value, label: other }} chosen={value} />}
      {options.map(entry =>
        'options' in entry ? (
          <optgroup label={entry.label}>
            {entry.options.map(option => (
              <OptionTag option={option} chosen={value} />
            ))}
          </optgroup>
        ) : (
          <OptionTag option={entry} chosen={value} />
        ),
      )}
    </select>
  )
}

/** One of many. Up to six choices read better as `RadioGroup`. */
export const SelectField = (props: SelectProps) => {
  const state = useField(props)
  return (
    <FieldFrame {...props} state={state}>
      <SelectBox {...props} state={state} />
    </FieldFrame>
  )
}

/** The same in a cell of a table, where the row and the column say what is asked: its label is for who hears the page. */
export const CellSelect = (props: Omit<SelectProps, 'hint'>) => {
  const state = useField({ name: props.name })
  useContext(FormContext).labels.set(state.id, props.label)
  return (
    <div class="cell-field" data-invalid={state.problems.length > 0 ? '' : undefined}>
      <FieldNotes state={state} />
      <SelectBox {...props} state={state} said={props.label} />
    </div>
  )
}

type ChoiceProps = {
  type: 'radio' | 'checkbox'
  name: string
  id: string
  option: Option
  checked: boolean
  described?: Record<string, string | undefined>
}

const Choice = ({ type, name, id, option, checked, described }: ChoiceProps) => {
  const hintId = option.hint === undefined ? undefined : `${id}-about`
  const references = [hintId, described?.['aria-describedby']].filter(Boolean).join(' ') || undefined
  return (
    <div class="choice">
      <input
        class={type}
        type={type}
        id={id}
        name={name}
        value={option.value}
        checked={checked}
        {...described}
        aria-describedby={references}
      />
      <label for={id} lang={option.lang}>
        {option.label}
      </label>
      {option.hint !== undefined && (
        <p class="hint" id={hintId}>
          {option.hint}
        </p>
      )}
    </div>
  )
}

type GroupProps = FieldProps & { options: readonly Option[]; columns?: boolean }

/** Exactly one of a few. */
export const RadioGroup = (props: GroupProps) => {
  const state = useField(props)
  return (
    <GroupFrame {...props} state={state} radios>
      <div class={props.columns ? 'choices choices-columns' : 'choices'}>
        {props.options.map((option, n) => (
          <Choice
            type="radio"
            name={props.name}
            id={`${state.id}-${n}`}
            option={option}
            checked={option.value === state.value}
          />
        ))}
      </div>
    </GroupFrame>
  )
}

type BoxesProps = {
  name: string
  options: readonly Option[]
  columns?: boolean
  id: string
  chosen: readonly string[]
}

const Boxes = ({ name, options, columns, id, chosen }: BoxesProps) => (
  <div class={columns ? 'choices choices-columns' : 'choices'}>
    {options.map((option, n) => (
      <Choice
        type="checkbox"
        name={`${name}[]`}
        id={`${id}-${n}`}
        option={option}
        checked={chosen.includes(option.value)}
      />
    ))}
  </div>
)

type BoxGroupProps = Omit<GroupProps, 'options'> & {
  options: readonly (Option | OptionGroup)[]
  /** What a folded group is called, with how many in it are ticked; groups are folded where this is given. */
  fold?: (label: string, ticked: number) => string
}

/** Any of several, where there are many under a word for each group. Posts `name[]`; schemas and problems call it `name`. */
export const CheckboxGroup = (props: BoxGroupProps) => {
  const state = useField(props)
  const shared = { name: props.name, columns: props.columns, chosen: state.list }
  const plain = props.options.filter((entry): entry is Option => !('options' in entry))
  const groups = props.options.filter(entry => 'options' in entry)
  return (
    <GroupFrame {...props} state={state}>
      {plain.length > 0 && <Boxes {...shared} id={state.id} options={plain} />}
      {groups.map(({ label, options }, g) => {
        const boxes = <Boxes {...shared} id={`${state.id}-${g}`} options={options} />
        const ticked = options.filter(({ value }) => state.list.includes(value)).length
        return props.fold ? (
          <details class="folded-choices" open={ticked > 0}>
            <summary>{props.fold(label, ticked)}</summary>
            {boxes}
          </details>
        ) : (
          <fieldset class="choices-group">
            <legend>{label}</legend>
            {boxes}
          </fieldset>
        )
      })}
    </GroupFrame>
  )
}

/** One yes or no. Posts `value` (default `yes`) when ticked, nothing otherwise. */
export const Checkbox = (props: FieldProps & { value?: string }) => {
  const state = useField({ name: props.name })
  const value = props.value ?? 'yes'
  return (
    <div class="field" data-invalid={state.problems.length > 0 ? '' : undefined}>
      <FieldNotes state={state} />
      <Choice
        type="checkbox"
        name={props.name}
        id={state.id}
        option={{ value, label: props.label, hint: props.hint }}
        checked={state.list.includes(value)}
        described={state.described}
      />
    </div>
  )
}
