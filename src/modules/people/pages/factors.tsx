import type { FormValues, Problem } from '#platform/http/form.ts'
import {
  Actions,
  Alert,
  Button,
  CopyText,
  Form,
  Layout,
  PageHeading,
  PostButton,
  Section,
  TextField,
  usePage,
} from '#ui/index.ts'
import { CodeField } from './code-field.tsx'
import { PasskeyButton } from './passkey-button.tsx'
import { QrCode } from './qr-code.tsx'
import { useSecurityCrumbs } from './security-crumbs.ts'

// Eight groups of four are easier to type than thirty-two letters.
const grouped = (secret: string) => secret.match(/.{1,4}/g)?.join(' ') ?? secret

export const AuthenticatorPage = ({ uri, problems = [] }: { uri: string; problems?: readonly Problem[] }) => {
  const { t, rootLink } = usePage()
  const secret = new URL(uri).searchParams.get('secret') ?? ''
  return (
    <Layout
      title={t('people.authenticator.title')}
      width="form"
      crumbs={useSecurityCrumbs()}
      invalid={problems.length > 0}
    >
      <PageHeading title={t('people.authenticator.title')} lead={t('people.authenticator.lead')} />
      <Section title={t('people.authenticator.stepAdd')}>
        <p>{t('people.authenticator.scan')}</p>
        <QrCode text={uri} label={t('people.authenticator.qr')} />
        <p>{t('people.authenticator.orType')}</p>
        <CopyText text={grouped(secret)} />
      </Section>
      <Section title={t('people.authenticator.stepConfirm')}>
        <Form action={rootLink('/account/authenticator/confirmation')} problems={problems}>
          <CodeField hint={t('people.authenticator.codeHint')} />
          <Actions>
            <Button look="primary">{t('people.authenticator.confirm')}</Button>
          </Actions>
        </Form>
      </Section>
    </Layout>
  )
}

export const RecoveryCodesPage = ({ codes }: { codes: readonly string[] }) => {
  const { t, rootLink } = usePage()
  return (
    <Layout title={t('people.recovery.title')} width="form" crumbs={useSecurityCrumbs()}>
      <PageHeading title={t('people.recovery.title')} lead={t('people.recovery.lead')} />
      <ol class="recovery-codes">
        {codes.map(code => (
          <li>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <Alert kind="warning">{t('people.recovery.once')}</Alert>
      <Actions>
        <PostButton action={rootLink('/account/recovery-codes/receipt')} look="primary" icon="check">
          {t('people.recovery.kept')}
        </PostButton>
      </Actions>
    </Layout>
  )
}

type NewPasskeyProps = { values: FormValues; problems?: readonly Problem[] }

export const NewPasskeyPage = ({ values, problems = [] }: NewPasskeyProps) => {
  const { t, rootLink } = usePage()
  return (
    <Layout
      title={t('people.passkey.newTitle')}
      width="form"
      crumbs={useSecurityCrumbs()}
      invalid={problems.length > 0}
    >
      <PageHeading title={t('people.passkey.newTitle')} lead={t('people.passkey.newLead')} />
      <PasskeyButton
        ceremony="create"
        challenge={rootLink('/account/passkeys/challenge')}
        action={rootLink('/account/passkeys')}
        label={t('people.passkey.add')}
        look="primary"
        values={values}
        problems={problems}
      >
        <TextField
          name="name"
          label={t('people.passkey.name')}
          hint={t('people.passkey.nameHint')}
          maxlength={100}
          required
        />
      </PasskeyButton>
    </Layout>
  )
}
