import type { PropsWithChildren } from 'hono/jsx'
import type { FormValues, Problem } from '#platform/http/form.ts'
import { Button, type ButtonLook, Form, HiddenField, usePage } from '#ui/index.ts'

type Props = PropsWithChildren<{
  /** `get`: show a passkey. `create`: make one. */
  ceremony: 'get' | 'create'
  /** Where the challenge comes from, and where the answer goes. */
  challenge: string
  action: string
  label: string
  look?: ButtonLook
  fields?: Record<string, string>
  values?: FormValues
  problems?: readonly Problem[]
}>

/**
 * A form that an island fills with a passkey's answer. Without JavaScript, or on a device without passkeys, a sentence
 * stands in its place. Children are further fields.
 */
export const PasskeyButton = ({ ceremony, challenge, action, label, look, fields = {}, ...props }: Props) => {
  const { t } = usePage()
  return (
    <p-passkey data-ceremony={ceremony} data-challenge={challenge} data-failed={t('people.passkey.failed')}>
      <div hidden data-passkey="able">
        <Form action={action} bare label={label} values={props.values} problems={props.problems}>
          {Object.entries({ ...fields, challenge: '', response: '' }).map(([name, value]) => (
            <HiddenField name={name} value={value} />
          ))}
          {props.children}
          <Button look={look} icon="key-round">
            {label}
          </Button>
        </Form>
      </div>
      <p class="hint" data-passkey="unable">
        {t('people.passkey.unable')}
      </p>
      <p class="problem" role="alert" data-passkey="said" />
    </p-passkey>
  )
}
