import type { PropsWithChildren } from 'hono/jsx'
import { Layout, PageHeading, Tabs, usePage } from '#ui/index.ts'

type Place = 'account' | 'security' | 'vault' | 'data'

type Props = PropsWithChildren<{ title: string; lead?: string; place: Place; invalid?: boolean }>

/** The pages of a person's own account. */
export const AccountFrame = ({ title, lead, place, invalid, children }: Props) => {
  const { t, rootLink } = usePage()
  const tab = (name: Place, label: string, path: string) => ({
    label,
    href: rootLink(path),
    current: name === place,
  })
  return (
    <Layout title={title} width="reading" invalid={invalid}>
      <PageHeading title={title} lead={lead} />
      <Tabs
        label={t('people.account.parts')}
        tabs={[
          tab('account', t('people.account.title'), '/account'),
          tab('security', t('people.security.title'), '/account/security'),
          tab('vault', t('people.vault.title'), '/account/vault'),
          tab('data', t('people.data.title'), '/account/data'),
        ]}
      />
      {children}
    </Layout>
  )
}
