import type { Context } from 'hono'
import type { UmbrellaEnv } from '#platform/http/context.ts'

/** The file chosen in a field of a form that was read already, or null. A browser sends an empty one where none was chosen. */
export const fileIn = (body: Record<string, unknown>, name: string): File | null =>
  [body[name]].flat().find((value): value is File => value instanceof File && value.size > 0) ?? null

/** The file chosen in a field of the form, or null. */
export const uploaded = async (c: Context<UmbrellaEnv>, name: string): Promise<File | null> =>
  fileIn(await c.req.parseBody({ all: true }), name)
