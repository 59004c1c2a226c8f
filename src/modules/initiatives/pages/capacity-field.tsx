import type { NamedMember } from '#modules/network/index.ts'
import { HiddenField, SelectField, usePage } from '#ui/index.ts'

type Props = { members: readonly NamedMember[]; label: string }

/** For which of their members somebody acts. Nobody is asked who acts for one only. */
export const CapacityField = ({ members, label }: Props) => {
  const { i18n } = usePage()
  const [only, another] = members
  if (only && !another) return <HiddenField name="membership" value={only.id} />
  return (
    <SelectField
      name="membership"
      label={label}
      required
      options={members.map(({ id, name }) => ({ value: id, label: i18n.text(name).value }))}
    />
  )
}
