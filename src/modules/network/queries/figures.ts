import { rows, type Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'

/** Names of members by membership, as far as the asker may see them in this umbrella. */
export async function memberNames(tx: Tx, memberships: readonly string[]): Promise<Map<string, Localised>> {
  if (memberships.length === 0) return new Map()
  const found = await rows<{ id: string; name: Localised }>(
    tx,
    'network.member-names',
    `select membership_id as id, name from network.directory
     where umbrella_id = platform.current_umbrella() and membership_id = any($1::uuid[])`,
    [[...new Set(memberships)]],
  )
  return new Map(found.map(({ id, name }) => [id, name]))
}

export type NetworkFigures = {
  collective: number
  individual: number
  agreement: number
  /** Organisations below the members in confirmed unions. */
  related: number
  countries: number
  communities: number
  /** Members per ISO 3166-2 code. */
  regions: Map<string, number>
  /** Members per ISO 3166-1 code. */
  perCountry: Map<string, number>
}

/** The numbers of an umbrella as the public sees them, from rollups, in one statement. */
export async function networkFigures(tx: Tx): Promise<NetworkFigures> {
  const found = await rows<{ facet: string; value: string; n: number }>(
    tx,
    'network.figures',
    `select facet, value, n from network.directory_counts
     where umbrella_id = platform.current_umbrella() and audience = 'public' and n > 0
       and facet in ('form', 'country', 'region', 'community')
     union all
     select 'related', '', coalesce(sum(related), 0)::integer from network.directory
     where umbrella_id = platform.current_umbrella() and public and related > 0`,
  )
  const of = (facet: string) =>
    new Map(found.filter(row => row.facet === facet).map(row => [row.value, row.n]))
  const forms = of('form')
  const perCountry = of('country')
  return {
    collective: forms.get('collective') ?? 0,
    individual: forms.get('individual') ?? 0,
    agreement: forms.get('agreement') ?? 0,
    related: of('related').get('') ?? 0,
    countries: perCountry.size,
    communities: of('community').size,
    regions: of('region'),
    perCountry,
  }
}
