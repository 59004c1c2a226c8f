import type { MessageKey } from '#platform/i18n/index.ts'
import { Actions, Alert, Button, ButtonLink, Form, Layout, PageHeading, Time, usePage } from '#ui/index.ts'
import { isInvitationOpen } from '../policy.ts'
import type { StoredInvitation } from '../queries/invitations.ts'

type Props = {
  invitation: StoredInvitation
  sentence: string
  token: string
  signedInAs: { name: string; address: string } | null
  refusal?: MessageKey
}

// Whoever holds the link had the mail, so a hint is enough to recognise the address, and tells others little.
function masked(address: string): string {
  const [name = '', host = ''] = address.split('@', 2)
  return `${name.slice(0, 2)}…@${host}`
}

const SignInFirst = ({ here }: { here: string }) => {
  const { t, rootLink } = usePage()
  return (
    <>
      <p>{t('people.invitation.signInFirst')}</p>
      <Actions>
        <ButtonLink
          href={`${rootLink('/sign-in')}?to=${encodeURIComponent(here)}`}
          look="primary"
          icon="log-in"
        >
          {t('people.invitation.signIn')}
        </ButtonLink>
      </Actions>
    </>
  )
}

const Accept = ({ invitation, token, signedInAs }: Pick<Props, 'invitation' | 'token' | 'signedInAs'>) => {
  const { i18n, t, link, umbrella } = usePage()
  const here = link(`/invitation/${token}`)
  if (!signedInAs) return <SignInFirst here={here} />
  const other = invitation.address !== null && invitation.address !== signedInAs.address
  return (
    <>
      {other && (
        <Alert kind="info" title={t('people.invitation.otherAddress')}>
          {t('people.invitation.otherAddressHelp', {
            invited: masked(invitation.address!),
            own: signedInAs.address,
          })}
        </Alert>
      )}
      <p>
        {i18n.rich('people.invitation.as', { name: <strong>{signedInAs.name}</strong> })}{' '}
        {t('people.invitation.seen', { umbrella: umbrella ? i18n.text(umbrella.name).value : '' })}
      </p>
      <Form action={here} bare>
        <Actions>
          <Button look="primary">{t('people.invitation.accept')}</Button>
        </Actions>
      </Form>
    </>
  )
}

/** What a mailed invitation opens. */
export const InvitationPage = ({ invitation, sentence, refusal, ...props }: Props) => {
  const { t } = usePage()
  const open = isInvitationOpen(invitation)
  return (
    <Layout title={t('people.invitation.title')} width="form" invalid={refusal !== undefined}>
      <PageHeading title={t('people.invitation.title')} lead={sentence} />
      {refusal && <Alert kind="error">{t(refusal)}</Alert>}
      {open ? (
        <>
          <p class="hint">
            {t('people.invitation.until')} <Time at={invitation.expiresAt} day />
          </p>
          <Accept invitation={invitation} {...props} />
        </>
      ) : (
        <Alert kind="warning">{t('people.refused.invitationClosed')}</Alert>
      )}
    </Layout>
  )
}
