import type { Tx } from '#platform/database/scope.ts'
import { Published } from '../statistics/published.ts'
import { listOfficialFigures, listPopulations, type OfficialFigure, type Population } from './comparisons.ts'
import { type Dimension, publishedUpTo } from './published-cells.ts'
import { listReleases, type ReleaseFace } from './releases.ts'
import { type Words, wordsOf } from './words.ts'

/** Everything that is published up to one release, ready to be shown. */
export type Statistics = {
  release: ReleaseFace
  /** All of them, the newest first. */
  releases: readonly ReleaseFace[]
  published: Published
  words: Words
}

/** What releases up to `number` published (the newest when null) in these tables; null when there is no such release. */
export async function statisticsUpTo(
  tx: Tx,
  number: number | null,
  which: readonly Dimension[],
): Promise<Statistics | null> {
  const releases = await listReleases(tx)
  const release = releases.find(one => number === null || one.number === number)
  if (!release) return null
  const published = new Published(await publishedUpTo(tx, release.number, which))
  return { release, releases, published, words: await wordsOf(tx) }
}

export type Comparisons = { official: readonly OfficialFigure[]; populations: readonly Population[] }

/** What published numbers are compared with. */
export const comparisons = async (tx: Tx): Promise<Comparisons> => ({
  official: await listOfficialFigures(tx),
  populations: await listPopulations(tx),
})
