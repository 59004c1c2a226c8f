import type { Refusal } from '#platform/refusal.ts'
import {
  Alert,
  Button,
  ButtonLink,
  type ButtonLook,
  ConfirmButton,
  Form,
  HiddenField,
  Layout,
  PageHeading,
  Section,
  usePage,
} from '#ui/index.ts'
import type { PasskeyFace } from '../accounts/factors.ts'

type ButtonProps = {
  /** Credential ids of the passkeys that may answer. */
  credentials: readonly string[]
  action: string
  label: string
  look?: ButtonLook
  fields?: Record<string, string>
}

/** A form that an island fills with what a passkey yields. Where it cannot, a sentence stands in its place. */
export const VaultPasskeyButton = ({ credentials, action, label, look, fields = {} }: ButtonProps) => {
  const { t } = usePage()
  return (
    <p-vault-passkey
      data-credentials={JSON.stringify(credentials)}
      data-failed={t('people.vault.passkey.failed')}
      data-without={t('people.vault.passkey.without')}
    >
      <div hidden data-passkey="able">
        <Form action={action} id="passkey" bare label={label}>
          {Object.entries({ ...fields, credential: '', prf: '' }).map(([name, value]) => (
            <HiddenField name={name} value={value} />
          ))}
          <Button look={look} icon="key-round">
            {label}
          </Button>
        </Form>
      </div>
      <p class="hint" data-passkey="unable">
        {t('people.vault.passkey.unable')}
      </p>
      <p class="problem" role="alert" data-passkey="said" />
    </p-vault-passkey>
  )
}

/** The passkeys of a person, and which of them open the vault. */
export type OpeningPasskeys = { passkeys: readonly PasskeyFace[]; opening: readonly string[] }

/** Those passkeys that do not open it yet. */
export const passkeysToAdd = ({ passkeys, opening }: OpeningPasskeys) =>
  passkeys.filter(({ credential }) => !opening.includes(credential))

const Opening = ({ passkey }: { passkey: PasskeyFace }) => {
  const { t, rootLink } = usePage()
  return (
    <li class="flex flex-wrap items-center justify-between gap-2">
      <bdi>{passkey.name ?? t('people.passkey.unnamed')}</bdi>
      <ConfirmButton
        action={rootLink('/account/vault/passkeys/removal')}
        fields={{ credential: passkey.credential }}
        label={t('people.vault.passkey.remove')}
        confirm={t('people.vault.passkey.removeNow')}
        look="quiet"
        small
      >
        <p>{t('people.vault.passkey.removeMeans')}</p>
      </ConfirmButton>
    </li>
  )
}

/** On the page of the own vault: what opens it beside the passphrase. */
export const VaultPasskeys = (props: OpeningPasskeys) => {
  const { passkeys, opening } = props
  const { t, rootLink } = usePage()
  const known = passkeys.filter(({ credential }) => opening.includes(credential))
  return (
    <Section title={t('people.vault.passkeys')} lead={t('people.vault.passkeysLead')}>
      {known.length > 0 && (
        <ul class="plain-list">
          {known.map(passkey => (
            <Opening passkey={passkey} />
          ))}
        </ul>
      )}
      {passkeys.length === 0 && (
        <p>
          {t('people.vault.passkey.noneYet')}{' '}
          <a href={rootLink('/account/security')}>{t('people.security.title')}</a>
        </p>
      )}
      {passkeysToAdd(props).length > 0 && (
        <ButtonLink href={rootLink('/account/vault/passkey')} icon="key-round">
          {t('people.vault.passkey.add')}
        </ButtonLink>
      )}
    </Section>
  )
}

type NewProps = { credentials: readonly string[]; refusal?: Refusal }

/** What it means that a passkey opens the vault, and the button that lets it. */
export const NewVaultPasskeyPage = ({ credentials, refusal }: NewProps) => {
  const { t, rootLink } = usePage()
  const title = t('people.vault.passkey.add')
  const crumbs = [
    { label: t('people.account.title'), path: '/account' },
    { label: t('people.vault.title'), path: '/account/vault' },
  ]
  return (
    <Layout title={title} width="form" crumbs={crumbs} invalid={refusal !== undefined}>
      <PageHeading title={title} lead={t('people.vault.passkey.addLead')} />
      {refusal && (
        <Alert kind="error" focused>
          {t(refusal.reason, refusal.values)}
        </Alert>
      )}
      <Alert kind="warning">{t('people.vault.passkey.whoCan')}</Alert>
      <VaultPasskeyButton
        credentials={credentials}
        action={rootLink('/account/vault/passkeys')}
        label={t('people.vault.passkey.confirm')}
        look="primary"
      />
    </Layout>
  )
}
