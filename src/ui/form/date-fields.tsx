import { usePage } from '../page.tsx'
import { type FieldProps, useField } from './context.tsx'
import { FieldFrame } from './field.tsx'

type DateProps = FieldProps & {
  /** Bounds as ISO text, for the picker only: the server checks. */
  min?: string
  max?: string
}

// A native control: it follows the reader's own date order, opens the phone's picker, is announced part by part, and
// posts one ISO value. Three boxes would need assembling on the server and gain nothing where no birthday is asked.
const Native = ({
  type,
  pattern,
  ...props
}: DateProps & { type: 'date' | 'time' | 'datetime-local'; pattern: string }) => {
  const { t } = usePage()
  const hint = props.hint ?? t(type === 'time' ? 'ui.form.timeHint' : 'ui.form.dateHint')
  const state = useField({ name: props.name, hint })
  return (
    <FieldFrame {...props} hint={hint} state={state}>
      <input
        class={type === 'datetime-local' ? 'input control-medium' : 'input control-short'}
        id={state.id}
        name={props.name}
        type={type}
        value={state.value}
        min={props.min}
        max={props.max}
        pattern={pattern}
        aria-required={props.required ? 'true' : undefined}
        {...state.described}
      />
    </FieldFrame>
  )
}

/** A day: posts `2026-05-31`. */
export const DateField = (props: DateProps) => <Native {...props} type="date" pattern="\d{4}-\d{2}-\d{2}" />

/** A time of day: posts `15:00`, to be read in the umbrella's zone. */
export const TimeField = (props: DateProps) => <Native {...props} type="time" pattern="\d{2}:\d{2}" />

/** A day and time: posts `2026-05-31T15:00`, to be read in the umbrella's zone. */
export const DateTimeField = (props: DateProps) => (
  <Native {...props} type="datetime-local" pattern="\d{4}-\d{2}-\d{2}T\d{2}:\d{2}" />
)
