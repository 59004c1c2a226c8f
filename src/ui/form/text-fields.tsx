import { type FieldProps, useField } from './context.tsx'
import { FieldFrame } from './field.tsx'

export type TextFieldProps = FieldProps & {
  type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'number' | 'password'
  /** `short` for codes and numbers, `full` for names and titles. The width tells how much is expected. */
  width?: 'short' | 'medium' | 'full'
  autocomplete?: string
  inputmode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'url' | 'search'
  maxlength?: number
  /** The language of what is typed, when it is not the page's. */
  lang?: string
  spellcheck?: boolean
}

/** One line of text. */
export const TextField = (props: TextFieldProps) => {
  const state = useField(props)
  const { type = 'text', width = 'full', autocomplete, inputmode, maxlength, lang, spellcheck } = props
  return (
    <FieldFrame {...props} state={state}>
      <input
        class={`input control-${width}`}
        id={state.id}
        name={props.name}
        type={type}
        value={state.value}
        dir="auto"
        lang={lang}
        autocomplete={autocomplete}
        inputmode={inputmode}
        maxlength={maxlength}
        spellcheck={spellcheck}
        aria-required={props.required ? 'true' : undefined}
        {...state.described}
      />
    </FieldFrame>
  )
}

/** Several lines of text. */
export const TextArea = (props: FieldProps & { rows?: number; maxlength?: number; lang?: string }) => {
  const state = useField(props)
  return (
    <FieldFrame {...props} state={state}>
      <textarea
        class="textarea control-full"
        id={state.id}
        name={props.name}
        rows={props.rows ?? 5}
        dir="auto"
        lang={props.lang}
        maxlength={props.maxlength}
        aria-required={props.required ? 'true' : undefined}
        {...state.described}
      >
        {state.value}
      </textarea>
    </FieldFrame>
  )
}

/** A value that the person does not see; `value` wins over what the form was posted with. */
export const HiddenField = ({ name, value }: { name: string; value: string }) => (
  <input type="hidden" name={name} value={value} />
)
