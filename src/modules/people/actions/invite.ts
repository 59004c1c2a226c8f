import { createHmac } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { Locale } from '#platform/i18n/index.ts'
import { newId } from '#platform/id.ts'
import { type Json, record } from '#platform/journal/record.ts'
import type { Platform } from '#platform/platform.ts'
import { type Outcome, refuse } from '#platform/refusal.ts'
import { invitationMail } from '../emails/invitation.ts'
import { hashToken } from '../queries/invitations.ts'
import type { Purpose } from '../schema/people.ts'

/** Days for which an invitation is open. */
const invitationDays = 14

/** Whom to invite to what. `payload` is what the purpose needs; an open invitation of one address to one thing is enough. */
export type NewInvitation = {
  purpose: Purpose
  payload: Record<string, Json>
  address: string
  locale: Locale
  /** The member for which it is done, for the journal. */
  member?: string
}

/**
 * The secret part of the link in the mail. It can be made again from the id, so that it is written down nowhere.
 */
export const invitationToken = (platform: Platform, id: string): string =>
  createHmac('sha256', platform.secrets.auth).update(`invitation ${id}`).digest('base64url')

/** Recognises an address without keeping it. */
const markOf = (platform: Platform, address: string): Buffer =>
  createHmac('sha256', platform.secrets.auth).update(`invited ${address}`).digest()

/**
 * Invites by mail, in the name of the scope's account. Who may invite whom is for the caller to judge. Refused while the
 * same address has an open invitation to the same thing.
 */
export async function invite(
  platform: Platform,
  tx: Tx,
  invitation: NewInvitation,
): Promise<Outcome<{ id: string }>> {
  const address = invitation.address.trim().toLowerCase()
  const mark = markOf(platform, address)
  const payload = JSON.stringify(invitation.payload)
  const { rowCount } = await tx.execute(sql`
    select 1 from people.invitations i
    where i.umbrella_id = platform.current_umbrella() and i.address_mark = ${mark} and i.purpose = ${invitation.purpose}
      and i.payload = ${payload}::jsonb and i.accepted_at is null and i.withdrawn_at is null and i.expires_at > now()`)
  if (rowCount) return refuse('people.refused.invited')
  const id = newId()
  const token = invitationToken(platform, id)
  await tx.execute(sql`
    insert into people.invitations
      (umbrella_id, id, address, address_mark, locale, purpose, payload, token_hash, invited_by, expires_at)
    values (platform.current_umbrella(), ${id}, ${address}, ${mark}, ${invitation.locale}, ${invitation.purpose},
      ${payload}::jsonb, ${hashToken(token)}, platform.current_account(), now() + make_interval(days => ${invitationDays}))`)
  await record(tx, {
    action: 'people.invited',
    member: invitation.member,
    subject: { type: 'invitation', id },
    visibility: 'members',
    detail: { purpose: invitation.purpose },
  })
  await invitationMail(tx, { id, token, purpose: invitation.purpose, days: invitationDays })
  return { ok: true, id }
}
