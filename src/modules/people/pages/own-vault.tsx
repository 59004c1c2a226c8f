import type { Problem } from '#platform/http/form.ts'
import {
  Actions,
  Alert,
  Button,
  ButtonLink,
  DescriptionList,
  Form,
  Layout,
  PageHeading,
  PostButton,
  Section,
  Text,
  TextField,
  Time,
  usePage,
} from '#ui/index.ts'
import { teamKinds } from '../policy.ts'
import type { OwnUmbrella } from '../queries/own-umbrellas.ts'
import { AccountFrame } from './account-frame.tsx'
import { Fingerprint } from './fingerprint.tsx'
import { SuggestedPassphrase } from './suggested-passphrase.tsx'
import { type OpeningPasskeys, VaultPasskeys } from './vault-passkeys.tsx'

type Key = { fingerprint: string; effectiveAt: string; retiredAt: string | null }

type OwnProps = {
  keys: readonly Key[]
  umbrellas: readonly OwnUmbrella[]
  until: Temporal.Instant | null
  assured: boolean
} & OpeningPasskeys

const isComing = ({ effectiveAt }: Key) =>
  Temporal.Instant.compare(Temporal.Instant.from(effectiveAt), Temporal.Now.instant()) > 0
const isOver = ({ retiredAt }: Key) =>
  retiredAt !== null &&
  Temporal.Instant.compare(Temporal.Instant.from(retiredAt), Temporal.Now.instant()) <= 0

const State = ({ until }: Pick<OwnProps, 'until'>) => {
  const { t, rootLink } = usePage()
  if (!until) {
    return (
      <ButtonLink href={rootLink('/account/vault/unlock')} look="primary" icon="lock-open">
        {t('people.vault.unlock')}
      </ButtonLink>
    )
  }
  return (
    <PostButton action={rootLink('/account/vault/locking')} look="primary" icon="lock">
      {t('people.vault.lock')}
    </PostButton>
  )
}

const KeySection = ({ current, until }: { current: Key; until: OwnProps['until'] }) => {
  const { t, rootLink } = usePage()
  return (
    <Section title={t('people.vault.yourKey')} lead={t('people.vault.yourKeyLead')}>
      <DescriptionList
        facts={[
          { term: t('people.vault.fingerprint'), value: <Fingerprint value={current.fingerprint} /> },
          {
            term: t('people.vault.since'),
            value: <Time at={Temporal.Instant.from(current.effectiveAt)} day />,
          },
          {
            term: t('people.vault.state'),
            value: t(until ? 'people.vault.isOpen' : 'people.vault.isLocked'),
          },
        ]}
      />
      <Actions>
        <State until={until} />
        <ButtonLink href={rootLink('/account/vault/passphrase')} icon="pencil">
          {t('people.vault.changePassphrase')}
        </ButtonLink>
      </Actions>
    </Section>
  )
}

const Coming = ({ coming }: { coming: Key }) => {
  const { t, rootLink } = usePage()
  return (
    <Section title={t('people.vault.coming')}>
      <Alert kind="warning">{t('people.vault.comingHelp')}</Alert>
      <DescriptionList
        facts={[
          { term: t('people.vault.from'), value: <Time at={Temporal.Instant.from(coming.effectiveAt)} /> },
          { term: t('people.vault.fingerprint'), value: <Fingerprint value={coming.fingerprint} /> },
        ]}
      />
      <PostButton action={rootLink('/account/vault/key/withdrawal')} icon="history">
        {t('people.vault.keepKey')}
      </PostButton>
    </Section>
  )
}

const MakeKey = ({ lost }: { lost: boolean }) => {
  const { t, rootLink } = usePage()
  return (
    <Section
      title={t(lost ? 'people.vault.lost' : 'people.vault.noKey')}
      lead={t(lost ? 'people.vault.lostHelp' : 'people.vault.noKeyHelp')}
    >
      <Actions>
        <ButtonLink href={rootLink('/account/vault/key')} look={lost ? 'plain' : 'primary'} icon="key-round">
          {t(lost ? 'people.vault.replaceKey' : 'people.vault.makeKey')}
        </ButtonLink>
      </Actions>
    </Section>
  )
}

