import type { Localised } from '#platform/i18n/index.ts'
import { Alert, Button, Form, SelectField, TextField, usePage } from '#ui/index.ts'

/** Members of whom one is to be named. `more`: they are not all, and a name has to be looked for. */
export type Offered = {
  members: readonly { id: string; name: Localised | null }[]
  sought: string
  more: boolean
}

/** Above the form: without it, nobody beyond the first members could be named. */
export const MemberSearch = ({ offered, action }: { offered: Offered; action: string }) => {
  const { link, t } = usePage()
  const { sought, more } = offered
  if (!more && sought === '') return null
  return (
    <Form
      id="search"
      method="get"
      action={link(action)}
      values={{ q: sought }}
      label={t('initiatives.member.search')}
    >
      <TextField
        name="q"
        type="search"
        label={t('initiatives.member.search')}
        hint={t('initiatives.member.searchHint')}
        maxlength={200}
      />
      <Button icon="search">{t('initiatives.member.look')}</Button>
    </Form>
  )
}

type FieldProps = { offered: Offered; name: string; label: string }

/** One of the members found. */
export const OfferedMember = ({ offered: { members, more }, name, label }: FieldProps) => {
  const { i18n, t } = usePage()
  if (members.length === 0) return <Alert kind="info">{t('initiatives.member.none')}</Alert>
  return (
    <SelectField
      name={name}
      label={label}
      hint={more ? t('initiatives.member.more', { count: members.length }) : undefined}
      options={members.map(member => ({
        value: member.id,
        label: i18n.text(member.name).value || t('initiatives.speaker.individual'),
      }))}
      required
    />
  )
}
