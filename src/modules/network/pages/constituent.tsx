import { type FormValues, type Problem, type RefusalShown, Section, usePage } from '#ui/index.ts'
import type { ProfileView } from '../queries/organisation-profile.ts'
import type { EdgeView } from '../queries/unions.ts'
import { CommunityField } from './community-field.tsx'
import { ConfirmationPage } from './confirmation.tsx'
import { IdentifierFields, KindField, ShortNameField } from './organisation-form.tsx'
import { PlaceFields } from './profile-fields.tsx'

const useCrumbs = ({ id, profile }: ProfileView) => {
  const { i18n, t } = usePage()
  return [
    { label: t('network.directory.title'), path: '/directory' },
    { label: i18n.text(profile.name).value, path: `/organisations/${id}` },
    { label: t('network.union.title'), path: `/organisations/${id}/union` },
  ]
}

type NewProps = {
  view: ProfileView
  values: FormValues
  problems?: readonly Problem[]
  refusal?: RefusalShown
}

/** A union describes an organisation that is not in the directory. */
export const NewConstituentPage = ({ view, ...form }: NewProps) => {
  const { t } = usePage()
  return (
    <ConfirmationPage
      title={t('network.union.describeTitle')}
      lead={t('network.union.describeLead')}
      crumbs={useCrumbs(view)}
      action={`/organisations/${view.id}/constituents/new`}
      confirm={t('network.union.add')}
      back={`/organisations/${view.id}/union`}
      {...form}
    >
      <ShortNameField />
      <KindField />
      <PlaceFields />
      <CommunityField
        label={t('network.organisation.communities')}
        hint={t('network.organisation.communitiesHint')}
      />
      <Section title={t('network.organisation.identifiers')} lead={t('network.organisation.identifiersHint')}>
        <IdentifierFields />
      </Section>
    </ConfirmationPage>
  )
}

/** Asks before a relation to a union ends, or one that was only stated is declined. */
export const UnionEndPage = ({
  view,
  edge,
  refusal,
}: {
  view: ProfileView
  edge: EdgeView
  refusal?: RefusalShown
}) => {
  const { i18n, t } = usePage()
  const names = { own: i18n.text(view.profile.name).value, other: i18n.text(edge.name).value }
  const [union, child] = edge.side === 'below' ? [names.own, names.other] : [names.other, names.own]
  return (
    <ConfirmationPage
      title={t(edge.confirmed ? 'network.union.endTitle' : 'network.union.declineTitle')}
      lead={t('network.union.endLead', { union, child })}
      crumbs={useCrumbs(view)}
      action={`/organisations/${view.id}/unions/${edge.union}/${edge.child}/end`}
      confirm={t(edge.confirmed ? 'network.union.end' : 'network.union.decline')}
      danger
      back={`/organisations/${view.id}/union`}
      refusal={refusal}
    />
  )
}
