import type { Problem } from '#platform/http/form.ts'
import {
  Actions,
  Alert,
  Button,
  ButtonLink,
  Checkbox,
  Form,
  Layout,
  PageHeading,
  Section,
  Text,
  usePage,
} from '#ui/index.ts'
import { type Farewell, isBlocked } from '../personal-data.ts'
import { AccountFrame } from './account-frame.tsx'

/** What a person can do with their own data. */
export const PersonalDataPage = () => {
  const { t, rootLink } = usePage()
  return (
    <AccountFrame title={t('people.data.title')} lead={t('people.data.lead')} place="data">
      <Section title={t('people.data.export')}>
        <p>{t('people.data.exportHelp')}</p>
        <Actions>
          <ButtonLink href={rootLink('/account/data/parasol.json')} icon="download" download>
            {t('people.data.download')}
          </ButtonLink>
        </Actions>
      </Section>
      <Section title={t('people.data.erase')}>
        <p>{t('people.data.eraseHelp')}</p>
        <Actions>
          <ButtonLink href={rootLink('/account/erasure')} icon="trash-2">
            {t('people.data.eraseGo')}
          </ButtonLink>
        </Actions>
      </Section>
    </AccountFrame>
  )
}

const InUmbrella = ({ farewell: { umbrella, consequences } }: { farewell: Farewell }) => {
  const { t } = usePage()
  if (consequences.length === 0) return null
  return (
    <Section title={<Text value={umbrella.name} note={false} />}>
      <ul class="list-disc ps-6">
        {consequences.map(({ message, values }) => (
          <li>{t(message, values)}</li>
        ))}
      </ul>
    </Section>
  )
}

type Props = { farewells: readonly Farewell[]; problems?: readonly Problem[] }

/** The last page before a person is forgotten. */
export const ErasurePage = ({ farewells, problems = [] }: Props) => {
  const { t, rootLink } = usePage()
  const crumbs = [
    { label: t('people.account.title'), path: '/account' },
    { label: t('people.data.title'), path: '/account/data' },
  ]
  const blocked = isBlocked(farewells)
  return (
    <Layout title={t('people.erasure.title')} width="form" crumbs={crumbs} invalid={problems.length > 0}>
      <PageHeading title={t('people.erasure.title')} lead={t('people.erasure.lead')} />
      <Section title={t('people.erasure.goes')}>
        <p>{t('people.erasure.goesHelp')}</p>
      </Section>
      <Section title={t('people.erasure.stays')}>
        <p>{t('people.erasure.staysHelp')}</p>
      </Section>
      {farewells.map(farewell => (
        <InUmbrella farewell={farewell} />
      ))}
      {blocked ? (
        <Alert kind="warning">{t('people.erasure.blocked')}</Alert>
      ) : (
        <Form action={rootLink('/account/erasure')} problems={problems}>
          <Checkbox name="understood" label={t('people.erasure.understood')} required />
          <Actions>
            <Button look="danger" icon="trash-2">
              {t('people.erasure.erase')}
            </Button>
            <ButtonLink href={rootLink('/account/data')}>{t('people.erasure.keep')}</ButtonLink>
          </Actions>
        </Form>
      )}
    </Layout>
  )
}
