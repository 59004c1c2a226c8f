import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { MessageKey } from '#platform/i18n/index.ts'
import { enqueue } from '#platform/jobs/index.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse, refusingWhenViolated } from '#platform/refusal.ts'
import type { RuleInForce } from '#platform/umbrellas/rules.ts'
import { applicationPublished } from '../emails/applications.ts'
import type { Identifier } from '../identifiers.ts'
import { objectionDaysInForce } from '../queries/objection-days.ts'
import { knownByIdentifiers } from '../queries/organisation-choice.ts'
import type { Submission } from './read-submission.ts'

const twice: Record<string, MessageKey> = {
  one_open_of_organisation: 'network.application.openAlready',
  one_open_of_name: 'network.application.openAlready',
  one_open_of_person: 'network.application.openAlready',
  one_open_of_identifier: 'network.application.openAlready',
}

async function alreadyMember(tx: Tx, { form, organisation }: Submission): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    select 1 from network.memberships s
    where s.umbrella_id = platform.current_umbrella() and s.form = ${form}
      and (s.until is null or s.until > network.today())
      and case when ${form} = 'individual' then s.person_id = platform.current_account()
        else s.organisation_id = ${organisation}::uuid end`)
  return rows.length > 0
}

// A number that names another organisation, or an organisation whose own people are here: they apply, not a stranger.
async function strangeOrganisation(
  tx: Tx,
  { organisation, identifiers }: Submission,
): Promise<MessageKey | null> {
  const known = await knownByIdentifiers(tx, identifiers)
  if (known.some(({ id }) => id !== organisation)) return 'network.known.problem'
  if (organisation === null) return null
  const { rows } = await tx.execute<{ closed: boolean }>(sql`
    select network.has_people(${organisation}) and not network.acts_anywhere_for(${organisation}) as closed`)
  return rows[0]!.closed ? 'network.application.peopleOfItsOwn' : null
}

type Published = { until: string }

// The period ends with a whole day of the umbrella's zone, so that nobody has to count hours.
async function publish(
  tx: Tx,
  id: string,
  submission: Submission,
  rule: RuleInForce<number>,
): Promise<Published> {
  const { rows } = await tx.execute<Published>(sql`
    update network.applications a
    set status = 'published', draft = '{}', name = ${JSON.stringify(submission.name)}::jsonb,
      facts = ${JSON.stringify(submission.facts)}::jsonb, search_key = ${submission.searchKey},
      organisation_id = ${submission.organisation}, objection_days = ${rule.value}, rule_version = ${rule.version},
      submitted_at = now(),
      objections_until = (network.today() + ${rule.value}::integer + 1)::timestamp at time zone u.zone
    from platform.umbrellas u
    where u.id = a.umbrella_id and a.umbrella_id = platform.current_umbrella() and a.id = ${id} and a.status = 'draft'
    returning to_json(a.objections_until) #>> '{}' as until`)
  return rows[0]!
}

async function claimIdentifiers(
  tx: Tx,
  id: string,
  form: string,
  identifiers: readonly Identifier[],
): Promise<void> {
  for (const { scheme, value } of identifiers) {
    await tx.execute(sql`
      insert into network.application_identifiers (umbrella_id, application_id, form, scheme, value)
      values (platform.current_umbrella(), ${id}, ${form}, ${scheme}, ${value})`)
  }
}

/**
 * Publishes an application to the members, at once: nobody lets it through. The objection period comes from the
 * umbrella's rule of the day and is kept with its version. Refused for a present member, for a second open application of
 * the same form, and for an organisation whose own people are somebody else.
 */
export async function submitApplication(
  tx: Tx,
  id: string,
  submission: Submission,
): Promise<Outcome<Published>> {
  if (await alreadyMember(tx, submission)) return refuse('network.application.memberAlready')
  const strange = await strangeOrganisation(tx, submission)
  if (strange) return refuse(strange)
  const rule = await objectionDaysInForce(tx)
  return refusingWhenViolated(tx, twice, async () => {
    const { until } = await publish(tx, id, submission, rule)
    await claimIdentifiers(tx, id, submission.form, submission.identifiers)
    await tx.execute(sql`
      insert into people.affiliations (umbrella_id, person_id)
      values (platform.current_umbrella(), platform.current_account()) on conflict do nothing`)
    const startAfter = Temporal.Instant.from(until)
    await enqueue(tx, 'network.close-objections', { umbrella: submission.umbrella, id }, { startAfter })
    await record(tx, {
      action: 'network.application_submitted',
      subject: { type: 'application', id },
      rule: { key: rule.key, version: rule.version },
      visibility: 'members',
      detail: { form: submission.form, objections_until: until },
    })
    await applicationPublished(tx, { application: id })
    return { ok: true, until }
  })
}
