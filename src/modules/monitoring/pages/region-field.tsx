import { listRegions } from '#platform/places/index.ts'
import { SelectField, usePage } from '#ui/index.ts'

type Props = { empty: string; hint?: string }

/** A region of the countries where monitors work; another one that stands on an incident already is kept. */
export const RegionField = ({ empty, hint }: Props) => {
  const { i18n, t } = usePage()
  return (
    <SelectField
      name="region"
      label={t('monitoring.incident.region')}
      hint={hint}
      options={['UA', 'PL'].map(country => ({
        label: i18n.country(country),
        options: listRegions(country, i18n),
      }))}
      empty={empty}
      labelOf={code => i18n.region(code)}
    />
  )
}
