/** Where a sealed text is: a record of its own, or one part of the record in which a whole chronicle lies. */
export type SealedPlace = {
  record: string
  part: string | null
  /** The incident of which it tells. */
  code: string
}

/** By what a place is told from others. */
export const placeKey = ({ record, part }: Pick<SealedPlace, 'record' | 'part'>): string => part ?? record

const longestReason = 500

/** The reason as it is written down: of a chronicle it names the incidents, for its record holds the others as well. */
export function namingIncidents(reason: string, places: readonly SealedPlace[]): string {
  const codes = new Set(places.filter(({ part }) => part !== null).map(({ code }) => code))
  return codes.size === 0 ? reason : `${[...codes].join(', ')}: ${reason}`.slice(0, longestReason)
}
