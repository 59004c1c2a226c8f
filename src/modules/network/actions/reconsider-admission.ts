import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse, refusingWhenViolated } from '#platform/refusal.ts'
import { applicationReopened } from '../emails/applications.ts'
import { admissionSetAside } from '../emails/memberships.ts'
import { applicationContested } from '../events.ts'
import type { ApplicationStatus } from '../schema/admission.ts'

type Answered = { status: ApplicationStatus; membership: string | null; gone: boolean; replaced: boolean }

async function lockAnswered(tx: Tx, application: string): Promise<Answered> {
  const { rows } = await tx.execute<Answered>(sql`
    select a.status, a.membership_id as membership, a.facts = '{}' as gone, exists (
      select 1 from network.memberships s
      where s.umbrella_id = a.umbrella_id and s.form = a.form and s.status <> 'ended'
        and case when a.form = 'individual' then s.person_id = a.applicant_id else s.organisation_id = a.organisation_id end) as replaced
    from network.applications a
    where a.umbrella_id = platform.current_umbrella() and a.id = ${application} for update of a`)
  return rows[0]!
}

const newerIsOpen = {
  one_open_of_organisation: 'network.application.openAlready',
  one_open_of_name: 'network.application.openAlready',
  one_open_of_person: 'network.application.openAlready',
  one_open_of_identifier: 'network.application.openAlready',
} as const

// Where a newer application asks for the same, that one is answered, and this one stays as it is.
const reopen = (tx: Tx, application: string): Promise<Outcome> =>
  refusingWhenViolated(tx, newerIsOpen, async () => {
    const { rowCount } = await tx.execute(sql`
      update network.applications set status = 'contested', closed_at = null
      where umbrella_id = platform.current_umbrella() and id = ${application} and status = 'refused'`)
    return rowCount ? { ok: true } : refuse('network.application.openAlready')
  })

/**
 * The members set aside what they had decided about an application. A refusal is open again, and they are asked at once. An
 * admission stands: nobody loses a membership over a mistake in procedure, but the member and the secretariat learn of it.
 */
export async function reconsiderAdmission(tx: Tx, application: string): Promise<void> {
  const { status, membership, gone, replaced } = await lockAnswered(tx, application)
  if (status === 'admitted' && membership) {
    await record(tx, {
      action: 'network.admission_set_aside',
      member: membership,
      subject: { type: 'membership', id: membership },
      visibility: 'members',
    })
    return admissionSetAside(tx, membership)
  }
  if (status !== 'refused' || gone || replaced || !(await reopen(tx, application)).ok) return
  await record(tx, {
    action: 'network.application_reopened',
    subject: { type: 'application', id: application },
    visibility: 'members',
  })
  await applicationContested.emit(tx, { application })
  await applicationReopened(tx, { application })
}
