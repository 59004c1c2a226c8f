import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { locales } from '#platform/i18n/index.ts'
import { chooseText } from '#platform/i18n/localised.ts'
import { newId } from '#platform/id.ts'
import { searchKey } from '#platform/text/index.ts'
import { freshDatabase } from '#tests/database.ts'
import { newIndividual, newMember, newOrganisation } from '#tests/members.ts'
import { newPerson, newUmbrella } from '#tests/umbrella.ts'

const database = await freshDatabase()
const { owner } = database
let umbrellas: string[]
let person: string
const organisations: string[] = []
const individuals: { umbrella: string; membership: string }[] = []

beforeAll(async () => {
  umbrellas = [await newUmbrella(database), await newUmbrella(database)]
  person = await newPerson(database, umbrellas)
  for (let n = 0; n < 6; n++) {
    const { organisation } = await newMember(database, umbrellas[n % 2]!, { name: { uk: `Рада ${n}` } })
    organisations.push(organisation)
  }
  organisations.push(await newOrganisation(database))
  for (const umbrella of umbrellas) {
    const membership = await newIndividual(database, umbrella, { name: { pl: 'Głos' } })
    individuals.push({ umbrella, membership })
  }
})

const rowDifference = `
  (select 'stale' as what, membership_id, name_uk, terms from (
    select umbrella_id, membership_id, public, form, status, name, name_uk, name_pl, name_en, communities, region, related,
      terms, signature, weight from network.directory
    except select umbrella_id, membership_id, public, form, status, name, name_uk, name_pl, name_en, communities, region,
      related, terms, signature, weight from network.directory_source) a)
  union all
  (select 'missing', membership_id, name_uk, terms from network.directory_source s
    where not exists (select from network.directory d where (d.umbrella_id, d.membership_id) = (s.umbrella_id, s.membership_id)))`

const termDifference = `
  with wanted as (select umbrella_id, term, weight, membership_id, public from network.directory, unnest(terms) term)
  (select 'stale', * from (table network.directory_terms except table wanted) a)
  union all (select 'missing', * from (table wanted except table network.directory_terms) b)`

const wordDifference = `
  with wanted as (
    select umbrella_id, substr(term, 6) as word, count(*) filter (where public) as public_n, count(*) as inside_n
    from network.directory, unnest(terms) term where starts_with(term, 'word:') group by 1, 2),
  kept as (select umbrella_id, word, public_n, inside_n from network.words where (public_n, inside_n) <> (0, 0))
  (select 'stale', * from (table kept except table wanted) a) union all (select 'missing', * from (table wanted except table kept) b)`

const countDifference = `
  with seen as (
    select 'inside' as audience, d.* from network.directory d union all select 'public', d.* from network.directory d where public),
  wanted as (
    select umbrella_id, audience, split_part(term, ':', 1) as facet, substr(term, strpos(term, ':') + 1) as value, count(*)::integer as n
      from seen, unnest(terms) term where not starts_with(term, 'word:') group by 1, 2, 3, 4
    union all select umbrella_id, audience, 'all', '', count(*)::integer from seen group by 1, 2
    union all select umbrella_id, audience, 'activity', region || '/' || code, count(*)::integer from seen, unnest(fields) code
      where region is not null group by 1, 2, 4),
  kept as (table network.directory_counts)
  (select 'stale', * from (select * from kept where n <> 0 except table wanted) a)
  union all (select 'missing', * from (table wanted except table kept) b)`

/** What the rollups say otherwise than their sources; nothing when all is well. */
async function differences(): Promise<unknown[]> {
  const queries = [rowDifference, termDifference, wordDifference, countDifference]
  return (await Promise.all(queries.map(async query => (await owner.query(query)).rows))).flat()
}

const pick = <T>(list: readonly T[], n: number): T => list[n % list.length]!
const words = ['Рада', 'Спілка', 'ромів', 'Źródło', 'Łemków', 'council', 'Щедрик', 'в’язень']

type Change = (a: number, b: number, c: number) => Promise<unknown>

