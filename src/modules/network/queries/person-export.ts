import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { Consequence } from '#platform/http/module.ts'
import { createI18n, type Localised } from '#platform/i18n/index.ts'
import { memberName } from './member-name.ts'

/** What admission, membership and mandates hold about a person in the umbrella of the transaction. */
export async function exportAdmissionData(tx: Tx, person: string): Promise<Record<string, unknown>> {
  const { rows } = await tx.execute<{ told: Record<string, unknown> }>(sql`
    select json_build_object(
      'applications', (select coalesce(json_agg(json_build_object('form', a.form, 'status', a.status, 'name', a.name,
          'facts', a.facts, 'draft', a.draft, 'createdAt', a.created_at, 'submittedAt', a.submitted_at,
          'closedAt', a.closed_at, 'closeReason', a.close_reason) order by a.created_at), '[]'::json)
        from network.applications a where a.umbrella_id = platform.current_umbrella() and a.applicant_id = ${person}),
      'individual', (select json_build_object('since', s.since, 'until', s.until, 'name', p.name, 'about', p.about,
          'communities', p.communities, 'languages', p.languages, 'fields', p.fields, 'basis', p.basis,
          'recognisedBy', p.recognised_by, 'country', p.country, 'region', p.region, 'town', p.town, 'listed', p.listed)
        from network.memberships s
        join network.individuals p on p.umbrella_id = s.umbrella_id and p.membership_id = s.id
        where s.umbrella_id = platform.current_umbrella() and s.person_id = ${person} order by s.since desc limit 1),
      'mandates', (select coalesce(json_agg(json_build_object('member', ${memberName(sql`m.membership_id`)}, 'role', m.role,
          'document', m.document, 'from', m.valid_from, 'until', m.valid_until, 'status', m.status) order by m.proposed_at), '[]'::json)
        from network.mandates m where m.umbrella_id = platform.current_umbrella() and m.person_id = ${person}),
      'objections', (select coalesce(json_agg(json_build_object('member', ${memberName(sql`o.membership_id`)},
          'reasons', o.reasons, 'raisedAt', o.raised_at, 'withdrawnAt', o.withdrawn_at) order by o.raised_at), '[]'::json)
        from network.objections o where o.umbrella_id = platform.current_umbrella() and o.person_id = ${person}),
      'readings', (select coalesce(json_agg(json_build_object('member', ${memberName(sql`r.membership_id`)},
          'readAt', r.read_at) order by r.read_at), '[]'::json)
        from network.application_readings r where r.umbrella_id = platform.current_umbrella() and r.person_id = ${person})
    ) as told`)
  return rows[0]!.told
}

type Left = {
  name: Localised
  alone: boolean
  locale: 'uk' | 'pl' | 'en'
  individual: boolean
  application: boolean
}

/** What an umbrella loses with the person: their mandates, their own membership, an open application. */
export async function admissionConsequences(tx: Tx, person: string): Promise<Consequence[]> {
  const { rows } = await tx.execute<Left>(sql`
    select held.*, coalesce(p.locale, 'en') as locale from (
      select ${memberName(sql`m.membership_id`)} as name, false as individual, false as application,
        not exists (select 1 from network.mandates x where x.umbrella_id = m.umbrella_id and x.membership_id = m.membership_id
          and x.person_id <> m.person_id and x.status = 'confirmed' and x.valid_from <= network.today()
          and (x.valid_until is null or x.valid_until > network.today())) as alone
      from network.mandates m
      where m.umbrella_id = platform.current_umbrella() and m.person_id = ${person} and m.status = 'confirmed'
        and (m.valid_until is null or m.valid_until > network.today())
      union all
      select '{}', true, false, false from network.memberships s
      where s.umbrella_id = platform.current_umbrella() and s.person_id = ${person} and s.status <> 'ended'
      union all
      select '{}', false, true, false from network.applications a
      where a.umbrella_id = platform.current_umbrella() and a.applicant_id = ${person} and a.status in ('published', 'contested')
    ) held left join people.people p on p.id = ${person}`)
  return rows.map(consequence)
}

function consequence({ name, alone, individual, application, locale }: Left): Consequence {
  if (individual) return { message: 'network.consequence.membershipEnds' }
  if (application) return { message: 'network.consequence.applicationWithdrawn' }
  const values = { name: createI18n(locale, 'UTC').text(name).value }
  return {
    message: alone ? 'network.consequence.onlyRepresentative' : 'network.consequence.mandateEnds',
    values,
  }
}
