import { usePage } from '#ui/index.ts'
import { communityGroups } from '../vocabulary/communities.ts'
import { FoldedChoices } from './folded-choices.tsx'

type Props = { label: string; hint: string }

/** The communities for whom somebody speaks, by kind. */
export const CommunityField = ({ label, hint }: Props) => {
  const { i18n } = usePage()
  return (
    <FoldedChoices name="communities" label={label} hint={hint} required groups={communityGroups(i18n)} />
  )
}
