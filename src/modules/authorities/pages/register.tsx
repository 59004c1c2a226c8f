import {
  ButtonLink,
  EmptyState,
  Figures,
  FilterBar,
  Layout,
  PageHeading,
  Pagination,
  SelectField,
  TextField,
  usePage,
} from '#ui/index.ts'
import {
  isNarrowed,
  type RegisterAsk,
  type RegisterFacet,
  registerFacets,
  registerParams,
} from '../forms/register.ts'
import type { RegisterPage as Found } from '../queries/register.ts'
import type { FacetValue } from '../queries/register-counts.ts'
import { facetLabel, facetWords, stateWords } from '../register-words.ts'
import { communicationStates } from '../schema/register.ts'
import { RegisterEntries } from './register-entries.tsx'

type Props = { ask: RegisterAsk; found: Found }

const addressOf = (path: string, ask: RegisterAsk, name?: 'older' | 'newer', number?: number | null) => {
  const params = registerParams(ask)
  if (name && number) params.set(name, String(number))
  return params.size > 0 ? `${path}?${params}` : path
}

function useLabel(found: Found) {
  const { i18n } = usePage()
  return (facet: RegisterFacet, value: string): string => {
    const name = found.counts.values.get(facet)?.find(one => one.value === value)?.name
    return facetLabel(facet, value, i18n, name ? i18n.text(name).value : undefined)
  }
}

// A member that does not stand in the public directory has no name here, and is not offered by its key.
const isOffered = (facet: RegisterFacet, { value, name }: FacetValue) =>
  facet !== 'member' || value === 'coalition' || name !== null

const FacetField = ({ facet, found }: { facet: RegisterFacet; found: Found }) => {
  const { i18n, t } = usePage()
  const label = useLabel(found)
  const options = (found.counts.values.get(facet) ?? [])
    .filter(one => isOffered(facet, one))
    .map(({ value, n }) => ({ value, words: label(facet, value), n }))
  if (options.length === 0) return null
  options.sort((a, b) =>
    facet === 'year' ? Number(b.value) - Number(a.value) : i18n.compare(a.words, b.words),
  )
  return (
    <SelectField
      name={facet}
      label={t(facetWords[facet])}
      empty={t('authorities.register.any')}
      options={options.map(({ value, words, n }) => ({ value, label: `${words} (${i18n.number(n)})` }))}
      labelOf={value => label(facet, value)}
    />
  )
}

const Filters = ({ ask, found }: Props) => {
  const { link, t } = usePage()
  const label = useLabel(found)
  const active = registerFacets.flatMap(facet => {
    const value = ask.filters[facet]
    return value ? [{ name: facet, value, label: label(facet, value) }] : []
  })
  return (
    <FilterBar
      action={link('/communications')}
      values={{ q: ask.search, ...ask.filters }}
      active={active}
      search={<TextField name="q" type="search" label={t('authorities.register.search')} maxlength={200} />}
    >
      {registerFacets.map(facet => (
        <FacetField facet={facet} found={found} />
      ))}
    </FilterBar>
  )
}

const Nothing = ({ ask }: Pick<Props, 'ask'>) => {
  const { link, t } = usePage()
  if (!isNarrowed(ask)) {
    return (
      <EmptyState title={t('authorities.register.none')} icon="mail">
        <p>{t('authorities.register.noneHint')}</p>
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title={t('authorities.register.nothingFits')}
      icon="search"
      actions={<ButtonLink href={link('/communications')}>{t('authorities.register.all')}</ButtonLink>}
    >
      <p>{t('authorities.register.nothingFitsHint')}</p>
    </EmptyState>
  )
}

const States = ({ found }: Pick<Props, 'found'>) => {
  const { link, t } = usePage()
  const values = found.counts.values.get('state') ?? []
  const figures = communicationStates.flatMap(state => {
    const n = values.find(({ value }) => value === state)?.n ?? 0
    return n === 0
      ? []
      : [{ value: n, label: t(stateWords[state]), href: link(`/communications?state=${state}`) }]
  })
  return <Figures figures={figures} />
}

/** What members and the coalition wrote to public bodies, and what came of it: for everybody. */
export const RegisterPage = ({ ask, found }: Props) => {
  const { link, t } = usePage()
  const path = link('/communications')
  const { entries, counts, older, newer } = found
  const lead = t('authorities.register.lead', { count: counts.total })
  return (
    <Layout
      title={t('authorities.register.title')}
      description={lead}
      indexed={ask.from.number === null && !ask.search}
    >
      <PageHeading
        title={t('authorities.register.title')}
        lead={lead}
        actions={
          <>
            <ButtonLink href={link('/scorecards')} icon="scale">
              {t('authorities.score.list.title')}
            </ButtonLink>
            <ButtonLink href={link('/materials')}>{t('authorities.material.title')}</ButtonLink>
          </>
        }
      />
      {!isNarrowed(ask) && counts.total > 0 && <States found={found} />}
      {counts.total > 0 && <Filters ask={ask} found={found} />}
      {entries.length === 0 ? <Nothing ask={ask} /> : <RegisterEntries entries={entries} />}
      <Pagination
        previous={newer === null ? null : addressOf(path, ask, 'newer', newer)}
        next={older === null ? null : addressOf(path, ask, 'older', older)}
      />
      <p class="directory-exports">
        {t('authorities.register.take')} <a href={addressOf(`${path}.csv`, ask)}>CSV</a>,{' '}
        <a href={addressOf(`${path}.json`, ask)}>JSON</a>, <a href={`${path}.atom`}>Atom</a>
      </p>
    </Layout>
  )
}
