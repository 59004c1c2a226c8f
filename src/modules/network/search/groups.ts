import { type DirectoryFilters, type Facet, facets, type Kinship } from '../forms/directory.ts'
import type { Understood } from './kindred.ts'

/** Terms of which a member must have at least one. `reach`: at most so many members have one. */
export type Group = { terms: readonly string[]; reach: number }

/** How many members an umbrella has, in all and by value of a facet. */
export type Counts = { total: number; of: (facet: Facet, value: string) => number }

const countryOf = (region: string): string => region.slice(0, region.indexOf('-'))

// A region says its country. Both chosen: only regions of those countries count, and the country says nothing more.
function withoutImplied(filters: DirectoryFilters): DirectoryFilters {
  const { country, region } = filters
  if (country.length === 0 || region.length === 0) return filters
  const inside = region.filter(code => country.includes(countryOf(code)))
  return inside.length > 0 ? { ...filters, country: [], region: inside } : filters
}

/** What the filters demand: one group for each facet that was chosen; null when they contradict each other. */
export function filterGroups(asked: DirectoryFilters, counts: Counts): Group[] | null {
  const filters = withoutImplied(asked)
  if (filters.country.length > 0 && filters.region.length > 0) return null
  const groups = facets
    .filter(facet => filters[facet].length > 0)
    .map(facet => ({
      terms: filters[facet].map(value => `${facet}:${value}`),
      reach: filters[facet].reduce((sum, value) => sum + counts.of(facet, value), 0),
    }))
  return groups.some(({ reach }) => reach === 0) ? null : groups
}

/** What the words demand when words up to this kinship count. */
export function wordGroups(understood: readonly Understood[], kinship: Kinship): Group[] {
  return understood.map(({ words }) => {
    const near = words.filter(word => word.kinship <= kinship)
    return {
      terms: near.map(({ word }) => `word:${word}`),
      reach: near.reduce((sum, { n }) => sum + n, 0),
    }
  })
}

/** The share of all members that have a term of every group, as if the groups had nothing to do with each other. */
export const shareOf = (groups: readonly Group[], total: number): number =>
  groups.reduce((product, { reach }) => product * Math.min(1, reach / Math.max(total, 1)), 1)

export const rarestOf = (groups: readonly Group[]): Group | null =>
  groups.reduce<Group | null>((least, group) => (least && least.reach <= group.reach ? least : group), null)
