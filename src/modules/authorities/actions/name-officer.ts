import * as z from 'zod'
import { invite, proposeAct } from '#modules/people/index.ts'
import { rows, type Tx } from '#platform/database/scope.ts'
import type { ActDefinition, InvitationPurpose } from '#platform/http/module.ts'
import type { Viewer } from '#platform/http/viewer.ts'
import type { Locale } from '#platform/i18n/index.ts'
import { record } from '#platform/journal/record.ts'
import type { Platform } from '#platform/platform.ts'
import { type Outcome, refusingWhenViolated } from '#platform/refusal.ts'
import { bodyName, invitedOfficer } from '../queries/officers.ts'

export type NamedOfficer = { who: string; address: string; locale: Locale }

const inviteOfficer = (platform: Platform, tx: Tx, body: string, { who, address, locale }: NamedOfficer) =>
  invite(platform, tx, { purpose: 'officer', payload: { body, who }, address, locale })

/** An officer invites a colleague to answer for the same body; accepting is enough. */
export const inviteColleague = inviteOfficer

/**
 * The first officer: an invitation goes out and an act waits for a second coordinator. The term begins when the invitation
 * was accepted and the act confirmed, whichever comes last.
 */
export function nameFirstOfficer(
  platform: Platform,
  tx: Tx,
  viewer: Viewer,
  { body, reason, ...named }: NamedOfficer & { body: string; reason: string },
): Promise<Outcome> {
  return refusingWhenViolated(tx, {}, async () => {
    const invited = await inviteOfficer(platform, tx, body, named)
    if (!invited.ok) return invited
    return proposeAct(tx, viewer, {
      kind: 'authorities.name_officer',
      subject: body,
      payload: { invitation: invited.id },
      reason,
    })
  })
}

const refusals = {
  named_by_officers: 'authorities.desk.officers.hasOfficers',
  named_by_keeper: 'authorities.desk.officers.notKeeper',
  not_oneself: 'authorities.desk.officers.notOneself',
  one_term_at_a_time: 'authorities.desk.officers.isOfficer',
  officers_pkey: 'authorities.desk.officers.isOfficer',
} as const

/** Begins the term to which an invitation leads, if nothing is missing any more. */
const beginTerm = (tx: Tx, invitation: string, body: string): Promise<Outcome<{ begun: boolean }>> =>
  refusingWhenViolated(tx, refusals, async () => {
    const [done] = await rows<{ begun: boolean }>(
      tx,
      'authorities.begin-term',
      'select authorities.begin_term($1) as begun',
      [invitation],
    )
    if (done!.begun) {
      await record(tx, {
        action: 'authorities.officer_named',
        subject: { type: 'body', id: body },
        visibility: 'public',
      })
    }
    return { ok: true, begun: done!.begun }
  })

const aBody = z.object({ body: z.uuid() })
const anInvitation = z.object({ invitation: z.uuid() })

/** To answer for a public body. Whoever accepts belongs to no umbrella by it. */
export const officerInvitation: InvitationPurpose = {
  purpose: 'officer',
  outside: true,
  label: 'authorities.desk.officers.invitation',
  values: async (tx, { payload }, i18n) => ({
    body: i18n.text(await bodyName(tx, aBody.parse(payload).body)).value,
  }),
  accept: async (tx, { id, payload }) => {
    const outcome = await beginTerm(tx, id, aBody.parse(payload).body)
    return outcome.ok ? { ok: true, path: '/desk' } : outcome
  },
}

/** Two coordinators of different members bring a public body onto the platform. */
export const nameOfficerAct: ActDefinition = {
  kind: 'authorities.name_officer',
  label: 'authorities.desk.officers.act',
  describe: async (tx, { subject, payload }, i18n) => {
    const invited = await invitedOfficer(tx, anInvitation.parse(payload).invitation)
    const who = [invited?.who, invited?.address].filter(Boolean).join(', ')
    return {
      values: { who: who || '–', body: i18n.text(await bodyName(tx, subject)).value },
      path: `/bodies/${subject}/officers`,
    }
  },
  apply: (tx, { subject, payload }) => beginTerm(tx, anInvitation.parse(payload).invitation, subject),
}

/** Ends a term of a body for which the person of the scope answers. */
export async function endTerm(tx: Tx, body: string, person: string): Promise<boolean> {
  const [done] = await rows<{ ended: boolean }>(
    tx,
    'authorities.end-term',
    'select authorities.end_term($1, $2) as ended',
    [body, person],
  )
  if (done!.ended) {
    await record(tx, {
      action: 'authorities.officer_term_ended',
      subject: { type: 'body', id: body },
      visibility: 'public',
    })
  }
  return done!.ended
}
