import { TextField, usePage } from '#ui/index.ts'

/** A code that was mailed or that an app shows; telephones offer to fill it in. */
export const CodeField = ({ hint }: { hint: string }) => {
  const { t } = usePage()
  return (
    <TextField
      name="code"
      label={t('people.form.code')}
      hint={hint}
      width="short"
      inputmode="numeric"
      autocomplete="one-time-code"
      maxlength={12}
      required
    />
  )
}
