import type { Context } from 'hono'
import type { UmbrellaEnv } from '#platform/http/context.ts'

/** The receipt as a small text file. Its name tells nobody what it is. */
export function receiptFile(c: Context<UmbrellaEnv>, receipt: string): Response {
  const { i18n, umbrella, platform } = c.var
  const address = `${platform.config.origin}/${i18n.lang}/${umbrella.slug}/report/mailbox`
  return new Response(`${receipt}\n${address}\n`, {
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Disposition': 'attachment; filename="code.txt"',
    },
  })
}
