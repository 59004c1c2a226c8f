import { raw } from 'hono/html'
import { Fragment, type PropsWithChildren } from 'hono/jsx'
import { usePage } from '../page.tsx'
import { FormContext, type FormValues, type Problem } from './context.tsx'
import { ErrorSummary } from './error-summary.tsx'

export type FormProps = PropsWithChildren<{
  action: string
  /** Distinguishes the fields of several forms on one page. */
  id?: string
  method?: 'post' | 'get'
  problems?: readonly Problem[]
  /** What the fields show: what is stored, or what the person has just typed. */
  values?: FormValues
  /** The form carries files. */
  files?: boolean
  /** Names the form for people who jump from form to form. */
  label?: string
  /** A form that only presses a button needs no guard against leaving. */
  bare?: boolean
}>

// The fields are drawn first: only then does the summary above them know what they are called.
const Content = ({ children }: PropsWithChildren) => {
  const fields = raw(String(Fragment({ children })))
  return (
    <>
      <ErrorSummary />
      {fields}
    </>
  )
}

/**
 * A form with its problems on top. The browser's own checks are off: its bubbles vanish and speak the browser's
 * language; the server names every problem at once. With JavaScript it warns before typed text is lost and posts once.
 */
export const Form = ({
  action,
  id = 'field',
  method = 'post',
  problems = [],
  values = {},
  ...props
}: FormProps) => {
  const { t } = usePage()
  const form = (
    <form
      class="form"
      action={action}
      method={method}
      enctype={props.files ? 'multipart/form-data' : undefined}
      aria-label={props.label}
      novalidate
    >
      <Content>{props.children}</Content>
    </form>
  )
  return (
    <FormContext.Provider value={{ id, problems, values, labels: new Map() }}>
      {method === 'get' || props.bare ? (
        form
      ) : (
        <p-form data-unsaved={problems.length > 0 ? '' : undefined} data-sending={t('ui.form.sending')}>
          {form}
        </p-form>
      )}
    </FormContext.Provider>
  )
}
