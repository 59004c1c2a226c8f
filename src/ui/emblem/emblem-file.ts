import { createHash } from 'node:crypto'
import { keptWith } from '#platform/kept.ts'
import { emblemRing } from './emblem.tsx'

/** The emblem as a picture of its own. `version` is another one as soon as the picture is. */
export type EmblemFile = { version: string; svg: string }

/**
 * The emblem of members by their ordinals of joining, drawn once for each array: two hundred segments in the head of every
 * page would weigh more than the page.
 */
export const emblemFile = keptWith((members: readonly number[]): EmblemFile => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-100 -100 200 200">${emblemRing(members)}</svg>`
  const version = createHash('sha256').update(svg).digest('base64url').slice(0, 12)
  return { version, svg }
})