const Teams = ({ umbrellas }: Pick<OwnProps, 'umbrellas'>) => {
  const { i18n, t } = usePage()
  const own = umbrellas.filter(({ roles }) => teamKinds.some(kind => roles.includes(kind)))
  if (own.length === 0) return null
  return (
    <Section title={t('people.vault.teams')}>
      <ul class="list-disc ps-6">
        {own.map(({ slug, name }) => (
          <li>
            <a href={`/${i18n.lang}/${slug}/vault`}>
              <Text value={name} note={false} />
            </a>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** A person's key for sealed records: what it is, whether it is open, how to change it. */
export const OwnVaultPage = ({ keys, umbrellas, until, assured, ...passkeys }: OwnProps) => {
  const { t, rootLink } = usePage()
  const coming = keys.find(isComing)
  const current = keys.find(key => !isComing(key) && !isOver(key))
  return (
    <AccountFrame title={t('people.vault.title')} lead={t('people.vault.lead')} place="vault">
      {!assured && (
        <Alert kind="info">
          {t('people.vault.secondFactorFirst')}{' '}
          <a href={rootLink('/account/security')}>{t('people.security.title')}</a>
        </Alert>
      )}
      {current && <KeySection current={current} until={until} />}
      {current && <VaultPasskeys {...passkeys} />}
      {coming && <Coming coming={coming} />}
      {!coming && <MakeKey lost={current !== undefined} />}
      <Teams umbrellas={umbrellas} />
    </AccountFrame>
  )
}

const Passphrases = () => {
  const { t } = usePage()
  const field = { type: 'password', autocomplete: 'new-password', maxlength: 500, spellcheck: false } as const
  return (
    <>
      <TextField
        name="passphrase"
        label={t('people.vault.form.newPassphrase')}
        hint={t('people.vault.form.strength')}
        {...field}
        required
      />
      <TextField name="again" label={t('people.vault.form.again')} {...field} required />
    </>
  )
}

const useVaultCrumbs = () => {
  const { t } = usePage()
  return [
    { label: t('people.account.title'), path: '/account' },
    { label: t('people.vault.title'), path: '/account/vault' },
  ]
}

type KeyProps = { replaces: boolean; suggestion?: string; problems?: readonly Problem[] }

/** A first key, or one in place of a key that is lost. */
export const NewKeyPage = ({ replaces, suggestion, problems = [] }: KeyProps) => {
  const { t, rootLink } = usePage()
  const title = t(replaces ? 'people.vault.replaceKey' : 'people.vault.makeKey')
  return (
    <Layout title={title} width="form" crumbs={useVaultCrumbs()} invalid={problems.length > 0}>
      <PageHeading
        title={title}
        lead={t(replaces ? 'people.vault.replaceKeyLead' : 'people.vault.makeKeyLead')}
      />
      <Alert kind="warning">{t('people.vault.nobodyElse')}</Alert>
      <SuggestedPassphrase words={suggestion} path="/account/vault/key" />
      <Form action={rootLink('/account/vault/key')} values={{}} problems={problems}>
        <Passphrases />
        <Actions>
          <Button look="primary" icon="key-round">
            {title}
          </Button>
        </Actions>
      </Form>
    </Layout>
  )
}

/** Another passphrase for the same key. */
export const NewPassphrasePage = ({ suggestion, problems = [] }: Omit<KeyProps, 'replaces'>) => {
  const { t, rootLink } = usePage()
  const title = t('people.vault.changePassphrase')
  return (
    <Layout title={title} width="form" crumbs={useVaultCrumbs()} invalid={problems.length > 0}>
      <PageHeading title={title} lead={t('people.vault.changePassphraseLead')} />
      <SuggestedPassphrase words={suggestion} path="/account/vault/passphrase" />
      <Form action={rootLink('/account/vault/passphrase')} values={{}} problems={problems}>
        <TextField
          name="current"
          type="password"
          label={t('people.vault.form.current')}
          autocomplete="current-password"
          maxlength={500}
          spellcheck={false}
          required
        />
        <Passphrases />
        <Actions>
          <Button look="primary">{title}</Button>
        </Actions>
      </Form>
    </Layout>
  )
}
