import { HiddenField, SelectField, usePage } from '#ui/index.ts'
import type { NamedMember } from '../queries/member-name.ts'

/** For which of one's members something is done. Who acts for one only is not asked. */
export const MemberChoice = ({ members }: { members: readonly NamedMember[] }) => {
  const { i18n, t } = usePage()
  const [only, ...others] = members
  if (only && others.length === 0) return <HiddenField name="membership" value={only.id} />
  return (
    <SelectField
      name="membership"
      label={t('network.aid.forMember')}
      options={members.map(({ id, name }) => ({ value: id, label: i18n.text(name).value }))}
      required
    />
  )
}
