import { createHash } from 'node:crypto'
import { rows, type Tx } from '#platform/database/scope.ts'
import type { Locale } from '#platform/i18n/index.ts'
import type { Purpose } from '../schema/people.ts'
import type { PersonFace } from './roles.ts'

/** An invitation as it is stored; `expired` is reckoned by the database's clock. */
export type StoredInvitation = {
  id: string
  address: string | null
  locale: Locale
  purpose: Purpose
  payload: Record<string, unknown>
  invitedBy: string
  createdAt: Temporal.Instant
  expiresAt: Temporal.Instant
  acceptedAt: Temporal.Instant | null
  withdrawnAt: Temporal.Instant | null
  expired: boolean
}

type Row = {
  [Key in keyof StoredInvitation]: StoredInvitation[Key] extends Temporal.Instant
    ? string
    : StoredInvitation[Key]
} & {
  acceptedAt: string | null
  withdrawnAt: string | null
}

const columns = `
  i.id, i.address, i.locale, i.purpose, i.payload, i.invited_by as "invitedBy", i.created_at as "createdAt",
  i.expires_at as "expiresAt", i.accepted_at as "acceptedAt", i.withdrawn_at as "withdrawnAt", i.expires_at <= now() as expired`

const stored = <R extends Row>(row: R) => ({
  ...row,
  createdAt: Temporal.Instant.from(row.createdAt),
  expiresAt: Temporal.Instant.from(row.expiresAt),
  acceptedAt: row.acceptedAt === null ? null : Temporal.Instant.from(row.acceptedAt),
  withdrawnAt: row.withdrawnAt === null ? null : Temporal.Instant.from(row.withdrawnAt),
})

/** What the address in a mail stands for in the database. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest()

const byToken = `select ${columns} from people.invitations i
  where i.umbrella_id = platform.current_umbrella() and i.token_hash = $1`

/** The invitation that a mailed link opens; undefined when there is none in this umbrella. */
export async function invitationByToken(tx: Tx, token: string): Promise<StoredInvitation | undefined> {
  return (await rows<Row>(tx, 'people.invitation', byToken, [hashToken(token)])).map(stored)[0]
}

/** The same, locked until the end of the transaction. */
export async function invitationToAccept(tx: Tx, token: string): Promise<StoredInvitation | undefined> {
  const text = `${byToken} for update`
  return (await rows<Row>(tx, 'people.invitation-to-accept', text, [hashToken(token)])).map(stored)[0]
}

/** One invitation of the umbrella, locked until the end of the transaction. */
export async function invitationById(tx: Tx, id: string): Promise<StoredInvitation | undefined> {
  const text = `select ${columns} from people.invitations i
    where i.umbrella_id = platform.current_umbrella() and i.id = $1 for update`
  return (await rows<Row>(tx, 'people.invitation-by-id', text, [id])).map(stored)[0]
}

export type ListedInvitation = StoredInvitation & { inviter: PersonFace | null }

/** The invitations of the umbrella: open ones first, then the latest. At most 200. */
export async function listInvitations(tx: Tx): Promise<ListedInvitation[]> {
  const text = `
    select ${columns}, case when p.id is not null then
      json_build_object('id', p.id, 'name', p.name, 'erased', p.erased_at is not null) end as inviter
    from people.invitations i left join people.people p on p.id = i.invited_by
    where i.umbrella_id = platform.current_umbrella()
    order by (i.accepted_at is null and i.withdrawn_at is null and i.expires_at > now()) desc, i.created_at desc
    limit 200`
  return (await rows<Row & { inviter: PersonFace | null }>(tx, 'people.invitations', text)).map(stored)
}
