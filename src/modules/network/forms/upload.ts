import type { Context } from 'hono'
import type { UmbrellaEnv } from '#platform/http/context.ts'

/** The file chosen in a form, or null: a field left empty is posted as a file without name or content. */
export async function uploaded(c: Context<UmbrellaEnv>, name: string): Promise<File | null> {
  const body = await c.req.parseBody({ all: true })
  const value = [body[name]].flat()[0]
  return value instanceof File && value.size > 0 ? value : null
}
