import type { Viewer } from '#platform/http/viewer.ts'
import { Button, Form, HiddenField, RadioGroup, Section, Text, Time, usePage } from '#ui/index.ts'
import { joiningCapacities, leavingCapacities } from '../policy/letters.ts'
import type { CommunicationView } from '../queries/communication.ts'

type Props = {
  letter: CommunicationView
  viewer: Viewer
  ownMembers: ReadonlyMap<string, string>
  today: string
}

type ChooseProps = {
  memberships: string[]
  names: Props['ownMembers']
  action: string
  id: string
  label: string
}

const Choose = ({ memberships, names, action, id, label }: ChooseProps) => {
  const { link, t } = usePage()
  const [only, another] = memberships
  if (!only) return null
  const nameOf = (membership: string) => names.get(membership) || t('authorities.letter.individual')
  return (
    <Form id={id} action={link(action)} bare>
      {another ? (
        <RadioGroup
          name="membership"
          label={t('authorities.letter.onBehalf')}
          required
          options={memberships.map(value => ({ value, label: nameOf(value) }))}
        />
      ) : (
        <>
          <p>{t('authorities.letter.actsFor', { member: nameOf(only) })}</p>
          <HiddenField name="membership" value={only} />
        </>
      )}
      <Button look={id === 'sign' ? 'primary' : 'quiet'}>{label}</Button>
    </Form>
  )
}

const Forms = ({ letter, viewer, ownMembers, today }: Props) => {
  const { t } = usePage()
  if (letter.signUntil !== null && letter.signUntil < today)
    return <p>{t('authorities.letter.signingOver')}</p>
  const ids = (capacities: { membership: string }[]) => capacities.map(({ membership }) => membership)
  const at = `/communications/${letter.number}/signature`
  return (
    <>
      <Choose
        id="sign"
        memberships={ids(joiningCapacities(viewer, letter))}
        names={ownMembers}
        action={at}
        label={t('authorities.letter.sign')}
      />
      <Choose
        id="unsign"
        memberships={ids(leavingCapacities(viewer, letter))}
        names={ownMembers}
        action={`${at}/withdrawal`}
        label={t('authorities.letter.unsign')}
      />
    </>
  )
}

/** Which members join a letter; while it is open, the viewer signs or takes back for their own. */
export const Cosigners = (props: Props) => {
  const { letter } = props
  const { i18n, t } = usePage()
  const open = letter.status === 'signing'
  if (!open && letter.cosigners.length === 0) return null
  return (
    <Section
      title={t('authorities.letter.cosigners', { count: letter.cosigners.length })}
      lead={
        open && letter.signUntil
          ? t('authorities.letter.signUntil', { day: i18n.date(letter.signUntil) })
          : undefined
      }
    >
      {letter.cosigners.length > 0 && (
        <div class="prose">
          <ul>
            {letter.cosigners.map(({ member, signedAt }) => (
              <li>
                {member ? <Text value={member} /> : t('authorities.letter.individual')}{' '}
                <small class="muted">
                  <Time at={signedAt} day />
                </small>
              </li>
            ))}
          </ul>
        </div>
      )}
      {open && <Forms {...props} />}
    </Section>
  )
}
