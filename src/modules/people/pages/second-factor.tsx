import type { FormValues, Problem } from '#platform/http/form.ts'
import {
  Actions,
  Button,
  Form,
  HiddenField,
  Layout,
  PageHeading,
  PostButton,
  Section,
  TextField,
  usePage,
} from '#ui/index.ts'
import type { StoredSession } from '../accounts/session.ts'
import { PasskeyButton } from './passkey-button.tsx'

type Props = { session: StoredSession; values: FormValues; problems?: readonly Problem[] }

const CodeForm = ({ values, problems, to }: Omit<Props, 'session'> & { to: string }) => {
  const { t, rootLink } = usePage()
  return (
    <Form action={rootLink('/second-factor')} values={values} problems={problems}>
      <HiddenField name="to" value={to} />
      <TextField
        name="code"
        label={t('people.form.code')}
        hint={t('people.secondFactor.hint')}
        width="medium"
        autocomplete="one-time-code"
        spellcheck={false}
        maxlength={40}
        required
      />
      <Actions>
        <Button look="primary">{t('people.secondFactor.confirm')}</Button>
      </Actions>
    </Form>
  )
}

/** The second step of signing in, or showing a second factor again. */
export const SecondFactorPage = ({ session, values, problems = [] }: Props) => {
  const { t, rootLink } = usePage()
  const to = typeof values.to === 'string' ? values.to : ''
  const title = t(
    session.stage === 'second-step' ? 'people.secondFactor.title' : 'people.secondFactor.againTitle',
  )
  return (
    <Layout title={title} width="form" invalid={problems.length > 0}>
      <PageHeading
        title={title}
        lead={t(session.authenticator ? 'people.secondFactor.lead' : 'people.secondFactor.passkeyLead')}
      />
      {session.authenticator && <CodeForm values={values} problems={problems} to={to} />}
      {session.passkeys && (
        <Section title={t('people.signIn.byPasskey')}>
          <PasskeyButton
            ceremony="get"
            challenge={rootLink('/sign-in/passkey/challenge')}
            action={rootLink('/sign-in/passkey')}
            label={t('people.passkey.use')}
            look={session.authenticator ? 'plain' : 'primary'}
            fields={{ to }}
          />
        </Section>
      )}
      <Section title={t('people.secondFactor.lost')}>
        <p>{t('people.secondFactor.lostHelp')}</p>
        <PostButton action={rootLink('/sign-out')} look="quiet" icon="log-out">
          {t('people.signOut')}
        </PostButton>
      </Section>
    </Layout>
  )
}
