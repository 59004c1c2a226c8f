import { Text, usePage } from '#ui/index.ts'
import type { CommunicationView } from '../queries/communication.ts'

/** In whose name a letter goes: a member's own, the coalition's, or the coalition's for a member. */
export const Sender = ({
  letter,
}: {
  letter: Pick<CommunicationView, 'member' | 'membershipId' | 'through'>
}) => {
  const { i18n, umbrella, t } = usePage()
  const coalition = i18n.text(umbrella?.name).value
  if (letter.membershipId === null) return <>{coalition}</>
  const member = letter.member ? <Text value={letter.member} /> : t('authorities.letter.individual')
  if (letter.through === 'own') return <>{member}</>
  return (
    <>
      {coalition}, {t('authorities.letter.for')} {member}
    </>
  )
}
