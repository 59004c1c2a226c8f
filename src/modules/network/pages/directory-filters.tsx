import { FilterBar, type FormValues, keptHtml, SelectField, TextField, usePage } from '#ui/index.ts'
import { type DirectoryAsk, type Facet, facets } from '../forms/directory.ts'
import type { FacetCounts } from '../queries/directory.ts'
import { facetLabel, facetWords } from '../vocabulary/facet-labels.ts'

type Props = { ask: DirectoryAsk; counts: FacetCounts }

// Where the values have an order of their own; all others are sorted by their words.
const inOwnOrder: Partial<Record<Facet, readonly string[]>> = {
  level: ['local', 'regional', 'national', 'international'],
  form: ['collective', 'individual', 'agreement'],
}

const FacetSelect = ({ facet, counts }: { facet: Facet; counts: FacetCounts }) => {
  const { i18n, t } = usePage()
  const order = inOwnOrder[facet]
  const options = [...counts.values(facet)].map(([value, n]) => ({
    value,
    label: facetLabel(facet, value, i18n),
    n,
  }))
  options.sort((a, b) =>
    order ? order.indexOf(a.value) - order.indexOf(b.value) : i18n.compare(a.label, b.label),
  )
  if (options.length === 0) return null
  return (
    <SelectField
      name={facet}
      label={t(facetWords[facet])}
      empty={t('network.directory.any')}
      options={options.map(({ value, label, n }) => ({ value, label: `${label} (${i18n.number(n)})` }))}
    />
  )
}

// Where nothing is chosen, the choices change with the counts alone.
const unchosen = new Map(
  facets.map(facet => [facet, keptHtml<FacetCounts>(({ of }) => <FacetSelect facet={facet} counts={of} />)]),
)

const FacetField = ({ facet, ask, counts }: Props & { facet: Facet }) => {
  const [first, ...further] = ask.filters[facet]
  const Unchosen = unchosen.get(facet)!
  if (first === undefined) return <Unchosen of={counts} />
  return (
    <>
      <FacetSelect facet={facet} counts={counts} />
      {further.map(value => (
        <input type="hidden" name={facet} value={value} />
      ))}
    </>
  )
}

/** Search and filters of the directory, and those in force. A filter offers only what somebody has. */
export const DirectoryFilters = ({ ask, counts }: Props) => {
  const { i18n, link, t } = usePage()
  const values: FormValues = {
    q: ask.search,
    ...Object.fromEntries(facets.map(facet => [facet, ask.filters[facet][0]])),
  }
  const active = facets.flatMap(facet =>
    ask.filters[facet].map(value => ({ name: facet, value, label: facetLabel(facet, value, i18n) })),
  )
  return (
    <FilterBar
      action={link('/directory')}
      values={values}
      active={active}
      search={<TextField name="q" type="search" label={t('network.directory.search')} maxlength={200} />}
    >
      {facets.map(facet => (
        <FacetField facet={facet} ask={ask} counts={counts} />
      ))}
    </FilterBar>
  )
}
