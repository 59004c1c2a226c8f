import type { Context } from 'hono'
import type { UmbrellaEnv } from '#platform/http/context.ts'
import { authorize, found } from '#platform/http/errors.ts'
import { numberParam } from '#platform/http/params.ts'
import { canPublish } from '../policy/publication.ts'
import { findPublication, type Publication } from '../queries/publication.ts'
import { type PublicCorrespondence, publicCorrespondence } from '../queries/register-events.ts'

/** The communication in the address, for whoever decides what of it is public. */
export async function publicationOf(c: Context<UmbrellaEnv>): Promise<Publication> {
  const publication = found(await c.var.readOnce(tx => findPublication(tx, numberParam(c))))
  authorize(canPublish(c.var.viewer, publication))
  return publication
}

/** The same with what everybody sees around it. */
export async function publicationShown(
  c: Context<UmbrellaEnv>,
): Promise<{ publication: Publication; correspondence: PublicCorrespondence }> {
  const publication = await publicationOf(c)
  const correspondence = await c.var.readOnce(tx => publicCorrespondence(tx, publication.id))
  return { publication, correspondence }
}
