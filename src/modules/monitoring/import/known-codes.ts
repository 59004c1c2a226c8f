import type { Layer } from '../schema/incidents.ts'
import { shippedLists } from '../vocabulary/shipped.ts'
import { storedCode } from '../vocabulary/shown-code.ts'
import type { KnownCodes } from './read-incidents.ts'

/** A word that a coalition has added, as far as reading needs it. */
export type OwnCode = { list: string; code: string; layer?: Layer }

/** The codes that a file may use: everything shipped, and what the coalition added. */
export function knownCodes(own: readonly OwnCode[] = []): KnownCodes {
  const shipped = shippedLists.flatMap(({ list, terms }) =>
    terms.map(({ code, layer }) => ({ list, code, layer })),
  )
  const all = new Map([...shipped, ...own].map(({ list, code, layer }) => [`${list} ${code}`, layer]))
  return {
    has: (list, code) => all.has(`${list} ${code}`) || all.has(`${list} ${storedCode(code)}`),
    layerOf: type => all.get(`types ${type}`) as Layer | undefined,
  }
}
