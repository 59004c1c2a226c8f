import { usePage } from '../page.tsx'
import { type FieldProps, useField } from './context.tsx'
import { FieldFrame } from './field.tsx'

type FileProps = FieldProps & {
  /** What the chooser offers, such as `.pdf,image/*`; the server looks at the content. */
  accept?: string
  multiple?: boolean
}

// Pictures lose their traces when they are stored; documents keep theirs, and many who scan a letter do not know it.
const namesItsAuthor = /\.(pdf|docx|xlsx|odt|ods)\b/

/**
 * A file to upload. Its form needs `files`. After a refused form the person has to choose again: say so in the hint. Where
 * documents are taken, it says that they name their author.
 */
export const FileField = (props: FileProps) => {
  const state = useField(props)
  const { t } = usePage()
  const traces = namesItsAuthor.test(props.accept ?? '') ? `${state.id}-traces` : undefined
  const { 'aria-describedby': notes, ...described } = state.described
  return (
    <FieldFrame {...props} state={state}>
      {traces && (
        <p class="hint" id={traces}>
          {t('ui.form.fileTraces')}
        </p>
      )}
      <input
        class="file-input control-medium"
        id={state.id}
        name={props.name}
        type="file"
        accept={props.accept}
        multiple={props.multiple}
        required={props.required}
        {...described}
        aria-describedby={[notes, traces].filter(Boolean).join(' ') || undefined}
      />
    </FieldFrame>
  )
}
