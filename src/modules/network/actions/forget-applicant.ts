import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { deleteFile } from '#platform/files/index.ts'
import { endMandate, refuseMandate } from './end-mandate.ts'
import { endMembership } from './end-membership.ts'
import { withdrawApplication } from './withdraw-application.ts'

async function ids(tx: Tx, query: ReturnType<typeof sql>): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(query)
  return rows.map(row => row.id)
}

async function forgetApplications(tx: Tx, person: string): Promise<void> {
  const open = sql`
    select a.id from network.applications a
    where a.umbrella_id = platform.current_umbrella() and a.applicant_id = ${person} and a.status in ('published', 'contested')`
  for (const application of await ids(tx, open)) await withdrawApplication(tx, { application, reason: null })
  const { rows: drafts } = await tx.execute<{ file: string | null }>(sql`
    delete from network.applications
    where umbrella_id = platform.current_umbrella() and applicant_id = ${person} and status = 'draft'
    returning file_id as file`)
  // What an organisation submitted belongs to the organisation; what a person wrote of themselves goes.
  const { rows: own } = await tx.execute<{ file: string | null }>(sql`
    with forgotten as (
      select id, file_id from network.applications
      where umbrella_id = platform.current_umbrella() and applicant_id = ${person} and form = 'individual')
    update network.applications a set name = '{}', facts = '{}', close_reason = null, search_key = '', file_id = null
    from forgotten f where a.umbrella_id = platform.current_umbrella() and a.id = f.id
    returning f.file_id as file`)
  for (const { file } of [...drafts, ...own]) if (file) await deleteFile(tx, file)
}

async function leaveMandates(tx: Tx, person: string): Promise<void> {
  const { rows } = await tx.execute<{ id: string; membership: string; status: string }>(sql`
    select m.id, m.membership_id as membership, m.status from network.mandates m
    where m.umbrella_id = platform.current_umbrella() and m.person_id = ${person} and m.status in ('proposed', 'confirmed')`)
  for (const { id, membership, status } of rows) {
    const closing = { mandate: id, membership, reason: 'person_left' }
    await (status === 'proposed' ? refuseMandate(tx, closing) : endMandate(tx, closing))
  }
}

async function endOwnMembership(tx: Tx, person: string): Promise<void> {
  const own = sql`
    select s.id from network.memberships s
    where s.umbrella_id = platform.current_umbrella() and s.person_id = ${person} and s.status <> 'ended'`
  for (const membership of await ids(tx, own)) await endMembership(tx, { membership, reason: 'person_left' })
  await tx.execute(sql`
    delete from network.individuals p using network.memberships s
    where p.umbrella_id = platform.current_umbrella() and s.umbrella_id = p.umbrella_id and s.id = p.membership_id
      and s.person_id = ${person}`)
}

/**
 * Forgets the scope's own person in this umbrella: drafts and files go, open applications are withdrawn, mandates end, an
 * individual's membership ends and the profile is deleted. What was done for a member stays the member's.
 */
export async function forgetInAdmission(tx: Tx, person: string): Promise<void> {
  await forgetApplications(tx, person)
  await leaveMandates(tx, person)
  await endOwnMembership(tx, person)
}
