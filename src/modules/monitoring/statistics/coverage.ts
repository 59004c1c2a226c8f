import { regionCodes } from '#platform/places/index.ts'
import type { Published } from './published.ts'

/** From where anything came at all: a region without reports is one of which nothing is known. */
export type Coverage = { heard: string[]; silent: string[] }

const hasAnything = (published: Published, region: string) =>
  (['verified', 'assessed'] as const).some(standing => {
    const shown = published.of({ standing, dimension: 'region', code: region })
    return shown.state === 'hidden' || (shown.state === 'number' && shown.value > 0)
  })

/** Regions of the coalition's country from which reports were published, and those from which none were. */
export function coverageOf(published: Published, country: string | null): Coverage {
  const all = country ? [...regionCodes(country)] : []
  return {
    heard: all.filter(region => hasAnything(published, region)),
    silent: all.filter(region => !hasAnything(published, region)),
  }
}
