import type { Problem } from '#platform/http/form.ts'
import {
  Actions,
  Button,
  ButtonLink,
  EmptyState,
  Form,
  HiddenField,
  Layout,
  PageHeading,
  Section,
  TextField,
  usePage,
} from '#ui/index.ts'
import { VaultPasskeyButton } from './vault-passkeys.tsx'

type Props = {
  next: string
  hasKey: boolean
  /** Credential ids of the passkeys that open it. */
  passkeys?: readonly string[]
  problems?: readonly Problem[]
}

const PassphraseForm = ({ next, problems = [] }: Pick<Props, 'next' | 'problems'>) => {
  const { t, rootLink } = usePage()
  return (
    <Form action={rootLink('/account/vault/unlock')} values={{}} problems={problems}>
      <HiddenField name="next" value={next} />
      <TextField
        name="passphrase"
        type="password"
        label={t('people.vault.form.passphrase')}
        hint={t('people.vault.form.passphraseHint')}
        autocomplete="current-password"
        maxlength={500}
        spellcheck={false}
        required
      />
      <Actions>
        <Button look="primary" icon="lock-open">
          {t('people.vault.unlock')}
        </Button>
      </Actions>
    </Form>
  )
}

const ByPasskey = ({ next, passkeys = [] }: Pick<Props, 'next' | 'passkeys'>) => {
  const { t, rootLink } = usePage()
  if (passkeys.length === 0) return null
  return (
    <VaultPasskeyButton
      credentials={passkeys}
      action={rootLink('/account/vault/unlock/passkey')}
      label={t('people.vault.passkey.open')}
      fields={{ next }}
    />
  )
}

const NoKey = () => {
  const { t, rootLink } = usePage()
  return (
    <EmptyState title={t('people.vault.noKey')}>
      <p>{t('people.vault.noKeyHelp')}</p>
      <Actions>
        <ButtonLink href={rootLink('/account/vault/key')} look="primary" icon="key-round">
          {t('people.vault.makeKey')}
        </ButtonLink>
      </Actions>
    </EmptyState>
  )
}

/** Opens the vault for half an hour, and leads back to where somebody wanted to read or write something sealed. */
export const UnlockPage = ({ next, hasKey, passkeys, problems = [] }: Props) => {
  const { t, rootLink } = usePage()
  const crumbs = [
    { label: t('people.account.title'), path: '/account' },
    { label: t('people.vault.title'), path: '/account/vault' },
  ]
  return (
    <Layout title={t('people.vault.unlock')} width="form" crumbs={crumbs} invalid={problems.length > 0}>
      <PageHeading title={t('people.vault.unlock')} lead={t('people.vault.unlockLead')} />
      {hasKey ? <PassphraseForm next={next} problems={problems} /> : <NoKey />}
      {hasKey && <ByPasskey next={next} passkeys={passkeys} />}
      {hasKey && (
        <Section title={t('people.vault.forgotten')}>
          <p>{t('people.vault.forgottenHelp')}</p>
          <p>
            <a href={rootLink('/account/vault')}>{t('people.vault.title')}</a>
          </p>
        </Section>
      )}
    </Layout>
  )
}
