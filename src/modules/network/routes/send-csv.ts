import type { Context } from 'hono'
import type { UmbrellaEnv } from '#platform/http/context.ts'

/** A table as a download, named after the umbrella. */
export const sendCsv = (c: Context<UmbrellaEnv>, name: string, text: string) =>
  c.body(text, 200, {
    'Content-Type': 'text/csv; charset=utf-8; header=present',
    'Content-Disposition': `attachment; filename="${c.var.umbrella.slug}-${name}.csv"`,
  })
