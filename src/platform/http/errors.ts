/** Not there, or not visible to this viewer: the two look the same. 404. */
export class NotFound extends Error {
  override name = 'NotFound'
}

/** Visible, but not for this viewer to do. 403. */
export class Forbidden extends Error {
  override name = 'Forbidden'
}

/** The row, or 404. */
export function found<T>(row: T | null | undefined): T {
  if (row === null || row === undefined) throw new NotFound()
  return row
}

/** Lets pass only what the policy allows: 403 otherwise. */
export function authorize(allowed: boolean): asserts allowed {
  if (!allowed) throw new Forbidden()
}

/** The body is larger than this address takes. 413. */
export class TooLarge extends Error {
  override name = 'TooLarge'
}
