import type { FormValues, Problem } from '#platform/http/form.ts'
import { Actions, Button, ButtonLink, Form, Layout, PageHeading, TextField, usePage } from '#ui/index.ts'
import { Address } from './address.tsx'
import { CodeField } from './code-field.tsx'
import { useSecurityCrumbs } from './security-crumbs.ts'

type Props = { current: string; values: FormValues; problems?: readonly Problem[] }

export const NewAddressPage = ({ current, values, problems = [] }: Props) => {
  const { i18n, t, rootLink } = usePage()
  return (
    <Layout
      title={t('people.newAddress.title')}
      width="form"
      crumbs={useSecurityCrumbs()}
      invalid={problems.length > 0}
    >
      <PageHeading
        title={t('people.newAddress.title')}
        lead={i18n.rich('people.newAddress.lead', { address: <Address of={current} /> })}
      />
      <Form action={rootLink('/account/address')} values={values} problems={problems}>
        <TextField
          name="address"
          type="email"
          label={t('people.newAddress.field')}
          autocomplete="email"
          inputmode="email"
          spellcheck={false}
          required
        />
        <Actions>
          <Button look="primary" icon="mail">
            {t('people.signIn.sendCode')}
          </Button>
        </Actions>
      </Form>
    </Layout>
  )
}

type CodeProps = { address: string; sealed: string; problems?: readonly Problem[] }

export const NewAddressCodePage = ({ address, sealed, problems = [] }: CodeProps) => {
  const { i18n, t, rootLink } = usePage()
  return (
    <Layout
      title={t('people.newAddress.codeTitle')}
      width="form"
      crumbs={useSecurityCrumbs()}
      invalid={problems.length > 0}
    >
      <PageHeading
        title={t('people.newAddress.codeTitle')}
        lead={i18n.rich('people.newAddress.codeLead', { address: <Address of={address} /> })}
      />
      <Form action={`${rootLink('/account/address/code')}?for=${sealed}`} problems={problems}>
        <CodeField hint={t('people.signIn.codeHint')} />
        <Actions>
          <Button look="primary">{t('people.newAddress.confirm')}</Button>
          <ButtonLink href={rootLink('/account/address')} look="quiet">
            {t('people.signIn.otherAddress')}
          </ButtonLink>
        </Actions>
      </Form>
    </Layout>
  )
}
