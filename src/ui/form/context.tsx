import { createContext, useContext } from 'hono/jsx'
import type { FormValues, Problem } from '#platform/http/form.ts'
import { usePage } from '../page.tsx'

export type { FormValues, Problem }

type FormState = {
  id: string
  problems: readonly Problem[]
  values: FormValues
  /** What the fields drawn so far are called, by their ids. */
  labels: Map<string, string>
}

export const FormContext = createContext<FormState>({
  id: 'field',
  problems: [],
  values: {},
  labels: new Map(),
})

/** What every field has: `name` of the input, `label` and `hint` as text to show. */
export type FieldProps = {
  name: string
  label: string
  hint?: string
  /** Fields that are not required are marked as optional. */
  required?: boolean
}

export type FieldState = {
  id: string
  hintId: string
  problemId: string
  /** Problems of this field, as sentences. */
  problems: string[]
  value: string
  list: readonly string[]
  /** Attributes that tie the control to its hint and its problems. */
  described: { 'aria-describedby'?: string; 'aria-invalid'?: 'true' }
}

/** The address of a field inside its page; the error summary links to it. */
export const fieldId = (form: string, name: string) =>
  `${form}-${name.replace(/\[\]$/, '').replace(/[^\w-]/g, '-')}`

/** What the form around knows of one field: its values, its problems, its ids. */
export function useField({ name, hint }: Pick<FieldProps, 'name' | 'hint'>): FieldState {
  const { id: form, problems, values } = useContext(FormContext)
  const { t } = usePage()
  const id = fieldId(form, name)
  const own = problems.filter(p => p.field === name).map(p => t(p.message, p.values))
  const stored = values[name] ?? values[`${name}[]`]
  const list = stored === undefined ? [] : typeof stored === 'string' ? [stored] : stored
  const references = [hint && `${id}-hint`, own.length > 0 && `${id}-problem`].filter(Boolean).join(' ')
  return {
    id,
    hintId: `${id}-hint`,
    problemId: `${id}-problem`,
    problems: own,
    value: list[0] ?? '',
    list,
    described: {
      'aria-describedby': references || undefined,
      'aria-invalid': own.length > 0 ? 'true' : undefined,
    },
  }
}
