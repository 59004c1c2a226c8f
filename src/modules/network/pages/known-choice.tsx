import { RadioGroup, Section, usePage } from '#ui/index.ts'
import type { KnownOrganisation } from '../queries/organisation-choice.ts'
import { placeOf } from './directory-entries.tsx'

/** What was typed is like an organisation that is known already, by number or by name: is it this one? */
export const KnownChoice = ({ known }: { known: readonly KnownOrganisation[] }) => {
  const { i18n, t } = usePage()
  const place = ({ country, region, town }: KnownOrganisation) =>
    country === null ? '' : placeOf({ country, region, town }, i18n)
  const option = (one: KnownOrganisation) => ({
    value: one.id,
    label: one.name ? i18n.text(one.name).value : t('network.known.unnamed', { scheme: one.scheme ?? '' }),
    hint: one.hasPeople && !one.mine ? t('network.known.people', { place: place(one) }) : place(one),
  })
  const byId = new Map(known.map(one => [one.id, one]))
  const numbered = known.some(({ scheme }) => scheme !== null)
  return (
    <Section
      title={t('network.known.title')}
      lead={t(numbered ? 'network.known.lead' : 'network.known.leadName')}
    >
      <RadioGroup
        name="sameAs"
        label={t('network.known.which')}
        options={[
          ...[...byId.values()].map(option),
          {
            value: 'none',
            label: t('network.known.another'),
            hint: numbered ? t('network.known.anotherHint') : undefined,
          },
        ]}
        required
      />
    </Section>
  )
}
