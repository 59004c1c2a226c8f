import type { I18n } from '#platform/i18n/index.ts'
import { regionCodes } from '#platform/places/index.ts'
import type { Statistics } from '../queries/statistics.ts'
import { countRows } from '../statistics/count-rows.ts'
import { countriesOf, regionsShown } from '../statistics/regions.ts'
import { seriesOf } from '../statistics/series.ts'
import { wayOf } from '../statistics/way.ts'
import { stepWords } from '../statistics/words.ts'
import { barsDrawing, mapDrawing, timeDrawing } from './drawings.tsx'
import { frameOf, pictureFile } from './picture.tsx'

/** The pictures that everybody may take away. */
export const pictureNames = ['time', 'map', 'bias', 'type', 'justice'] as const
export type PictureName = (typeof pictureNames)[number]

/** What a picture is called, which is also its title. */
export const pictureWords = {
  time: 'monitoring.statistics.time',
  map: 'monitoring.statistics.map',
  bias: 'monitoring.statistics.bias',
  type: 'monitoring.statistics.type',
  justice: 'monitoring.statistics.way',
} as const satisfies Record<PictureName, string>

const titles = {
  ...pictureWords,
  time: 'monitoring.statistics.timeVerified',
  map: 'monitoring.statistics.mapLabel',
} as const

function drawn(i18n: I18n, name: PictureName, statistics: Statistics, country: string | null) {
  const { published, release, words } = statistics
  if (name === 'time')
    return timeDrawing(i18n, seriesOf(published, 'verified', release.recordedUntil.toPlainYearMonth()))
  if (name === 'justice') {
    const way = wayOf(published, 'verified', null)
    return barsDrawing(
      i18n,
      way.map(([step, verified]) => ({
        label: i18n.t(stepWords[step]),
        verified,
        assessed: { state: 'unpublished' },
        rate: null,
      })),
    )
  }
  if (name !== 'map')
    return barsDrawing(i18n, countRows(i18n, { published, words, dimension: name, year: null }))
  const [chosen] = countriesOf(published, country)
  if (!chosen) return null
  const ask = { standing: 'verified', bias: null, year: null } as const
  return mapDrawing(i18n, chosen, regionsShown(published, ask, regionCodes(chosen)))
}

/** A picture of what is published as an SVG file, its caveat on it; null where there is nothing to draw. */
export async function pictureOf(
  i18n: I18n,
  name: PictureName,
  statistics: Statistics,
  { coalition, country }: { coalition: string; country: string | null },
): Promise<string | null> {
  const drawing = drawn(i18n, name, statistics, country)
  if (!drawing) return null
  const key = i18n.t(
    name === 'time' ? 'monitoring.statistics.pictureLine' : 'monitoring.statistics.pictureHidden',
  )
  const frame = frameOf(i18n, { title: i18n.t(titles[name]), key }, coalition, statistics)
  return pictureFile(frame, drawing.height, drawing.drawing)
}
