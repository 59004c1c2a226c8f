import type { Problem } from '#platform/http/form.ts'
import type { TeamKind } from '#platform/vault/index.ts'
import { Actions, Button, Form, Layout, PageHeading, TextField, usePage } from '#ui/index.ts'
import { teamWords } from './team-words.ts'

type Props = { kind: TeamKind; problems?: readonly Problem[] }

/** Lets somebody in again who changed their key and still has the passphrase of the one before. */
export const FormerKeyPage = ({ kind, problems = [] }: Props) => {
  const { t, link } = usePage()
  const title = t('people.vault.former')
  const crumbs = [
    { label: t('people.vault.teamsTitle'), path: '/vault' },
    { label: t(teamWords[kind]), path: `/vault/${kind}` },
  ]
  return (
    <Layout title={title} width="form" crumbs={crumbs} invalid={problems.length > 0}>
      <PageHeading title={title} lead={t('people.vault.formerLead')} />
      <Form action={link(`/vault/${kind}/former-key`)} values={{}} problems={problems}>
        <TextField
          name="passphrase"
          type="password"
          label={t('people.vault.form.former')}
          autocomplete="off"
          maxlength={500}
          spellcheck={false}
          required
        />
        <Actions>
          <Button look="primary" icon="key-round">
            {t('people.vault.formerUse')}
          </Button>
        </Actions>
      </Form>
    </Layout>
  )
}
