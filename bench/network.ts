import { searchKey, transliterate } from '#platform/text/index.ts'
import type { Measured } from './figure.ts'
import { directory, home, member, search } from './network-pages.ts'
import { cached, firstView, growth, memory } from './network-sizes.ts'
import type { Program } from './program.ts'
import { type BenchUmbrella, letAct, seedUmbrella } from './seed-umbrella.ts'

/** Words to search for that somebody in the small umbrella has. */
export type Words = { rare: string; latin: string; typo: string }

export type Bench = Program & {
  headers: { cookie: string }
  /** Who is signed in. */
  person: string
  small: BenchUmbrella
  large: () => Promise<BenchUmbrella>
  words: Words
}

const representative = 'international-union.representative'

/** What is measured of the network, in this order: memory is looked at last. */
export const networkMeasures: Record<string, (bench: Bench) => Promise<Measured>> = {
  'network.directory': directory,
  'network.search': search,
  'network.member': member,
  'network.home': home,
  'network.cached': cached,
  'network.first-view': firstView,
  'network.growth': growth,
  'network.memory': memory,
}

// The proper name in the quotation marks of «Рада ромів „Ведарин“», of a member that few others are called like.
async function chooseWords({ database }: Program, { id }: BenchUmbrella): Promise<Words> {
  const { rows } = await database.owner.query<{ name: string; word: string }>(
    `select d.name ->> 'uk' as name, w.word from network.words w
     join network.directory_terms t on t.umbrella_id = w.umbrella_id and t.term = 'word:' || w.word
     join network.directory d on d.umbrella_id = t.umbrella_id and d.membership_id = t.membership_id
     where w.umbrella_id = $1 and w.inside_n between 2 and 4 and length(w.word) between 7 and 9 order by w.word limit 50`,
    [id],
  )
  for (const { name, word } of rows) {
    const rare = /«(.+)»/.exec(name)?.[1]
    if (!rare || searchKey(rare) !== word) continue
    const middle = Math.floor(rare.length / 2)
    const typo = rare.slice(0, middle) + rare[middle + 1] + rare[middle] + rare.slice(middle + 2)
    return { rare, latin: transliterate(rare, 'uk'), typo }
  }
  throw new Error('the seed made no rare word')
}

/** Everything the measures need: members in two sizes, and somebody inside both. */
export async function prepareNetwork(program: Program): Promise<Bench> {
  const { owner } = program.database
  const small = await seedUmbrella(owner, 10_000)
  const { cookie, person } = await program.signIn(representative)
  await letAct(owner, small, person)
  const large = async () => {
    const umbrella = await seedUmbrella(owner, 100_000)
    await letAct(owner, umbrella, person)
    return umbrella
  }
  return { ...program, headers: { cookie }, person, small, large, words: await chooseWords(program, small) }
}
