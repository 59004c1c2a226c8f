import { type PropsWithChildren, useContext } from 'hono/jsx'
import { Icon } from '../icons/icon.tsx'
import { usePage } from '../page.tsx'
import { type FieldProps, type FieldState, FormContext } from './context.tsx'

type FrameProps = PropsWithChildren<FieldProps & { state: FieldState }>

const OptionalMark = ({ required }: { required?: boolean }) => {
  const { t } = usePage()
  return required ? null : <span class="optional"> {t('ui.form.optional')}</span>
}

/** Hint and problems of a field, with the ids that `useField` refers to. */
export const FieldNotes = ({ hint, state }: { hint?: string; state: FieldState }) => {
  const { t } = usePage()
  return (
    <>
      {hint !== undefined && (
        <p class="hint" id={state.hintId}>
          {hint}
        </p>
      )}
      {state.problems.length > 0 && (
        <p class="problem" id={state.problemId}>
          <Icon name="circle-alert" label={t('ui.form.problemTitle')} />
          <span>{state.problems.join(' ')}</span>
        </p>
      )}
    </>
  )
}

/** Label, hint and problems around one control whose id is `state.id`. */
export const FieldFrame = ({ label, hint, required, state, children }: FrameProps) => {
  useContext(FormContext).labels.set(state.id, label)
  return (
    <div class="field" data-invalid={state.problems.length > 0 ? '' : undefined}>
      <label class="field-label" for={state.id}>
        {label}
        <OptionalMark required={required} />
      </label>
      <FieldNotes hint={hint} state={state} />
      {children}
    </div>
  )
}

/** Legend, hint and problems around several controls. `radios`: exactly one of them is chosen. */
export const GroupFrame = (props: FrameProps & { radios?: boolean }) => {
  const { label, hint, required, state, radios, children } = props
  useContext(FormContext).labels.set(state.id, label)
  const role = radios ? { role: 'radiogroup', 'aria-required': required ? 'true' : undefined } : {}
  return (
    <fieldset
      class="field"
      id={state.id}
      tabindex={-1}
      {...role}
      aria-describedby={state.described['aria-describedby']}
      data-invalid={state.problems.length > 0 ? '' : undefined}
    >
      <legend class="field-label">
        {label}
        <OptionalMark required={required} />
      </legend>
      <FieldNotes hint={hint} state={state} />
      {children}
    </fieldset>
  )
}
