import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { record } from '#platform/journal/record.ts'
import { applicationAdmitted, applicationOvertaken } from '../emails/applications.ts'
import { membershipStarted } from '../events.ts'
import type { Facts, IndividualFacts, OrganisationFacts } from '../forms/application.ts'
import type { Form } from '../schema/memberships.ts'

/** The locked row of an application whose admission is due. */
export type DueApplication = {
  id: string
  form: Form
  applicantId: string
  facts: Facts
  ruleVersion: number
}

async function alreadyMember(
  tx: Tx,
  { form, applicantId }: DueApplication,
  organisation: string | null,
): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    select 1 from network.memberships s
    where s.umbrella_id = platform.current_umbrella() and s.form = ${form} and s.until is null
      and case when ${organisation}::uuid is null then s.person_id = ${applicantId} else s.organisation_id = ${organisation}::uuid end`)
  return rows.length > 0
}

async function organisationFor(tx: Tx, application: DueApplication): Promise<string | null> {
  if (application.form === 'individual') return null
  const { rows } = await tx.execute<{ id: string }>(
    sql`select network.organisation_for(${application.id}, ${newId()}) as id`,
  )
  return rows[0]!.id
}

async function showIndividual(
  tx: Tx,
  { id }: DueApplication,
  membership: string,
  facts: IndividualFacts,
): Promise<void> {
  await tx.execute(sql`
    insert into network.individuals (umbrella_id, membership_id, name, about, communities, languages, fields, basis,
      recognised_by, country, region, town, listed, search_key, profile_confirmed_on)
    select a.umbrella_id, ${membership}, a.name, ${JSON.stringify(facts.about)}::jsonb, ${sql.param(facts.communities)}::text[],
      ${sql.param(facts.languages)}::text[], ${sql.param(facts.fields)}::text[], ${facts.basis}, ${facts.recognisedBy},
      ${facts.country}, ${facts.region}, ${facts.town}, ${facts.listed}, a.search_key, network.today()
    from network.applications a where a.umbrella_id = platform.current_umbrella() and a.id = ${id}`)
}

// Whoever applied acts for the new member once a second person has confirmed it: nobody makes themselves its voice alone.
async function proposeApplicant(
  tx: Tx,
  membership: string,
  applicant: string,
  facts: OrganisationFacts,
): Promise<void> {
  await tx.execute(sql`
    insert into network.mandates (umbrella_id, id, membership_id, person_id, role, document, valid_from, proposed_by)
    values (platform.current_umbrella(), ${newId()}, ${membership}, ${applicant}, 'primary', ${facts.decision},
      network.today(), ${applicant})`)
}

/**
 * Makes the applicant a member as of today (in the umbrella's zone), inside the transaction that holds the application's
 * lock. Returns the membership, or null when the organisation or person has become a member meanwhile: the application
 * is then closed without one.
 */
export async function admitApplicant(tx: Tx, application: DueApplication): Promise<string | null> {
  const organisation = await organisationFor(tx, application)
  if (await alreadyMember(tx, application, organisation)) {
    await closeOvertaken(tx, application)
    return null
  }
  const membership = newId()
  await tx.execute(sql`
    insert into network.memberships (umbrella_id, id, form, organisation_id, person_id, since, admitted_under)
    values (platform.current_umbrella(), ${membership}, ${application.form}, ${organisation},
      ${organisation === null ? application.applicantId : null}, network.today(), ${`application:${application.id}`})`)
  await tx.execute(sql`
    update network.applications
    set status = 'admitted', closed_at = now(), membership_id = ${membership}, organisation_id = ${organisation}
    where umbrella_id = platform.current_umbrella() and id = ${application.id}`)
  if (application.facts.route === 'individual')
    await showIndividual(tx, application, membership, application.facts)
  else await proposeApplicant(tx, membership, application.applicantId, application.facts)
  await record(tx, {
    action: 'network.membership_started',
    member: membership,
    subject: { type: 'membership', id: membership },
    rule: { key: 'admission.objection_days', version: application.ruleVersion },
    visibility: 'public',
    detail: { form: application.form, application: application.id },
  })
  await applicationAdmitted(tx, { application: application.id })
  await membershipStarted.emit(tx, { membership, form: application.form })
  return membership
}

async function closeOvertaken(tx: Tx, { id }: DueApplication): Promise<void> {
  await tx.execute(sql`
    update network.applications set status = 'withdrawn', closed_at = now(), close_reason = 'already_member'
    where umbrella_id = platform.current_umbrella() and id = ${id}`)
  await record(tx, {
    action: 'network.application_overtaken',
    subject: { type: 'application', id },
    visibility: 'members',
  })
  await applicationOvertaken(tx, { application: id })
}
