import type { Child } from 'hono/jsx'
import type { MessageKey, MessageValues } from '#platform/i18n/index.ts'
import {
  Actions,
  Alert,
  Button,
  ButtonLink,
  type Crumb,
  Form,
  type FormValues,
  Layout,
  PageHeading,
  type Problem,
  usePage,
} from '#ui/index.ts'

export type RefusalShown = { reason: MessageKey; values?: MessageValues }

type Props = {
  title: string
  /** What will happen, in one or two sentences. */
  lead: string
  crumbs: readonly Crumb[]
  /** Where the form goes, below the umbrella. */
  action: string
  /** What the button does, as a verb. */
  confirm: string
  danger?: boolean
  /** Where «keep it» leads. */
  back: string
  values?: FormValues
  problems?: readonly Problem[]
  refusal?: RefusalShown
  files?: boolean
  /** What stands above the form: a search that fills it, for example. */
  before?: Child
  /** The fields of the form, if any. */
  children?: Child
}

/** A page that asks before something serious is done: what happens then, what has to be said, and the way back. */
export const ConfirmationPage = (props: Props) => {
  const { link, t } = usePage()
  const { title, lead, crumbs, action, confirm, danger, back, values, problems = [], refusal, files } = props
  return (
    <Layout title={title} crumbs={crumbs} width="form" invalid={problems.length > 0 || refusal !== undefined}>
      <PageHeading title={title} lead={lead} />
      {refusal && <Alert kind="error">{t(refusal.reason, refusal.values)}</Alert>}
      {props.before}
      <Form action={link(action)} values={values} problems={problems} files={files}>
        {props.children}
        <Actions>
          <Button look={danger ? 'danger' : 'primary'}>{confirm}</Button>
          <ButtonLink href={link(back)} look="quiet">
            {t('network.confirmation.back')}
          </ButtonLink>
        </Actions>
      </Form>
    </Layout>
  )
}
