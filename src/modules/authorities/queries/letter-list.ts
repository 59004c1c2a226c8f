import { sql } from 'drizzle-orm'
import { memberName } from '#modules/network/index.ts'
import type { Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'
import type { CommunicationKind } from '../schema/communications.ts'

/** A draft in the list of those who write it. Moments are ISO text. */
export type DraftLine = {
  id: string
  title: string
  kind: CommunicationKind
  body: Localised
  member: Localised | null
  membershipId: string | null
  asked: boolean
  updatedAt: string
}

/** The drafts that the asker may see: of own members, of the coalition, and what the secretariat is asked to send. */
export async function listDrafts(tx: Tx): Promise<DraftLine[]> {
  const { rows } = await tx.execute<DraftLine>(sql`
    select c.id, c.title, c.kind, b.name as body, c.membership_id as "membershipId",
      case when c.membership_id is not null then ${memberName(sql`c.membership_id`)} end as member,
      c.asked_at is not null as asked, c.updated_at as "updatedAt"
    from authorities.communications c join authorities.bodies b on b.id = c.body_id
    where c.umbrella_id = platform.current_umbrella() and c.status = 'draft'
    order by c.updated_at desc, c.id limit 200`)
  return rows
}

/** A letter that is open for signing, or was written to one body. */
export type LetterLine = {
  number: number
  title: string
  kind: CommunicationKind
  body: Localised
  until: string
}

/** What members are invited to sign now, the next to end first. */
export async function openForSigning(tx: Tx): Promise<LetterLine[]> {
  const { rows } = await tx.execute<LetterLine>(sql`
    select c.number, c.title, c.kind, b.name as body, c.sign_until as until
    from authorities.communications c join authorities.bodies b on b.id = c.body_id
    where c.umbrella_id = platform.current_umbrella() and c.status = 'signing'
    order by c.sign_until, c.number limit 200`)
  return rows
}

/** Where a sender can be reached as its public page says: of the member, or nothing for the coalition. */
export async function contactsOf(tx: Tx, membership: string | null): Promise<string[]> {
  if (membership === null) return []
  const { rows } = await tx.execute<{ value: string }>(sql`
    select k.value from network.contacts k
    join network.memberships s on s.organisation_id = k.organisation_id
    where s.umbrella_id = platform.current_umbrella() and s.id = ${membership} and k.visibility = 'public'
      and k.kind in ('address', 'email', 'phone')
    order by array_position(array['address', 'email', 'phone'], k.kind), k.position limit 3`)
  return rows.map(({ value }) => value)
}
