import type { Child } from 'hono/jsx'
import {
  Actions,
  Button,
  ButtonLink,
  type Crumb,
  Form,
  type FormValues,
  Layout,
  PageHeading,
  type Problem,
  type RefusalShown,
  Refused,
  usePage,
} from '#ui/index.ts'

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
      <Refused refusal={refusal} />
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
