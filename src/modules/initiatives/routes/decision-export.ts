import type { Context } from 'hono'
import type { Tx } from '#platform/database/scope.ts'
import { open } from '#platform/http/access.ts'
import type { UmbrellaEnv } from '#platform/http/context.ts'
import { found, NotFound } from '#platform/http/errors.ts'
import { numberParam } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { spool, unspool } from '#platform/http/spool.ts'
import { isAmongMembers } from '#platform/http/viewer.ts'
import { KeptBytes } from '#platform/kept-bytes.ts'
import { type Exportable, exportParts, findExportable } from '../queries/export-decision.ts'

const acceptsGzip = (c: Context<UmbrellaEnv>) =>
  /\bgzip\b(?!;q=0)/.test(c.req.header('accept-encoding') ?? '')

const remembered = new KeptBytes()

// An open ballot's log is the same for everybody. What is read of a secret one hangs on the reader.
async function packedExport(tx: Tx, decision: Exportable, umbrella: string): Promise<Buffer> {
  const key = `${umbrella} ${decision.id} ${decision.state}`
  const known = decision.secret ? undefined : remembered.find(key)
  if (known) return Buffer.from(known)
  const packed = await spool(exportParts(tx, decision))
  if (!decision.secret) remembered.keep(key, packed)
  return packed
}

/** The export of a decision as a download, written as fast as it is read and sent at the reader's pace. */
export async function sendExport(c: Context<UmbrellaEnv>, number: number) {
  const kept = await c.var.read(async (tx: Tx) => {
    const decision = found(await findExportable(tx, number))
    if (decision.secret && !isAmongMembers(c.var.viewer)) throw new NotFound()
    return packedExport(tx, decision, c.var.umbrella.id)
  })
  // As it was kept, where the reader understands that: a large one is compressed once.
  const packed = acceptsGzip(c)
  return c.body(packed ? new Uint8Array(kept) : unspool(kept), 200, {
    ...(packed && { 'Content-Encoding': 'gzip' }),
    Vary: 'Accept-Encoding',
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Disposition': `attachment; filename="${c.var.umbrella.slug}-decision-${number}.json"`,
  })
}

export const decisionExportRoutes = umbrellaRoutes().get('/decisions/:number/export', open, c =>
  sendExport(c, numberParam(c)),
)
