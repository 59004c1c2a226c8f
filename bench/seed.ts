import type pg from 'pg'
import { newId } from '#platform/id.ts'
import { searchKey } from '#platform/text/search-key.ts'
import { organisationName, randomNumbers, skewed } from './names.ts'

const communities = [
  'roma',
  'polish',
  'ukrainian',
  'belarusian',
  'crimean-tatar',
  'bulgarian',
  'greek',
  'armenian',
]
const languages = ['uk', 'pl', 'rom', 'be', 'crh', 'bg', 'hy', 'ka']
const fields = ['culture', 'education', 'human-rights', 'legal-aid', 'youth', 'women', 'media', 'integration']
const kinds = ['association', 'union', 'informal-group', 'foundation', 'education', 'media']
const levels = ['local', 'regional', 'national', 'international']
const regions = [
  'PL-06',
  'PL-20',
  'PL-14',
  'UA-30',
  'UA-46',
  'UA-51',
  'UA-63',
  'UA-21',
  'UA-18',
  'DE-BE',
  'CZ-10',
]

const several = (random: () => number, list: readonly string[]) => [
  ...new Set(Array.from({ length: 1 + Math.floor(random() * 3) }, () => skewed(random, list))),
]

function makeOrganisation(random: () => number) {
  const name = organisationName(random)
  const region = skewed(random, regions)
  return {
    id: newId(),
    membership: newId(),
    kind: skewed(random, kinds),
    name,
    communities: several(random, communities),
    languages: several(random, languages),
    fields: several(random, fields),
    level: skewed(random, levels),
    country: region.slice(0, 2),
    region,
    search_key: searchKey(Object.values(name).join(' ')),
    since: `20${10 + Math.floor(random() * 15)}-0${1 + Math.floor(random() * 9)}-15`,
  }
}

const write = `
  with given as (
    select * from json_to_recordset($2) as o (id uuid, membership uuid, kind text, name jsonb, communities text[],
      languages text[], fields text[], level text, country text, region text, search_key text, since date)
  ), organisations as (
    insert into network.organisations (id, kind, name, communities, languages, fields, level, country, region, search_key,
        demonstration, profile_confirmed_on)
      select id, kind, name, communities, languages, fields, level, country, region, search_key, true, current_date from given
    returning id
  )
  insert into network.memberships (umbrella_id, id, form, organisation_id, since, admitted_under)
    select $1, membership, 'collective', id, since, 'bench' from given join organisations using (id)`

/** Adds `count` organisations as members of an umbrella, always the same ones for one `seed`. Needs the owner's role. */
export async function seedMembers(owner: pg.Pool, umbrella: string, count: number, seed = 1): Promise<void> {
  const random = randomNumbers(seed)
  for (let left = count; left > 0; left -= 5000) {
    const batch = Array.from({ length: Math.min(left, 5000) }, () => makeOrganisation(random))
    await owner.query(write, [umbrella, JSON.stringify(batch)])
  }
  await owner.query(
    'analyze network.organisations, network.memberships, network.directory, network.directory_terms, network.words',
  )
}
