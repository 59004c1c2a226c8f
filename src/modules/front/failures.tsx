import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Env, PageOptions } from '#platform/http/context.ts'
import { Forbidden, NotFound, TooLarge } from '#platform/http/errors.ts'
import { type ErrorKind, ErrorPage } from './pages/error.tsx'

type Failure = { kind: ErrorKind; status: NonNullable<PageOptions['status']> }

function failureOf(error: Error): Failure {
  if (error instanceof NotFound) return { kind: 'notFound', status: 404 }
  if (error instanceof Forbidden) return { kind: 'forbidden', status: 403 }
  if (error instanceof TooLarge) return { kind: 'tooLarge', status: 413 }
  if (error instanceof HTTPException && error.status < 500) return { kind: 'forbidden', status: 403 }
  return { kind: 'bug', status: 500 }
}

// A failure before the language is known (or in the page's own code) still gets an answer.
const bare = (status: number, number: string) =>
  new Response(`${status}${number ? ` ${number}` : ''}\n`, {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  })

/** The one `onError`: what was not foreseen is logged with a number that the person sees, without what they sent. */
export async function failure(error: Error, c: Context<Env>): Promise<Response> {
  const { kind, status } = failureOf(error)
  const number = kind === 'bug' ? randomBytes(4).toString('hex') : ''
  if (number) c.var.platform?.log.error({ number, route: c.req.routePath, err: error }, 'request failed')
  if (!c.var.page || c.req.path.startsWith('/api/')) return bare(status, number)
  try {
    return await c.var.page(<ErrorPage kind={kind} number={number} />, { status })
  } catch (second) {
    c.var.platform.log.error({ number, err: second }, 'the error page failed too')
    return bare(500, number)
  }
}
