/**
 * From when on a number may be published. One-way: by one code alone. Crossed: bias by region, which says far more
 * of a person. Sources: research §4 of the project's monitoring study; ONS uses 10, health agencies 5 to 10.
 */
export const smallestShown = { oneWay: 5, crossed: 10 } as const

/** Totals are rounded to this, so that no difference of two totals tells of one person. */
const roundedTo = 5

/** When one family or organisation makes up this share of a number, the number is about them. */
const dominantShare = 0.85

/** Days between the record and its first publication: what happened yesterday in a village needs no number. */
export const daysOfDelay = 30

/** Of all incidents of two codes, the share that has both from which on the one number tells the other. */
export const sameIncidents = 0.8

/** A number before anything was decided about it; `largest` is the part of its largest family or organisation. */
export type Count = { n: number; largest?: number }

/** Too small, or about somebody in particular. A true zero harms nobody and is shown as what it is. */
export const isSensitive = ({ n, largest = 0 }: Count, least: number): boolean =>
  n > 0 && (n < least || largest / n >= dominantShare)

/** A number as everybody may read it. Suppressed is not zero, and never shown as one. */
export type Published = { status: 'shown' | 'rounded'; value: number } | { status: 'suppressed' }

export const rounded = (n: number): number => Math.round(n / roundedTo) * roundedTo
