import type { Context } from 'hono'
import { namesOf } from '#modules/network/index.ts'
import type { Tx } from '#platform/database/scope.ts'
import type { UmbrellaEnv } from '#platform/http/context.ts'
import { authorize, found } from '#platform/http/errors.ts'
import { idParam, numberParam } from '#platform/http/params.ts'
import { isCoordinator } from '#platform/http/viewer.ts'
import { canChangeDraft } from '../policy/letters.ts'
import { type CommunicationView, findCommunication, findDraft } from '../queries/communication.ts'

export type C = Context<UmbrellaEnv>

/** The communication of the address: a draft by its id, a letter that others know by its number. */
export const letterOf = async (c: C, tx: Tx): Promise<CommunicationView> =>
  found(c.req.param('id') ? await findDraft(tx, idParam(c)) : await findCommunication(tx, numberParam(c)))

/** The draft of the address, for those who write it. */
export async function ownDraft(c: C, tx: Tx): Promise<CommunicationView> {
  const letter = found(await findDraft(tx, idParam(c)))
  authorize(canChangeDraft(c.var.viewer, letter))
  return letter
}

/** Where a letter stands, below the umbrella. */
export const placeOf = ({ id, number, status }: CommunicationView): string =>
  status === 'draft' ? `/communications/drafts/${id}` : `/communications/${number}`

/** In whose name the viewer may write: their members by name; `coalition` for the secretariat. */
export async function ownNames(c: C, tx: Tx): Promise<{ value: string; label: string }[]> {
  const { i18n, umbrella, viewer } = c.var
  const members = await namesOf(
    tx,
    viewer.capacities.map(({ membership }) => membership),
  )
  return [
    ...members.map(({ id, name }) => ({
      value: id,
      label: i18n.text(name).value || i18n.t('authorities.letter.individual'),
    })),
    ...(isCoordinator(viewer) ? [{ value: 'coalition', label: i18n.text(umbrella.name).value }] : []),
  ]
}
