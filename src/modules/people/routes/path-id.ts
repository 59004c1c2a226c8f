import { NotFound } from '#platform/http/errors.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** An id from an address: what is no UUID names nothing, 404. */
export function pathId(text: string): string {
  if (!uuid.test(text)) throw new NotFound()
  return text
}
