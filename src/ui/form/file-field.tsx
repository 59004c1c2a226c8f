import { type FieldProps, useField } from './context.tsx'
import { FieldFrame } from './field.tsx'

type FileProps = FieldProps & {
  /** What the chooser offers, such as `.pdf,image/*`; the server looks at the content. */
  accept?: string
  multiple?: boolean
}

/** A file to upload. Its form needs `files`. After a refused form the person has to choose again: say so in the hint. */
export const FileField = (props: FileProps) => {
  const state = useField(props)
  return (
    <FieldFrame {...props} state={state}>
      <input
        class="file-input control-medium"
        id={state.id}
        name={props.name}
        type="file"
        accept={props.accept}
        multiple={props.multiple}
        required={props.required}
        {...state.described}
      />
    </FieldFrame>
  )
}
