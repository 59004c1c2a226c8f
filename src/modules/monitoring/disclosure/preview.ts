import type { Standing } from '../schema/releases.ts'
import type { Release } from './release.ts'

/** What a release would say of one year at one standing. */
export type PreviewRow = { year: string; standing: Standing; total: number; shown: number; hidden: number }

/** A release in short, for the two who decide about it. */
export function previewOf({ cells }: Release): PreviewRow[] {
  const blocks = Map.groupBy(cells, ({ period, standing }) => `${period.slice(0, 4)} ${standing}`)
  return [...blocks]
    .map(([key, held]) => {
      const [year = '', standing] = key.split(' ') as [string, Standing]
      const hidden = held.filter(({ status }) => status === 'suppressed').length
      const total = held.find(({ dimension }) => dimension === 'total')
      return {
        year,
        standing,
        hidden,
        shown: held.length - hidden,
        total: total && total.status !== 'suppressed' ? total.value : 0,
      }
    })
    .sort((a, b) => b.year.localeCompare(a.year) || b.standing.localeCompare(a.standing))
}
