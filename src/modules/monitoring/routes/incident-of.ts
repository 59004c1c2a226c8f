import type { Context } from 'hono'
import type { Tx } from '#platform/database/scope.ts'
import type { UmbrellaEnv } from '#platform/http/context.ts'
import { found, NotFound } from '#platform/http/errors.ts'
import { idParam } from '#platform/http/params.ts'
import { isIncidentCode } from '../coding/incident-code.ts'
import { findIncident, type IncidentView, type SourceView } from '../queries/incident.ts'

export type C = Context<UmbrellaEnv>

/** The random name of an incident in the address. */
function codeParam(c: C): string {
  const code = c.req.param('code') ?? ''
  if (!isIncidentCode(code)) throw new NotFound()
  return code
}

/** The address of the incident's page, or of one below it. */
export const at = (c: C, place = '') => `/incidents/${codeParam(c)}${place}`

export const incidentOf = async (c: C, tx: Tx): Promise<IncidentView> =>
  found(await findIncident(tx, codeParam(c)))

/** The source in the address, when it speaks for this incident. */
export function sourceOf(c: C, incident: IncidentView): SourceView {
  const id = idParam(c, 'source')
  return found(incident.sources.find(source => source.id === id))
}