const changes: Record<string, Change> = {
  rename: (a, b, c) => {
    const name = { uk: `${pick(words, b)} ${pick(words, c)}`, ...(c % 2 ? { pl: pick(words, c + 3) } : {}) }
    return owner.query('update network.organisations set name = $2, search_key = $3 where id = $1', [
      pick(organisations, a),
      name,
      searchKey(Object.values(name).join(' ')),
    ])
  },
  move: (a, b, c) =>
    owner.query('update network.organisations set country = $2, region = $3, fields = $4 where id = $1', [
      pick(organisations, a),
      b % 2 ? 'PL' : 'UA',
      b % 3 === 0 ? null : b % 2 ? 'PL-06' : 'UA-46',
      c % 2 ? ['culture', 'education'] : ['culture'],
    ]),
  end: (a, b) =>
    owner.query(
      `update network.memberships set status = 'ended', until = since + 1 where umbrella_id = $1 and organisation_id = $2`,
      [pick(umbrellas, b), pick(organisations, a)],
    ),
  suspend: (a, _, c) =>
    owner.query(
      `update network.memberships set status = $2 where organisation_id = $1 and status <> 'ended'`,
      [pick(organisations, a), c % 2 ? 'suspended' : 'active'],
    ),
  join: async (a, b) => {
    const id = newId()
    await owner.query(
      `insert into network.memberships (umbrella_id, id, form, organisation_id, since, admitted_under)
       values ($1, $2, 'collective', $3, '2024-01-01', 'founding') on conflict do nothing`,
      [pick(umbrellas, b), id, pick(organisations, a)],
    )
  },
  list: (a, b) =>
    owner.query('update network.individuals set listed = $2 where membership_id = $1', [
      pick(individuals, a).membership,
      b % 2 === 0,
    ]),
  unite: (a, b, c) =>
    owner
      .query(
        `insert into network.union_edges (union_id, child_id, stated_by, confirmed_at) values ($1, $2, $3, $4)
         on conflict (union_id, child_id) do update set confirmed_at = excluded.confirmed_at`,
        [pick(organisations, a), pick(organisations, b), person, c % 3 ? new Date() : null],
      )
      .catch(refused),
  part: (a, b) =>
    owner.query('delete from network.union_edges where union_id = $1 or child_id = $2', [
      pick(organisations, a),
      pick(organisations, b),
    ]),
}

function refused(error: { constraint?: string }) {
  if (error.constraint !== 'no_circles' && error.constraint !== 'union_edges_check') throw error
}

const number = fc.nat(50)
const change = fc.tuple(fc.constantFrom(...Object.keys(changes)), number, number, number)
const run = ([kind, a, b, c]: [string, number, number, number]) => changes[kind]!(a, b, c)

describe('the rollups of the directory', () => {
  test('say what their sources say after any changes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 12 }), async list => {
        for (const one of list) await run(one)
        expect(await differences()).toEqual([])
      }),
      { numRuns: 25 },
    )
  })

  test('say so too when the changes come at the same time', async () => {
    // A deadlock says "nothing happened, try again", as the program does.
    const persistently = (one: [string, number, number, number]): Promise<unknown> =>
      run(one).catch((error: { code?: string }) => {
        if (error.code !== '40P01') throw error
        return persistently(one)
      })
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 4, maxLength: 12 }), async list => {
        await Promise.all(list.map(persistently))
        expect(await differences()).toEqual([])
      }),
      { numRuns: 15 },
    )
  })

  test('sort by the same text that a reader is shown', async () => {
    const tag = fc.constantFrom('uk', 'pl', 'en', 'uk-Latn', 'rom', 'crh')
    const text = fc.constantFrom('Рада', 'Rada', ' Council ', '', '  ')
    await fc.assert(
      fc.asyncProperty(fc.dictionary(tag, text), async localised => {
        const { rows } = await owner.query<{ stored: Record<string, string>; shown: string[] }>(
          `select $1::jsonb as stored, array[network.text_for($1, '{uk,en,pl}'), network.text_for($1, '{pl,en,uk}'),
            network.text_for($1, '{en,uk,pl}')] as shown`,
          [localised],
        )
        // As the database hands it back: it keeps its own order of keys.
        const { stored, shown } = rows[0]!
        expect(shown).toEqual(locales.map(locale => chooseText(stored, locale).value.trim()))
      }),
      { numRuns: 200 },
    )
  })
})
