import type { Context } from 'hono'
import { isLanguageTag, type NamedMember, namesOf } from '#modules/network/index.ts'
import type { Tx } from '#platform/database/scope.ts'
import type { UmbrellaEnv } from '#platform/http/context.ts'
import { authorize, found, NotFound } from '#platform/http/errors.ts'
import { idParam, numberParam } from '#platform/http/params.ts'
import { capacityFor, type Viewer } from '#platform/http/viewer.ts'
import { canCorrect, canWriteDraft } from '../policy/initiatives.ts'
import { findDraft, findInitiative, type InitiativeView } from '../queries/initiative.ts'

export type C = Context<UmbrellaEnv>

/** The published initiative of the address. */
export const initiativeOf = async (c: C, tx: Tx): Promise<InitiativeView> =>
  found(await findInitiative(tx, numberParam(c)))

/** The draft of the address, for those who write it; nobody else learns that it is there. */
export async function draftOf(c: C, tx: Tx): Promise<InitiativeView> {
  const draft = found(await findDraft(tx, idParam(c)))
  if (!canWriteDraft(c.var.viewer, draft)) throw new NotFound()
  return draft
}

/** The members for which the viewer acts, by name. */
export const ownMembers = (c: C, tx: Tx): Promise<NamedMember[]> =>
  namesOf(
    tx,
    c.var.viewer.capacities.map(({ membership }) => membership),
  )

/** Lets pass only who acts for this member today. */
export function actsFor(viewer: Viewer, membership: string): string {
  authorize(capacityFor(viewer, membership) !== undefined)
  return membership
}

/** The language of a text asked for by the address: a BCP 47 tag, or null. */
export function languageQuery(c: C): string | null {
  const value = c.req.query('text') ?? ''
  return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(value) ? value : null
}

/** The language of the address: one that texts are written in, or 404. */
export function languageParam(c: C): string {
  const language = c.req.param('language')
  if (!isLanguageTag(language)) throw new NotFound()
  return language
}

/** The initiative of the address, for whoever may put its text right. */
export async function correctable(c: C, tx: Tx): Promise<InitiativeView> {
  const initiative = await initiativeOf(c, tx)
  authorize(canCorrect(c.var.viewer, initiative))
  return initiative
}
