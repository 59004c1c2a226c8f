import {
  Actions,
  Badge,
  ButtonLink,
  ConfirmButton,
  DescriptionList,
  PostButton,
  Section,
  Table,
  Time,
  usePage,
} from '#ui/index.ts'
import type { Factors, PasskeyFace } from '../accounts/factors.ts'
import type { StoredSession } from '../accounts/session.ts'
import type { SessionFace } from '../accounts/sessions.ts'
import { AccountFrame } from './account-frame.tsx'

type Props = { session: StoredSession; factors: Factors; sessions: readonly SessionFace[] }

const MailAddress = ({ session }: Pick<Props, 'session'>) => {
  const { t, rootLink } = usePage()
  return (
    <Section title={t('people.security.address')} lead={t('people.security.addressLead')}>
      <DescriptionList facts={[{ term: t('people.form.address'), value: <bdi>{session.email}</bdi> }]} />
      <Actions>
        <ButtonLink href={rootLink('/account/address')} icon="pencil">
          {t('people.security.changeAddress')}
        </ButtonLink>
      </Actions>
    </Section>
  )
}

const Authenticator = ({ factors }: Pick<Props, 'factors'>) => {
  const { t, rootLink } = usePage()
  const begin = rootLink('/account/authenticator')
  if (factors.authenticator !== 'active') {
    return (
      <Section title={t('people.security.authenticator')} lead={t('people.security.authenticatorLead')}>
        <PostButton action={begin} icon="shield-check">
          {t('people.security.addAuthenticator')}
        </PostButton>
      </Section>
    )
  }
  return (
    <Section title={t('people.security.authenticator')}>
      <p>
        <Badge tone="good" icon="shield-check">
          {t('people.security.authenticatorActive')}
        </Badge>
      </p>
      <p>{t('people.security.codesLeft', { count: factors.recoveryCodes })}</p>
      <Actions>
        <ConfirmButton
          action={rootLink('/account/recovery-codes')}
          label={t('people.security.renewCodes')}
          confirm={t('people.security.renewCodesConfirm')}
        >
          <p>{t('people.security.renewCodesHelp')}</p>
        </ConfirmButton>
        <ConfirmButton
          action={`${begin}/removal`}
          label={t('people.security.removeAuthenticator')}
          confirm={t('people.security.removeAuthenticatorConfirm')}
          look="danger"
        >
          <p>{t('people.security.removeAuthenticatorHelp')}</p>
        </ConfirmButton>
      </Actions>
    </Section>
  )
}

const RemovePasskey = ({ passkey }: { passkey: PasskeyFace }) => {
  const { t, rootLink } = usePage()
  return (
    <ConfirmButton
      action={rootLink(`/account/passkeys/${passkey.id}/removal`)}
      label={t('people.security.removePasskey')}
      confirm={t('people.security.removePasskeyConfirm')}
      look="danger"
      small
    >
      <p>{t('people.security.removePasskeyHelp')}</p>
    </ConfirmButton>
  )
}

const Passkeys = ({ factors }: Pick<Props, 'factors'>) => {
  const { t, rootLink } = usePage()
  const columns = [
    {
      label: t('people.passkey.name'),
      heading: true,
      cell: (row: PasskeyFace) => row.name ?? t('people.passkey.unnamed'),
    },
    { label: t('people.passkey.madeOn'), cell: (row: PasskeyFace) => <Time at={row.madeOn} style="short" /> },
    {
      label: t('people.passkey.where'),
      cell: (row: PasskeyFace) => t(row.synced ? 'people.passkey.synced' : 'people.passkey.oneDevice'),
    },
    { label: t('people.security.action'), cell: (row: PasskeyFace) => <RemovePasskey passkey={row} /> },
  ]
  return (
    <Section title={t('people.security.passkeys')} lead={t('people.security.passkeysLead')}>
      {factors.passkeys.length > 0 && (
        <Table
          caption={t('people.security.passkeys')}
          captionHidden
          columns={columns}
          rows={factors.passkeys}
        />
      )}
      <Actions>
        <ButtonLink href={rootLink('/account/passkeys/new')} icon="key-round">
          {t('people.passkey.add')}
        </ButtonLink>
      </Actions>
    </Section>
  )
}

const EndSession = ({ session }: { session: SessionFace }) => {
  const { t, rootLink } = usePage()
  if (session.current) return <Badge tone="accent">{t('people.session.thisOne')}</Badge>
  return (
    <PostButton action={rootLink(`/account/sessions/${session.id}/ending`)} small>
      {t('people.session.end')}
    </PostButton>
  )
}

const Sessions = ({ sessions }: Pick<Props, 'sessions'>) => {
  const { t, rootLink } = usePage()
  const columns = [
    {
      label: t('people.session.since'),
      heading: true,
      cell: (row: SessionFace) => <Time at={row.since} style="short" />,
    },
    {
      label: t('people.session.lastUsed'),
      cell: (row: SessionFace) => <Time at={row.lastUsedOn} style="short" />,
    },
    {
      label: t('people.session.assurance'),
      cell: (row: SessionFace) => t(row.assurance === 2 ? 'people.session.assured' : 'people.session.byCode'),
    },
    { label: t('people.security.action'), cell: (row: SessionFace) => <EndSession session={row} /> },
  ]
  return (
    <Section title={t('people.security.sessions')} lead={t('people.security.sessionsLead')}>
      <Table caption={t('people.security.sessions')} captionHidden columns={columns} rows={sessions} />
      {sessions.length > 1 && (
        <Actions>
          <PostButton action={rootLink('/account/sessions/ending')} icon="log-out">
            {t('people.session.endOthers')}
          </PostButton>
        </Actions>
      )}
    </Section>
  )
}

/** How this person signs in, and where they are signed in. */
export const SecurityPage = ({ session, factors, sessions }: Props) => {
  const { t } = usePage()
  return (
    <AccountFrame title={t('people.security.title')} lead={t('people.security.lead')} place="security">
      <MailAddress session={session} />
      <Passkeys factors={factors} />
      <Authenticator factors={factors} />
      <Sessions sessions={sessions} />
    </AccountFrame>
  )
}
