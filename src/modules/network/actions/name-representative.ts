import * as z from 'zod'
import { invite } from '#modules/people/index.ts'
import type { Tx } from '#platform/database/scope.ts'
import { storeFile } from '#platform/files/index.ts'
import type { Invitation, InvitationPurpose } from '#platform/http/module.ts'
import type { Locale } from '#platform/i18n/index.ts'
import type { Platform } from '#platform/platform.ts'
import { type Outcome, refuse, refusingWhenViolated } from '#platform/refusal.ts'
import type { MandateEntry } from '../forms/mandate.ts'
import { lockMember } from '../queries/lock-member.ts'
import { namesOf } from '../queries/member-name.ts'
import { findMembership, type MembershipView } from '../queries/memberships.ts'
import { type MandateTerms, proposeMandate } from './propose-mandate.ts'

type Naming = {
  membership: MembershipView
  entry: MandateEntry
  file: File | null
  /** The language of the invitation. */
  locale: Locale
  proposer: string
}

async function termsOf(
  tx: Tx,
  { membership, entry, file }: Naming,
): Promise<Outcome<{ terms: MandateTerms }>> {
  const stored = file ? await storeFile(tx, { name: file.name, bytes: file }) : null
  if (stored && !stored.ok) return stored
  const { role, document, from, until, handOver } = entry
  const primary = membership.mandates.find(mandate => mandate.role === 'primary' && mandate.inForce)
  const replaces = handOver && role === 'primary' ? (primary?.id ?? null) : null
  const terms = {
    membership: membership.id,
    role,
    document,
    file: stored?.file.id ?? null,
    from,
    until,
    replaces,
  }
  return { ok: true, terms }
}

/** Proposes a mandate for somebody known here, or invites an address to hold it. */
export function nameRepresentative(
  platform: Platform,
  tx: Tx,
  naming: Naming,
): Promise<Outcome<{ invited: boolean }>> {
  return refusingWhenViolated<{ invited: boolean }>(tx, {}, async () => {
    const { entry, membership, locale, proposer } = naming
    const read = await termsOf(tx, naming)
    if (!read.ok) return read
    if (entry.person) {
      const outcome = await proposeMandate(tx, { ...read.terms, person: entry.person, proposedBy: proposer })
      return outcome.ok ? { ok: true, invited: false } : outcome
    }
    const outcome = await invite(platform, tx, {
      purpose: 'mandate',
      payload: read.terms,
      address: entry.address,
      locale,
      member: membership.id,
    })
    return outcome.ok ? { ok: true, invited: true } : outcome
  })
}

const invited = z.object({
  membership: z.uuid(),
  role: z.enum(['primary', 'deputy']),
  document: z.string(),
  file: z.uuid().nullable(),
  from: z.iso.date(),
  until: z.iso.date().nullable(),
  replaces: z.uuid().nullable(),
})

async function accept(
  tx: Tx,
  { payload, invitedBy }: Invitation,
  person: string,
): Promise<Outcome<{ path?: string }>> {
  const terms = invited.parse(payload)
  await lockMember(tx, terms.membership)
  const membership = await findMembership(tx, terms.membership)
  if (!membership || membership.status === 'ended') return refuse('network.membership.endedAlready')
  const replaced = membership.mandates.find(({ id }) => id === terms.replaces)
  const replaces = replaced?.inForce ? replaced.id : null
  const outcome = await proposeMandate(tx, { ...terms, replaces, person, proposedBy: invitedBy })
  return outcome.ok ? { ok: true, path: `/mandates/${outcome.id}` } : outcome
}

/** To act for a member. Accepting proposes the mandate; a second person still confirms it. */
export const mandateInvitation: InvitationPurpose = {
  purpose: 'mandate',
  label: 'network.mandate.invitation',
  values: async (tx, { payload }, i18n) => {
    const [member] = await namesOf(tx, [invited.parse(payload).membership])
    return { name: i18n.text(member?.name).value }
  },
  accept,
}
