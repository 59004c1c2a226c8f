import type { FormValues, Problem } from '#platform/http/form.ts'
import {
  Actions,
  Alert,
  Button,
  ButtonLink,
  Form,
  HiddenField,
  Layout,
  PageHeading,
  PostButton,
  Section,
  TextField,
  usePage,
} from '#ui/index.ts'
import { Address } from './address.tsx'
import { CodeField } from './code-field.tsx'
import { PasskeyButton } from './passkey-button.tsx'

type Filled = { values: FormValues; problems?: readonly Problem[] }

const destination = (values: FormValues) => (typeof values.to === 'string' ? values.to : '')

export const SignInPage = ({ values, problems = [], again }: Filled & { again?: boolean }) => {
  const { t, rootLink } = usePage()
  const to = destination(values)
  return (
    <Layout title={t('people.signIn.title')} width="form" invalid={problems.length > 0}>
      <PageHeading
        title={t('people.signIn.title')}
        lead={t(again ? 'people.signIn.again' : 'people.signIn.lead')}
      />
      <Form action={rootLink('/sign-in')} values={values} problems={problems}>
        <HiddenField name="to" value={to} />
        <TextField
          name="address"
          type="email"
          label={t('people.form.address')}
          hint={t('people.signIn.addressHint')}
          autocomplete="email"
          inputmode="email"
          spellcheck={false}
          required
        />
        <Actions>
          <Button look="primary" icon="mail">
            {t('people.signIn.sendCode')}
          </Button>
        </Actions>
      </Form>
      <Section title={t('people.signIn.byPasskey')}>
        <PasskeyButton
          ceremony="get"
          challenge={rootLink('/sign-in/passkey/challenge')}
          action={rootLink('/sign-in/passkey')}
          label={t('people.passkey.use')}
          fields={{ to }}
        />
      </Section>
    </Layout>
  )
}

type CodeProps = { address: string; to: string; sealed: string; problems?: readonly Problem[] }

export const CodePage = ({ address, to, sealed, problems = [] }: CodeProps) => {
  const { i18n, t, rootLink } = usePage()
  return (
    <Layout title={t('people.signIn.codeTitle')} width="form" invalid={problems.length > 0}>
      <PageHeading
        title={t('people.signIn.codeTitle')}
        lead={i18n.rich('people.signIn.codeLead', {
          address: <Address of={address} />,
        })}
      />
      <Form action={`${rootLink('/sign-in/code')}?for=${sealed}`} problems={problems}>
        <CodeField hint={t('people.signIn.codeHint')} />
        <Actions>
          <Button look="primary">{t('people.signIn.enter')}</Button>
        </Actions>
      </Form>
      <Section title={t('people.signIn.noMail')}>
        <p>{t('people.signIn.noMailHelp')}</p>
        <Actions>
          <PostButton action={rootLink('/sign-in')} fields={{ address, to }} icon="mail">
            {t('people.signIn.sendAgain')}
          </PostButton>
          <ButtonLink href={rootLink('/sign-in')} look="quiet">
            {t('people.signIn.otherAddress')}
          </ButtonLink>
        </Actions>
      </Section>
    </Layout>
  )
}

export const WelcomePage = ({ values, address, problems = [] }: Filled & { address: string }) => {
  const { i18n, t, rootLink } = usePage()
  return (
    <Layout title={t('people.welcome.title')} width="form" invalid={problems.length > 0}>
      <PageHeading
        title={t('people.welcome.title')}
        lead={i18n.rich('people.welcome.lead', { address: <Address of={address} /> })}
      />
      <Form action={rootLink('/welcome')} values={values} problems={problems}>
        <HiddenField name="to" value={destination(values)} />
        <TextField
          name="name"
          label={t('people.form.name')}
          hint={t('people.form.nameHint')}
          autocomplete="name"
          maxlength={200}
          required
        />
        <Actions>
          <Button look="primary">{t('people.welcome.continue')}</Button>
        </Actions>
      </Form>
      <p class="hint">{t('people.welcome.notAsked')}</p>
    </Layout>
  )
}

/** Somebody tried too often from one place, or for one mailbox. 429. */
export const TooManyPage = () => {
  const { t, rootLink } = usePage()
  return (
    <Layout title={t('people.signIn.tooManyTitle')} width="form">
      <PageHeading title={t('people.signIn.tooManyTitle')} />
      <Alert kind="warning">{t('people.signIn.tooMany')}</Alert>
      <Actions>
        <ButtonLink href={rootLink('/sign-in')}>{t('people.signIn.title')}</ButtonLink>
      </Actions>
    </Layout>
  )
}
