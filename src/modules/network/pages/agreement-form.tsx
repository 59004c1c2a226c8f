import { acceptedEndings } from '#platform/files/index.ts'
import {
  Checkbox,
  DateField,
  FileField,
  type FormValues,
  HiddenField,
  LocalisedField,
  type Problem,
  type RefusalShown,
  Section,
  TextField,
  usePage,
} from '#ui/index.ts'
import type { PartnerView } from '../queries/agreements.ts'
import { ConfirmationPage } from './confirmation.tsx'

type Props = {
  partner: PartnerView
  /** The agreement that this one continues. */
  renews: string | null
  values?: FormValues
  problems?: readonly Problem[]
  refusal?: RefusalShown
}

/** One side writes down what was signed; the other side confirms. */
export const AgreementFormPage = ({ partner, renews, ...shown }: Props) => {
  const { i18n, t } = usePage()
  const name = i18n.text(partner.name).value
  const path = `/partners/${partner.membershipId}`
  return (
    <ConfirmationPage
      title={
        renews ? t('network.agreement.renewTitle', { name }) : t('network.agreement.recordTitle', { name })
      }
      lead={t('network.agreement.formLead')}
      crumbs={[
        { label: t('network.partners.title'), path: '/partners' },
        { label: name, path },
      ]}
      action={`${path}/agreements`}
      confirm={t('network.agreement.sendProposal')}
      back={path}
      files
      {...shown}
    >
      {renews && <HiddenField name="renews" value={renews} />}
      <LocalisedField
        name="title"
        label={t('network.agreement.title')}
        hint={t('network.agreement.titleHint')}
        maxlength={300}
        required
      />
      <FileField
        name="document"
        label={t('network.agreement.document')}
        hint={t('network.agreement.documentHint')}
        accept={acceptedEndings}
        required
      />
      <Checkbox
        name="documentPublic"
        label={t('network.agreement.documentPublic')}
        hint={t('network.agreement.documentPublicHint')}
      />
      <Section title={t('network.agreement.signing')}>
        <DateField name="signedOn" label={t('network.agreement.signedOn')} required />
        <TextField
          name="signedForUmbrella"
          label={t('network.agreement.signedForUmbrella')}
          hint={t('network.agreement.signedForHint')}
          maxlength={300}
          required
        />
        <TextField
          name="signedForPartner"
          label={t('network.agreement.signedForPartner')}
          maxlength={300}
          required
        />
      </Section>
      <Section title={t('network.agreement.term')}>
        <DateField name="termFrom" label={t('network.agreement.termFrom')} required />
        <DateField
          name="termUntil"
          label={t('network.agreement.termUntil')}
          hint={t('network.agreement.termUntilHint')}
        />
      </Section>
    </ConfirmationPage>
  )
}
